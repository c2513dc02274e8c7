import { and } from 'xstate';
import { chart, notice } from './setup.ts';
import { bounced, joinsProject } from './throughout.ts';

/** From the offer to its conclusion or annulment (II.11.2 to II.11.5). */

const objectsTooLate = {
  actions: 'recordComplaint',
  meta: { clause: 'II.16.5' },
  description: 'A late objection is answered as an ordinary complaint.',
} as const;
const objectsLate = { ...objectsTooLate, guard: 'windowHasClosed' } as const;

const revise = {
  target: '.offered',
  guard: and(['priceHasLapsed', 'offerFitsItsDates', 'offerIsPriced']),
  actions: [
    'voidInvoice',
    'recordOffer',
    notice('N-REVOFFER'),
    { type: 'issueInvoice', params: { kind: 'advance' } },
    notice('N-ADVINV'),
  ],
  meta: { clause: 'II.11.2' },
  description: 'The price no longer holds: contract and invoice are issued again and open a new window.',
} as const;

const annul = {
  target: '#case.annulled',
  guard: and(['customerDidNothing', 'annulmentIsNotHeld', 'warningHasRunItsCourse']),
  actions: ['recordAnnulment', 'voidInvoice', notice('N-ANN')],
  meta: { clause: 'II.11.3' },
  description:
    'The warning has run its course and the customer did none of the three: the application is annulled.',
} as const;

/** A founded bounce takes the receipt back (T-31). A customer who has objected has the offer in hand: the objection stays. */
const offerBounced = {
  guard: and([{ type: 'failedNoticeIs', params: { notice: 'N-OFFER,N-REVOFFER' } }, 'failedNoticeIsCurrent']),
  actions: ['recordOfferFailed', 'resendByPost'],
  meta: { clause: 'II.16.4.3' },
  description: 'The offer was not delivered: its window starts anew on receipt by post.',
} as const;

const offerDispatchedLate = {
  target: 'offered',
  guard: 'dispatchReopensWindow',
  actions: 'recordDispatchOfOpenOffer',
  meta: { clause: 'II.16.4' },
  description:
    'The offer left later than assumed: its window is still open, and a warning before its end was none.',
} as const;

