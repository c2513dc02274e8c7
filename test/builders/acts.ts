import type { PartOneOverrides } from '../../src/law/terms/terms.ts';
import type { EventData, EventInput } from '../../workflows/events.ts';
import type { DataRight } from '../../workflows/vocabulary.ts';
import { costing, costingGross, pricedFor } from './quotes.ts';
import { type ActOptions, act, factsOf, lettersOf, type Part, type Story, todayOf } from './story.ts';

/** The acts of a case in the words of the field; each names its day first. */

type Application = EventInput<'application.submitted'>;

export const anApplication = (more: Application = {}): Application => ({
  customer: {
    kind: 'natural',
    name: 'Anna Ozola',
    household: true,
    email: 'anna@example.lv',
    postalAddress: 'Liepu iela 1, Rīga',
    ...more.customer,
  },
  object: { address: 'Bērzu iela 2, Ādaži', ...more.object },
  connection: { phases: 3, ampere: '25', volt: '400', ...more.connection },
  purpose: more.purpose ?? 'new',
});

export const drafted = (on: string, application: Application = {}): Part =>
  act(on, 'application.drafted', application);
export const submitted = (on: string, application: Application = anApplication()): Part =>
  act(on, 'application.submitted', application);
export const identified = (
  on: string,
  method: EventInput<'customer.identified'>['method'] = 'portal-eid',
): Part => act(on, 'customer.identified', { method });
export const routed = (on: string, needs: Partial<EventInput<'application.routed'>> = {}): Part =>
  act(on, 'application.routed', {
    designNeeded: false,
    contractorNeeded: false,
    ...(needs.designNeeded ? { designBy: 'customer' } : {}),
    ...(needs.contractorNeeded ? { contractorChosenBy: 'operator' } : {}),
    ...needs,
  });
export const designReceived = (on: string, receivedOn = on): Part =>
  act(on, 'design.received', { on: receivedOn.slice(0, 10) });
export const contractorDetermined = (on: string, chosenBy: 'customer' | 'operator' = 'operator'): Part =>
  act(on, 'contractor.determined', { on: on.slice(0, 10), chosenBy });
export const returned = (on: string, ...missing: string[]): Part =>
  act(on, 'application.returned', { missing });
export const supplied = (on: string, what: EventInput<'application.completed'> = {}): Part =>
  act(on, 'application.completed', what);

export interface OfferTerms extends Partial<Omit<EventInput<'offer.issued'>, 'quote'>> {
  readonly quote?: EventInput<'offer.issued'>['quote'];
  readonly gross?: string;
}

const offer =
  (type: 'offer.issued' | 'offer.revised') =>
  (on: string, { gross, ...terms }: OfferTerms = {}): Part => {
    const issuedOn = Temporal.PlainDate.from(on.slice(0, 10));
    const data: EventInput<'offer.issued'> = {
      quote: gross ? costingGross(gross) : costing('5000.00'),
      termOn: issuedOn.add({ months: 8 }).toString(),
      paymentDueOn: issuedOn.add({ days: 30 }).toString(),
      channel: 'portal',
      ownershipBoundary: 'Uzskaites sadalnes spailes pie zemes gabala robežas',
      ...terms,
    };
    return act(on, type, data, {
      computed: (story) => ({ quote: pricedFor(story, data.quote, data.partOne as PartOneOverrides) }),
    });
  };
export const issued = offer('offer.issued');
export const revised = offer('offer.revised');

export const objected = (on: string, reasons = 'The route crosses my garden.', options?: ActOptions): Part =>
  act(on, 'offer.objected', { reasons }, options);
export const rejected = (on: string, reasons = 'No other route is possible.'): Part =>
  act(on, 'objection.rejected', { reasons });
export const signed = (
  on: string,
  party: 'customer' | 'operator',
  more: Partial<EventInput<'contract.signed'>> = {},
): Part =>
  act(
    on,
    'contract.signed',
    { party, form: 'portal', ...more },
    { role: party === 'customer' ? 'customer' : 'engineer' },
  );
export const bothSigned =
  (on: string): Part =>
  (story) =>
    signed(on, 'operator')(signed(on, 'customer')(story));

export const paid = (on: string, amount?: string, more: Partial<EventInput<'payment.received'>> = {}): Part =>
  act(on, 'payment.received', (story) => ({
    amount: amount ?? factsOf(story).offer!.quote.customerGross,
    receivedOn: todayOf(story),
    ...more,
  }));
