import { TO_A_FIRM } from './head.ts';
import { CREDIT_NOTE, type Fields, type SamplesOf, type Telling } from './sample.ts';

/** Samples: ends. */

const NOTHING_PAID = {
  received: '0.00',
  refund: 'nothing-paid',
  refundDue: '0.00',
  refundDays: 14,
  debt: '0.00',
} as const;

const REFUND = {
  received: '1815.00',
  refund: 'owed',
  refundDue: '1815.00',
  refundDays: 14,
  debt: '0.00',
} as const;

const UNDECIDED = {
  received: '500.00',
  refund: 'to-be-decided',
  refundDue: '0.00',
  refundDays: 14,
  debt: '0.00',
} as const;

const RETAINED = {
  received: '1815.00',
  refund: 'retained',
  refundDue: '0.00',
  refundDays: 14,
  debt: '0.00',
} as const;

const DEBT = {
  received: '500.00',
  refund: 'to-be-decided',
  refundDue: '0.00',
  refundDays: 14,
  debt: '1315.00',
} as const;

const ended: Omit<Fields<'N-END'>, 'reason' | 'clause' | 'by'> = {
  on: '2025-03-10',
  facts: null,
  reasons: null,
  agreement: null,
  dueOn: '2025-03-07',
  termOn: '2025-09-30',
  remedyBy: null,
  forceMajeureSince: null,
  worksStarted: false,
  completed: false,
  settlement: NOTHING_PAID,
};

export function endingSamples({ t }: Telling): SamplesOf<'N-END' | 'N-CONF'> {
  const byRight = {
    facts: t(
      'Apsekošanas akts Nr. 14: vads šķērso kaimiņa ēku, kaimiņš piekļuvi atsaka.',
      'Survey report No 14: the line crosses a neighbour’s building, and the neighbour refuses access.',
    ),
    reasons: t(
      'Citas trases nav, vienošanās divu mēnešu laikā nav panākta.',
      'There is no other route, and no agreement was reached in two months.',
    ),
  };
  return {
    'N-END': [
      {
        shows: 'non-payment',
        letter: { ...ended, reason: 'nonPayment', clause: 'II.14.3.2', by: 'clause', settlement: UNDECIDED },
        enclosures: CREDIT_NOTE,
      },
      {
        shows: 'non-payment-works',
        letter: {
          ...ended,
          reason: 'nonPayment',
          clause: 'II.14.3.2',
          by: 'operator',
          worksStarted: true,
          settlement: DEBT,
          ...byRight,
        },
      },
      {
        shows: 'unremedied',
        letter: {
          ...ended,
          reason: 'unremedied',
          clause: 'II.13.2',
          by: 'operator',
          remedyBy: '2025-03-07',
          worksStarted: true,
          settlement: RETAINED,
          ...byRight,
        },
      },
      {
        shows: 'design',
        letter: {
          ...ended,
          reason: 'design',
          clause: 'II.14.3.6',
          by: 'operator',
          settlement: UNDECIDED,
          ...byRight,
        },
      },
      {
        shows: 'scope',
        letter: {
          ...ended,
          reason: 'scope',
          clause: 'II.14.3.4',
          by: 'operator',
          settlement: UNDECIDED,
          ...byRight,
        },
      },
      {
        shows: 'third-party',
        letter: {
          ...ended,
          reason: 'thirdParty',
          clause: 'II.14.3.5',
          by: 'operator',
          settlement: UNDECIDED,
          ...byRight,
        },
      },
      {
        shows: 'misled',
        letter: {
          ...ended,
          reason: 'misled',
          clause: 'II.14.3.1',
          by: 'operator',
          settlement: UNDECIDED,
          ...byRight,
        },
      },
      {
        shows: 'common-project',
        letter: {
          ...ended,
          reason: 'commonProject',
          clause: 'II.14.3.3',
          by: 'operator',
          settlement: UNDECIDED,
          ...byRight,
        },
      },
      {
        shows: 'not-installed',
        letter: {
          ...ended,
          reason: 'notInstalled',
          clause: 'II.14.3.7',
          by: 'operator',
          completed: true,
          worksStarted: true,
          settlement: DEBT,
          ...byRight,
        },
      },
      {
        shows: 'not-ready',
        letter: {
          ...ended,
          reason: 'notReady',
          clause: 'II.4.6',
          by: 'clause',
          termOn: '2025-03-09',
          completed: true,
          worksStarted: true,
          settlement: UNDECIDED,
        },
      },
      {
        shows: 'owner-change',
        letter: { ...ended, reason: 'ownerChange', clause: 'II.4.3', by: 'clause', settlement: UNDECIDED },
      },
      {
        shows: 'force-majeure',
        letter: {
          ...ended,
          reason: 'forceMajeure',
          clause: 'II.14.2.3',
          by: 'clause',
          forceMajeureSince: '2025-02-09',
          worksStarted: true,
          settlement: UNDECIDED,
        },
      },
      {
        shows: 'mutual',
        letter: {
          ...ended,
          reason: 'mutual',
          clause: 'II.14.1',
          by: 'both',
          agreement: t(
            'Klients pārdomāja; Operators atmaksā avansu pilnībā.',
            'The customer has changed plans; the operator refunds the advance in full.',
          ),
          settlement: UNDECIDED,
        },
      },
    ],
    'N-CONF': [
      {
        shows: 'withdrawal',
        letter: { of: 'withdrawal', on: '2025-03-10', dispatchedOn: '2025-03-07', settlement: REFUND },
        enclosures: CREDIT_NOTE,
      },
      {
        shows: 'withdrawal-firm',
        head: TO_A_FIRM,
        letter: { of: 'withdrawal', on: '2025-03-10', dispatchedOn: null, settlement: NOTHING_PAID },
      },
      { shows: 'exit', letter: { of: 'exit', on: '2025-03-10', dispatchedOn: null, settlement: UNDECIDED } },
      {
        shows: 'application',
        letter: { of: 'application', on: '2025-03-10', dispatchedOn: null, settlement: NOTHING_PAID },
      },
    ],
  };
}
