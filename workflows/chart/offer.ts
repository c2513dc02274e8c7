import { applicationWithdrawn } from '../acts/application/withdrawn.ts';
import { projectJoined } from '../acts/connection/project-joined.ts';
import { deadlinePassed } from '../acts/deadline-passed.ts';
import { noticeDispatched } from '../acts/delivery/notice-dispatched.ts';
import { noticeFailed } from '../acts/delivery/notice-failed.ts';
import { holdReleased } from '../acts/ending/hold-released.ts';
import { ownerChanged } from '../acts/ending/owner-changed.ts';
import { paymentReceived } from '../acts/money/payment-received.ts';
import { applicationAnnulled } from '../acts/offer/annulled.ts';
import { annulmentHeld } from '../acts/offer/annulment-held.ts';
import { annulmentWarned } from '../acts/offer/annulment-warned.ts';
import { offerObjected } from '../acts/offer/objected.ts';
import { objectionRejected } from '../acts/offer/objection-rejected.ts';
import { offerRevised } from '../acts/offer/revised.ts';
import { contractSigned } from '../acts/offer/signed.ts';
import { lapses, lapsesWarned } from '../deadlines/objection-window.ts';
import { concludedByPayment, concludedBySignatures, concludedLate, priceLapsed } from './conclusion.ts';
import { always, leads, type StateConfig } from './leads.ts';

/** From the offer to its conclusion or annulment (II.11.2 to II.11.5). */

export const OFFER_ACTS = [
  contractSigned,
  offerObjected,
  offerRevised,
  objectionRejected,
  annulmentWarned,
  applicationAnnulled,
  annulmentHeld,
] as const;

export const offer: StateConfig = {
  description: 'An offer is with the customer and may be accepted.',
  meta: { clause: 'II.11.2' },
  initial: 'offered',
  always: always(
    [concludedByPayment, 'contract'],
    [concludedLate, 'contract'],
    [concludedBySignatures, 'contract'],
    [priceLapsed],
  ),
  on: leads(
    [paymentReceived.ways.onTheOffer],
    [contractSigned.ways.signed],
    [applicationWithdrawn.ways.withOffer, 'withdrawn'],
    [ownerChanged.ways.offerFalls, '#case.application.incomplete'],
    [projectJoined.ways.joined],
    [offerRevised.ways.priceLapsed, '.offered'],
    [annulmentHeld.ways.held],
    [holdReleased.ways.ofAnnulment],
    [noticeFailed.ways.offer, '.offered'],
    [noticeFailed.ways.warning],
    [noticeFailed.ways.other],
    [deadlinePassed.ways.onTheOffer],
  ),
  states: {
    offered: {
      description: 'Part I and the advance invoice are with the customer, who may sign, pay or object.',
      meta: { clause: 'II.11.2' },
      on: leads(
        [offerObjected.ways.inTime, 'objected'],
        [offerObjected.ways.late],
        [annulmentWarned.ways.early],
        [lapsesWarned, 'annulment-warned'],
        [lapses, 'offer-lapsed'],
      ),
    },
    objected: {
      description: 'A reasoned objection came in time; it blocks annulment until it is decided in writing.',
      meta: { clause: 'II.11.2' },
      on: leads(
        [offerObjected.ways.moreReasons],
        [offerObjected.ways.late],
        [objectionRejected.ways.windowRuns, 'offered'],
        [objectionRejected.ways.customerActed, 'offered'],
        [objectionRejected.ways.lapses, 'offer-lapsed'],
        [noticeFailed.ways.offer],
        [offerRevised.ways.objectionFounded, 'offered'],
      ),
    },
    'offer-lapsed': {
      description:
        'The window is over and the customer has neither signed, paid nor objected; the offer can still be accepted.',
      meta: { clause: 'II.11.3' },
      on: leads(
        [offerObjected.ways.late],
        [annulmentWarned.ways.afterTheWindow, 'annulment-warned'],
        [applicationAnnulled.ways.annulled, '#case.annulled'],
        [noticeDispatched.ways.windowReopens, 'offered'],
      ),
    },
    'annulment-warned': {
      description: 'The written warning is on its way; the customer can still sign or pay.',
      meta: { clause: 'II.11.3' },
      on: leads(
        [offerObjected.ways.late],
        [annulmentWarned.ways.again],
        [applicationAnnulled.ways.annulled, '#case.annulled'],
        [noticeDispatched.ways.windowReopens, 'offered'],
      ),
    },
  },
};
