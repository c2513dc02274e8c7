import { expect, test } from 'vitest';
import { awaitsOf } from '../../workflows/awaits.ts';
import { situationOf } from '../../workflows/step.ts';
import {
  applicationWithdrawn,
  building,
  buildingUnpaid,
  completed,
  connected,
  contractWithdrawn,
  drafted,
  evaluating,
  given,
  objected,
  offerIssued,
  type Part,
  paid,
  paidContract,
  ready,
  refundDecided,
  refundPaid,
  returned,
  routed,
  signed,
  signedContract,
  submitted,
  suspended,
  terminated,
  until,
  worksCompleted,
} from '../builders/index.ts';

/** Whose turn it is (PO-01): what the customer and staff are shown first. */

const sold = buildingUnpaid('2025-03-10');

const TURNS: readonly (readonly [string, 'customer' | 'operator' | 'nobody', readonly Part[]])[] = [
  [
    'suspended, one of two reasons for the customer to remedy',
    'customer',
    [building('2025-03-10'), suspended('2025-05-01', 'digging-ban'), suspended('2025-05-02', 'design-flaws')],
  ],
  ['a draft', 'customer', [drafted('2025-03-01')]],
  ['an application received', 'operator', [submitted('2025-03-01')]],
  ['something missing', 'customer', [submitted('2025-03-01'), returned('2025-03-02', 'deed')]],
  [
    'the customer’s design',
    'customer',
    [submitted('2025-03-01'), routed('2025-03-02', { designNeeded: true, designBy: 'customer' })],
  ],
  [
    'the operator’s design',
    'operator',
    [submitted('2025-03-01'), routed('2025-03-02', { designNeeded: true, designBy: 'operator' })],
  ],
  [
    'the customer’s contractor',
    'customer',
    [
      submitted('2025-03-01'),
      routed('2025-03-02', { contractorNeeded: true, contractorChosenBy: 'customer' }),
    ],
  ],
  [
    'the operator’s contractor',
    'operator',
    [
      submitted('2025-03-01'),
      routed('2025-03-02', { contractorNeeded: true, contractorChosenBy: 'operator' }),
    ],
  ],
  ['evaluation', 'operator', [evaluating('2025-03-01')]],
  ['an offer', 'customer', [offerIssued('2025-03-10')]],
  [
    'an offer that the customer has signed',
    'operator',
    [offerIssued('2025-03-10'), signed('2025-03-12', 'customer')],
  ],
  ['an objection', 'operator', [offerIssued('2025-03-10'), objected('2025-03-12')]],
  ['a warning', 'customer', [offerIssued('2025-03-10'), until('2025-04-11')]],
  [
    'a warned offer that is signed after all',
    'operator',
    [offerIssued('2025-03-10'), signed('2025-04-12', 'customer')],
  ],
  ['an annulment without money', 'nobody', [offerIssued('2025-03-10'), until('2025-06-01')]],
  [
    'an annulment with money',
    'operator',
    [offerIssued('2025-03-10'), paid('2025-03-12', '10.00'), until('2025-06-01')],
  ],
  [
    'that money back',
    'nobody',
    [
      offerIssued('2025-03-10'),
      paid('2025-03-12', '10.00'),
      until('2025-06-01'),
      refundPaid('2025-06-02', '10.00'),
    ],
  ],
  ['an application withdrawn', 'nobody', [offerIssued('2025-03-10'), applicationWithdrawn('2025-03-12')]],
  ['a share to be paid', 'customer', [signedContract('2025-03-10')]],
  ['works to be begun', 'operator', [paidContract('2025-03-10')]],
  ['a remedy', 'customer', [building('2025-03-10'), suspended('2025-06-01', 'design-flaws')]],
  ['a digging ban', 'operator', [building('2025-03-10'), suspended('2025-06-01', 'digging-ban')]],
  ['readiness', 'customer', [completed('2025-03-10', '2025-08-10')]],
  ['a connection', 'operator', [completed('2025-03-10', '2025-08-10'), ready('2025-08-12')]],
  [
    'a connected contract that is unpaid',
    'customer',
    [sold, worksCompleted('2025-08-10'), ready('2025-08-12'), connected('2025-08-13')],
  ],
  [
    'a closed contract',
    'nobody',
    [completed('2025-03-10', '2025-08-10'), ready('2025-08-12'), connected('2025-08-13')],
  ],
  [
    'a closed contract, paid back what was too much',
    'nobody',
    [
      completed('2025-03-10', '2025-08-10'),
      paid('2025-08-11', '10.00'),
      refundPaid('2025-08-11', '10.00'),
      ready('2025-08-12'),
      connected('2025-08-13'),
    ],
  ],
  [
    'a closed contract, paid too much',
    'operator',
    [
      completed('2025-03-10', '2025-08-10'),
      ready('2025-08-12'),
      connected('2025-08-13'),
      paid('2025-08-14', '10.00'),
    ],
  ],
  ['a refund to be decided', 'operator', [paidContract('2025-03-10'), contractWithdrawn('2025-05-01')]],
  [
    'a refund to be paid',
    'operator',
    [
      paidContract('2025-03-10'),
      contractWithdrawn('2025-05-01'),
      refundDecided('2025-05-02', '10.00', '6040.00'),
    ],
  ],
  [
    'nothing refunded',
    'nobody',
    [
      paidContract('2025-03-10'),
      contractWithdrawn('2025-05-01'),
      refundDecided('2025-05-02', '0.00', '6050.00'),
    ],
  ],
  ['a debt that outlived the contract', 'customer', [sold, terminated('2025-05-01', 'nonPayment')]],
  ['that debt paid', 'nobody', [sold, terminated('2025-05-01', 'nonPayment'), paid('2025-05-02')]],
  [
    'money after an end that owes nothing',
    'operator',
    [signedContract('2025-03-10'), until('2025-05-01'), paid('2025-05-02', '10.00')],
  ],
];

test.each(TURNS)('%s: %s', (_what, turn, parts) => {
  expect(awaitsOf(situationOf(given(...parts).state))).toBe(turn);
});