export const offer = chart.createStateConfig({
  description: 'An offer is with the customer and may be accepted.',
  meta: { clause: 'II.11.2', awaits: 'customer' },
  initial: 'offered',
  always: [
    {
      target: 'contract',
      guard: 'concludedByPayment',
      actions: ['concludeByPayment', notice('N-INFORCE')],
      meta: { clause: 'II.11.5' },
      description: 'The full customer share is on the account: the contract is concluded without signatures.',
    },
    {
      target: 'contract',
      guard: and(['concludedBySignatures', 'dueDateMoves']),
      actions: [
        'concludeBySignatures',
        'voidInvoice',
        { type: 'issueInvoice', params: { kind: 'advance' } },
        notice('N-ADVINV'),
        notice('N-INFORCE'),
      ],
      meta: { clause: 'II.11.5' },
      description:
        'Both parties have signed late: the invoice is issued again with a later due date (T-20a).',
    },
    {
      target: 'contract',
      guard: 'concludedBySignatures',
      actions: ['concludeBySignatures', notice('N-INFORCE')],
      meta: { clause: 'II.11.5' },
      description: 'Both parties have signed.',
    },
    {
      guard: 'conclusionWaitsForPrice',
      actions: 'recordPriceLapsed',
      meta: { clause: 'II.1.8' },
      description: 'The price no longer holds: the offer is to be issued again.',
    },
  ],
  on: {
    'payment.received': {
      guard: 'receiptDateCanBe',
      actions: 'recordPayment',
      meta: { clause: 'II.11.5' },
      description: 'Money is on the account; the full share concludes the contract, a part of it does not.',
    },
    'contract.signed': {
      guard: and(['partyHasNotSigned', 'objectionDoesNotWait', 'signatureIsValid']),
      actions: 'recordSignature',
      meta: { clause: 'II.7.6' },
      description:
        'One party signs in a valid form; the operator not while an objection waits (T-12a). The contract is in force when both have.',
    },
    'application.withdrawn': {
      target: 'withdrawn',
      actions: ['recordWithdrawnApplication', 'voidInvoice', notice('N-CONF')],
      meta: { clause: null },
      description: 'The customer takes the application back before conclusion.',
    },
    'owner.changed': {
      target: '#case.application.incomplete',
      guard: 'ownerDateCanBe',
      actions: ['voidInvoice', 'recordNewApplicant', notice('N-MISSING')],
      meta: { clause: 'II.4.3' },
      description:
        'The object has a new owner before conclusion: the offer falls and the new applicant is to be identified.',
    },
    'project.joined': joinsProject,
    'offer.revised': revise,
    'annulment.held': {
      actions: 'recordAnnulmentHold',
      meta: { clause: 'II.11.3' },
      description: 'An employee holds warning and annulment, with reasons.',
    },
    'hold.released': {
      guard: 'annulmentIsHeld',
      actions: 'releaseAnnulmentHold',
      meta: { clause: 'II.11.3' },
      description: 'The hold is released.',
    },
    'notice.failed': [
      { ...offerBounced, target: '.offered' },
      {
        guard: and([{ type: 'failedNoticeIs', params: { notice: 'N-ANNWARN' } }, 'failedNoticeIsCurrent']),
        actions: ['recordWarningFailed', 'resendByPost'],
        meta: { clause: 'II.16.4.3' },
        description: 'The warning was not delivered: its ten days start anew on receipt by post.',
      },
      bounced,
    ],
    'deadline.passed': {
      actions: 'recordPassed',
      meta: { clause: 'II.11.2' },
      description: 'A deadline has passed; staff are told of a breach.',
    },
  },
  states: {
    offered: {
      description: 'Part I and the advance invoice are with the customer, who may sign, pay or object.',
      meta: { clause: 'II.11.2', awaits: 'customer' },
      on: {
        'offer.objected': [
          {
            target: 'objected',
            guard: 'windowIsOpen',
            actions: 'recordObjection',
            meta: { clause: 'II.11.2' },
            description: 'A reasoned objection in time: the operator answers within fourteen days.',
          },
          objectsLate,
        ],
        'annulment.warned': {
          guard: and(['warningMayComeEarly', 'customerDidNothing', 'annulmentIsNotHeld']),
          actions: ['recordWarning', notice('N-ANNWARN')],
          meta: { clause: 'II.11.3' },
          description: 'Before the window ends only where the operator has chosen so (T-06).',
        },
        'deadline.passed': [
          {
            target: 'annulment-warned',
            guard: and([
              { type: 'deadlineIs', params: { name: 'objection-window' } },
              'isWarned',
              'customerDidNoneOfTheThree',
            ]),
            actions: 'recordPassed',
            meta: { clause: 'II.11.3' },
            description: 'The window is over and the warning has gone out before (T-06).',
          },
          {
            target: 'offer-lapsed',
            guard: and([
              { type: 'deadlineIs', params: { name: 'objection-window' } },
              'customerDidNoneOfTheThree',
            ]),
            actions: 'recordPassed',
            meta: { clause: 'II.11.3' },
            description: 'The window is over and the customer has neither signed, paid nor objected.',
          },
        ],
        'application.annulled': { ...annul, description: 'Never without a warning.' },
      },
    },
    objected: {
      description: 'A reasoned objection came in time; it blocks annulment until it is decided in writing.',
      meta: { clause: 'II.11.2', awaits: 'operator' },
      on: {
        'offer.objected': [
          {
            guard: 'windowIsOpen',
            actions: 'recordObjection',
            meta: { clause: 'II.11.2' },
            description: 'Another objection within the window is added to the pending one (T-04).',
          },
          objectsLate,
        ],
        'objection.rejected': [
          {
            target: 'offered',
            guard: 'windowIsOpen',
            actions: ['recordRejection', notice('N-OBJREJ')],
            meta: { clause: 'II.11.2' },
            description: 'Rejected with reasons while the window still runs.',
          },
          {
            target: 'offered',
            guard: 'customerHasActedOtherwise',
            actions: ['recordRejection', notice('N-OBJREJ')],
            meta: { clause: 'II.11.2' },
            description:
              'Rejected with reasons; the customer has signed or paid, so the offer does not lapse.',
          },
          {
            target: 'offer-lapsed',
            actions: ['recordRejection', notice('N-OBJREJ')],
            meta: { clause: 'II.11.3' },
            description: 'The window is not restarted.',
          },
        ],
        'notice.failed': offerBounced,
        'offer.revised': {
          ...revise,
          target: 'offered',
          guard: and(['offerFitsItsDates', 'offerIsPriced']),
          description: 'The objection is founded: a revised contract and invoice open a new window.',
        },
      },
    },
    'offer-lapsed': {
      description:
        'The window is over and the customer has neither signed, paid nor objected; the offer can still be accepted.',
      meta: { clause: 'II.11.3', awaits: 'operator' },
      on: {
        'offer.objected': objectsTooLate,
        'annulment.warned': {
          target: 'annulment-warned',
          guard: and(['customerDidNothing', 'annulmentIsNotHeld']),
          actions: ['recordWarning', notice('N-ANNWARN')],
          meta: { clause: 'II.11.3' },
          description:
            'The written warning goes out; annulment is lawful after ten complete days from its receipt.',
        },
        'application.annulled': annul,
        'notice.dispatched': offerDispatchedLate,
      },
    },
    'annulment-warned': {
      description: 'The written warning is on its way; the customer can still sign or pay.',
      meta: { clause: 'II.11.3', awaits: 'customer' },
      on: {
        'offer.objected': objectsTooLate,
        'annulment.warned': {
          guard: and(['warningWasNotDelivered', 'customerDidNothing', 'annulmentIsNotHeld']),
          actions: ['recordWarning', notice('N-ANNWARN')],
          meta: { clause: 'II.11.3' },
          description: 'The warning came back and could not go by post: it is sent again.',
        },
        'application.annulled': annul,
        'notice.dispatched': offerDispatchedLate,
      },
    },
  },
});
