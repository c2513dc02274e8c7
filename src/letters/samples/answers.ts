import * as documents from './documents.ts';
import { AGAIN, PARAUGS, TO_A_FIRM } from './head.ts';
import { CREDIT_NOTE, PAYMENT, type SamplesOf, type Telling } from './sample.ts';

/** Samples: what follows on an offer. */

export function answersSamples({ t }: Telling): SamplesOf<'N-OBJREJ' | 'N-ANNWARN' | 'N-ANN' | 'N-INFORCE'> {
  return {
    'N-OBJREJ': [
      {
        shows: 'window-open',
        letter: {
          objection: {
            on: '2025-03-03',
            reasons: [
              t(
                'Maksa ir pārāk liela. Kaimiņam tā bija divreiz mazāka.',
                'The fee is too high. My neighbour paid half of it.',
              ),
            ],
          },
          reasons: t(
            'Maksa aprēķināta pēc spēkā esošās slodzes vienības cenas.\nKaimiņa pieslēgums bija ar 16 A, Jūsu – ar 25 A.',
            'The fee follows the load-unit price in force.\nYour neighbour’s connection was of 16 A, yours is of 25 A.',
          ),
          windowLastDay: '2025-03-24',
          windowIsOpen: true,
          hasAccepted: false,
          warningDays: 10,
        },
      },
      {
        shows: 'window-over',
        letter: {
          objection: { on: '2025-03-03', reasons: [t('Termiņš ir par garu.', 'The term is too long.')] },
          reasons: t('Būvdarbu sezona sākas maijā.', 'The building season begins in May.'),
          windowLastDay: '2025-03-07',
          windowIsOpen: false,
          hasAccepted: false,
          warningDays: 10,
        },
      },
      {
        shows: 'accepted',
        letter: {
          objection: { on: '2025-03-03', reasons: [t('Termiņš ir par garu.', 'The term is too long.')] },
          reasons: t('Būvdarbu sezona sākas maijā.', 'The building season begins in May.'),
          windowLastDay: '2025-03-07',
          windowIsOpen: false,
          hasAccepted: true,
          warningDays: 10,
        },
      },
    ],
    'N-ANNWARN': [
      {
        shows: 'nothing-paid',
        letter: {
          issuedOn: '2025-02-07',
          windowLastDay: '2025-03-09',
          warningDays: 10,
          earliestDay: '2025-03-21',
          received: '0.00',
          outstanding: '1815.00',
          payment: PAYMENT,
        },
      },
      {
        shows: 'again',
        head: AGAIN,
        letter: {
          issuedOn: '2025-02-07',
          windowLastDay: '2025-03-09',
          warningDays: 10,
          earliestDay: '2025-03-30',
          received: '500.00',
          outstanding: '1315.00',
          payment: null,
        },
      },
    ],
    'N-ANN': [
      {
        shows: 'by-clock',
        letter: {
          tells: 'annulled',
          on: '2025-03-10',
          byClock: true,
          reasons: null,
          warnedOn: '2025-02-26',
          windowLastDay: '2025-02-25',
          refund: '0.00',
          refundDays: 14,
        },
        enclosures: CREDIT_NOTE,
      },
      {
        shows: 'by-staff',
        letter: {
          tells: 'annulled',
          on: '2025-03-10',
          byClock: false,
          reasons: t(
            'Klients pa tālruni apstiprināja, ka pieslēgums nav vajadzīgs.',
            'The customer confirmed on the phone that the connection is not needed.',
          ),
          warnedOn: '2025-02-26',
          windowLastDay: '2025-02-25',
          refund: '500.00',
          refundDays: 14,
        },
      },
      {
        shows: 'late-money',
        letter: {
          tells: 'late-money',
          annulledOn: '2025-03-03',
          amount: '1815.00',
          receivedOn: '2025-03-10',
          receivedBefore: false,
          refund: '1815.00',
          refundDays: 14,
        },
      },
      {
        shows: 'money-before',
        letter: {
          tells: 'late-money',
          annulledOn: '2025-03-10',
          amount: '1815.00',
          receivedOn: '2025-03-07',
          receivedBefore: true,
          refund: '1815.00',
          refundDays: 14,
        },
      },
    ],
    'N-INFORCE': [
      {
        shows: 'by-payment',
        letter: {
          on: '2025-03-10',
          by: 'payment',
          byOtherPayer: true,
          withdrawalDays: 14,
          withdrawalLastDay: '2025-03-24',
          shareGross: '1815.00',
          outstanding: '0.00',
          deferred: false,
          paymentDueOn: '2025-04-09',
          dueDateMoved: false,
          worksBeforeFullPayment: false,
          worksInWithdrawalPeriod: false,
          termOn: '2025-09-30',
          termsVersion: '2018-01-01',
        },
        enclosures: [{ document: 'refusal-form', fields: documents.refusalFormInForce }],
      },
      {
        shows: 'by-signatures',
        head: TO_A_FIRM,
        letter: {
          on: '2025-03-10',
          by: 'signatures',
          byOtherPayer: false,
          withdrawalDays: 14,
          withdrawalLastDay: '2025-03-24',
          shareGross: '1815.00',
          outstanding: '1815.00',
          deferred: false,
          paymentDueOn: '2025-04-19',
          dueDateMoved: true,
          worksBeforeFullPayment: true,
          worksInWithdrawalPeriod: true,
          termOn: '2025-09-30',
          termsVersion: '2018-01-01',
        },
        enclosures: [
          { document: 'refusal-form', fields: { ...documents.refusalFormInForce, customer: PARAUGS } },
        ],
      },
      {
        shows: 'deferred',
        letter: {
          on: '2025-03-10',
          by: 'signatures',
          byOtherPayer: false,
          withdrawalDays: 14,
          withdrawalLastDay: '2025-03-24',
          shareGross: '44159.98',
          outstanding: '44159.98',
          deferred: true,
          paymentDueOn: '2025-04-19',
          dueDateMoved: false,
          worksBeforeFullPayment: true,
          worksInWithdrawalPeriod: false,
          termOn: '2025-09-30',
          termsVersion: '2018-01-01',
        },
        enclosures: [{ document: 'refusal-form', fields: documents.refusalFormInForce }],
      },
    ],
  };
}