export const warned = (on: string, channel?: EventInput<'annulment.warned'>['channel']): Part =>
  act(on, 'annulment.warned', channel ? { channel } : {}, { role: 'service' });
export const annulled = (on: string): Part =>
  act(on, 'application.annulled', { reasons: 'stale' }, { role: 'service' });
export const annulmentHeld = (on: string): Part =>
  act(on, 'annulment.held', { reasons: 'the customer is in hospital' });
export const endingHeld = (on: string): Part =>
  act(on, 'ending.held', { reasons: 'the bank confirmed the transfer' });
export const released = (on: string): Part => act(on, 'hold.released', { reasons: 'no longer needed' });
export const applicationWithdrawn = (on: string): Part => act(on, 'application.withdrawn', {});
export const ownerChanged = (on: string, more: Partial<EventInput<'owner.changed'>> = {}): Part =>
  act(on, 'owner.changed', { on: on.slice(0, 10), newOwner: 'Jānis Bērzs', ...more });
export const contractWithdrawn = (on: string, more: Partial<EventInput<'contract.withdrawn'>> = {}): Part =>
  act(on, 'contract.withdrawn', { form: 'portal', ...more });

/** Both sides agree: the customer first, the operator second. */
export function bothAgree<
  Type extends
    | 'term.extended'
    | 'usage.agreed'
    | 'contract.amended'
    | 'termination.agreed'
    | 'application.reinstated',
>(on: string, type: Type, data: EventInput<Type>): Part {
  const { quote } = data as { quote?: EventInput<'offer.issued'>['quote'] };
  const computed = (story: Story) => (quote ? { quote: pricedFor(story, quote) } : {});
  return (story) =>
    act(on, type, data, { role: 'service', computed })(
      act(on, type, data, { role: 'customer', computed })(story),
    );
}

export const worksStarted = (on: string, startedOn = on): Part =>
  act(on, 'works.started', { on: startedOn.slice(0, 10) });
export const worksCompleted = (on: string, more: Partial<EventInput<'works.completed'>> = {}): Part =>
  act(on, 'works.completed', { on: on.slice(0, 10), channel: 'portal', ...more });

type SuspensionReason = EventData<'works.suspended'>['reason'];
const later = (on: string, days: number): string =>
  Temporal.PlainDate.from(on.slice(0, 10)).add({ days }).toString();

export const suspended = (
  on: string,
  reason: SuspensionReason,
  more: { from?: string; remedyBy?: string; source?: 'TR' | 'design' | 'TP' } = {},
  options?: ActOptions,
): Part => {
  const from = more.from ?? on.slice(0, 10);
  const remedyBy = more.remedyBy ?? later(from, 30);
  const source = more.source ? { source: more.source } : {};
  const data: Record<SuspensionReason, EventInput<'works.suspended'>> = {
    'design-flaws': { reason: 'design-flaws', from, remedyBy, flaws: ['the cable crosses a gas main'] },
    'preparatory-works': {
      reason: 'preparatory-works',
      from,
      remedyBy,
      works: ['move the fence'],
      ...source,
    },
    'adverse-conditions': {
      reason: 'adverse-conditions',
      from,
      likelyEndOn: later(from, 20),
      conditions: 'frozen ground',
    },
    'digging-ban': {
      reason: 'digging-ban',
      from,
      municipality: 'Ādažu novads',
      regulation: 'Saistošie noteikumi Nr. 5',
    },
  };
  return act(on, 'works.suspended', data[reason], options);
};
export const resumed = (on: string, reason: SuspensionReason, resumedOn = on, options?: ActOptions): Part =>
  act(on, 'works.resumed', { reason, on: resumedOn.slice(0, 10) }, options);

export const forceMajeure = (
  on: string,
  startedOn = on,
  more: Partial<EventInput<'force-majeure.notified'>> = {},
): Part =>
  act(
    on,
    'force-majeure.notified',
    { startedOn: startedOn.slice(0, 10), event: 'storm', likelyEndOn: later(startedOn, 90), ...more },
    { role: 'engineer' },
  );
export const forceMajeureEnded = (on: string): Part =>
  act(on, 'force-majeure.ended', { on: on.slice(0, 10) }, { role: 'engineer' });

export const ready = (
  on: string,
  more: Partial<EventInput<'readiness.confirmed'>> = {},
  options?: ActOptions,
): Part =>
  act(on, 'readiness.confirmed', { installationsBuilt: true, preparedForVoltage: true, ...more }, options);
export const notReady = (on: string): Part => act(on, 'readiness.disproved', { findings: 'no entry device' });
export const connected = (on: string, more: Partial<EventInput<'connection.made'>> = {}): Part =>
  act(on, 'connection.made', { on: on.slice(0, 10), ...more });
export const oldSupplyCut = (on: string): Part => act(on, 'old-supply.cut', { on: on.slice(0, 10) });

export const terminated = (
  on: string,
  reason: EventInput<'contract.terminated'>['reason'],
  options?: ActOptions,
): Part =>
  act(on, 'contract.terminated', { reason, facts: 'as recorded', reasons: 'the operator’s right' }, options);
export const debtWarned = (on: string, channel: EventInput<'debt.warned'>['channel'] = 'portal'): Part =>
  act(on, 'debt.warned', { channel });
export const handedOver = (on: string): Part => act(on, 'debt.handed-over', {});
export const refundDecided = (on: string, refund: string, retained: string): Part =>
  act(on, 'refund.decided', { refund, retained, reasons: 'proven cost' });
export const refundPaid = (on: string, amount: string): Part =>
  act(on, 'refund.paid', { on: on.slice(0, 10), amount });
export const complained = (on: string): Part => act(on, 'complaint.filed', { text: 'Why so dear?' });
export const complaintAnswered = (on: string, extraChecks?: boolean): Part =>
  act(on, 'complaint.answered', { text: 'Because.', ...(extraChecks === undefined ? {} : { extraChecks }) });
export const dataRequested = (on: string, right: DataRight = 'access'): Part =>
  act(on, 'data-request.filed', { right, text: 'What do you know of me?' });
export const dataRequestProlonged = (on: string, right: DataRight = 'access'): Part =>
  act(on, 'data-request.prolonged', { right, reasons: 'The archive is searched.' });
export const dataRequestAnswered = (on: string, right: DataRight = 'access'): Part =>
  act(on, 'data-request.answered', { right, outcome: 'granted', text: 'A copy is in the portal.' });
export const disclosureNotified = (on: string, discoveredOn = on.slice(0, 10)): Part =>
  act(on, 'disclosure.notified', {
    discoveredOn,
    happened: 'A letter went to the neighbour.',
    data: ['name and address'],
    measures: 'The neighbour gave it back.',
  });
export const joinedProject = (on: string, projectId = 'P-1'): Part =>
  act(on, 'project.joined', { projectId, shareNet: '5000.00' });

/** The latest letter of a kind comes back undelivered. */
export const letterFailed = (
  on: string,
  notice: string,
  {
    channel = 'email',
    postalAddressKnown = true,
  }: { channel?: 'portal' | 'email' | 'post' | 'hand'; postalAddressKnown?: boolean } = {},
): Part =>
  act(
    on,
    'notice.failed',
    { noticeId: 'x', reason: 'no such mailbox' },
    {
      role: 'service',
      computed: (story) => ({
        failedNotice: { notice, seq: lastSeqOf(story, notice), channel },
        postalAddressKnown,
      }),
    },
  );

/** A letter that was sent again by post bears the number of the event by which it went out. */
function lastSeqOf(story: Story, notice: string): number {
  const sent = lettersOf(story).findLast((letter) => letter.notice === notice)?.seq ?? 0;
  const again = story.happened.findLast(
    ({ event }) => event.type === 'notice.failed' && event.computed.failedNotice?.notice === notice,
  );
  return Math.max(sent, again?.event.seq ?? 0);
}

export const detailsChanged = (
  on: string,
  more: EventInput<'details.changed'> = { email: 'new@example.lv' },
): Part => act(on, 'details.changed', more);

/** The latest letter of a kind comes back undelivered. */

/** The latest letter of a kind has left the house. */
export const dispatched = (
  on: string,
  leftOn: string,
  notice: string,
  { seq, channel = 'post' }: { seq?: number; channel?: 'portal' | 'email' | 'post' | 'hand' } = {},
): Part =>
  act(
    on,
    'notice.dispatched',
    { noticeId: 'x', on: leftOn },
    {
      computed: (story) => ({
        dispatchedNotice: {
          notice,
          seq: seq ?? lettersOf(story).findLast((letter) => letter.notice === notice)!.seq,
          channel,
        },
      }),
    },
  );
