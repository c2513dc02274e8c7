import { casesOfObject, casesOfProject } from '../../../db/cases.ts';
import type { Database } from '../../../db/database.ts';
import { historyOf } from '../../../db/history.ts';
import { findNotice } from '../../../db/notices.ts';
import type { CaseRow, NoticeRow } from '../../../db/rows.ts';
import type { Draft } from '../../../workflows/application.ts';
import type { Computed } from '../../../workflows/computed.ts';
import { outstanding, termsOf } from '../../../workflows/derived.ts';
import { actOf, type CaseEvent, type EventType } from '../../../workflows/events.ts';
import type { Facts } from '../../../workflows/facts.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { dayOf } from '../../law/days.ts';
import type { Channel } from '../../law/deemed-receipt.ts';
import { quote } from '../../law/fees/quote.ts';
import type { QuoteRequest } from '../../law/fees/request.ts';
import { sumOf } from '../../law/money.ts';
import { Refusal } from '../../law/refusal.ts';
import { effectiveTerms, type PartOneOverrides } from '../../law/terms/terms.ts';
import { say } from '../../law/words.ts';
import { addressFor } from '../carry-out/addresses.ts';
import type { Moment } from '../happened.ts';
import type { EventRequest } from '../requests.ts';
import { approverRoles } from './approver-roles.ts';
import { assertNotReceived } from './bank-line.ts';
import { objectKeyOf } from './object-key.ts';

/** What is looked up for an event before it is decided; the chart itself asks nobody. */
export interface Prepared {
  readonly computed: Computed;
  /** The letter that the event names: its delivery failed and it goes again by post, or it has left the house. */
  readonly failed: NoticeRow | null;
}

const NOTHING: Prepared = { computed: {}, failed: null };
/** States of a letter that has not left the house. */
const AWAITS_DISPATCH = new Set(['queued', 'to-post', 'to-sign']);
const ENDED = new Set(['annulled', 'withdrawn', 'terminated', 'closed', 'draft']);

export async function prepare(
  db: Database,
  row: CaseRow | null,
  facts: Facts,
  event: EventRequest,
  moment: Moment,
): Promise<Prepared> {
  const { data } = event;
  const { looksUp } = actOf(event.type as EventType);
  switch (looksUp) {
    case null:
      return NOTHING;
    case 'duplicate-object':
      return {
        computed: {
          duplicateObject: await standsTwice(db, row?.id ?? null, { ...facts.application, ...data }),
        },
        failed: null,
      };
    case 'price-of-offer':
      assertReachable(facts, data.channel as Channel);
      return { computed: { quote: priced(facts, data, moment, true) }, failed: null };
    case 'price-of-amendment':
      return data.quote ? { computed: { quote: priced(facts, data, moment, false) }, failed: null } : NOTHING;
    case 'address-of-channel':
      if (data.channel) assertReachable(facts, data.channel as Channel);
      return NOTHING;
    case 'failed-letter':
      return failedLetter(db, row!.id, facts, String(data.noticeId));
    case 'dispatched-letter':
      return dispatchedLetter(db, row!.id, data as { noticeId: string; on: string }, moment);
    case 'debt-of-project':
      return data.reason === 'commonProject' && row?.projectId
        ? { computed: { projectOutstanding: await owedTogether(db, row.projectId) }, failed: null }
        : NOTHING;
    case 'decider-of-refund': {
      const approved = approverRoles(event.type as EventType, moment).length > 0;
      return approved || !row ? NOTHING : { computed: await deciderOfRefund(db, row.id), failed: null };
    }
    case 'earlier-bank-line':
      await assertNotReceived(db, row!.id, data as CaseEvent<'payment.received'>['data']);
      return NOTHING;
    default: {
      const never: never = looksUp;
      throw new Error(`Nobody looks up ${String(never)}.`);
    }
  }
}

/** The offer's price, by the terms that it pins with Part I above them. An amendment is priced by the contract's own. */
function priced(facts: Facts, data: Record<string, unknown>, { at, law }: Moment, newOffer: boolean) {
  const today = dayOf(at, law.operator.timeZone);
  const terms = newOffer
    ? effectiveTerms(law.termsInForce(today), data.partOne as PartOneOverrides | undefined)
    : termsOf(facts, law, today);
  return quote(data.quote as QuoteRequest, law, today, terms);
}

/** A channel needs its address before the contract as after it (T-16). */
function assertReachable(facts: Facts, channel: Channel): void {
  if (addressFor(facts.application, channel) !== null) return;
  const message = say('šim kanālam lietā nav adreses', 'the case has no address for this channel');
  throw new Refusal({
    code: 'channel.no-address',
    kind: 'invalid',
    clause: 'II.16.4',
    detail: say(
      `Kanālam „${channel}” nav adreses. Papildiniet klienta kontaktus vai izvēlieties citu kanālu.`,
      `There is no address for the channel “${channel}”. Add it to the customer’s details or choose another channel.`,
    ),
    errors: [{ field: 'channel', message }],
  });
}

async function letterOf(db: Database, caseId: string, noticeId: string): Promise<NoticeRow> {
  const letter = await findNotice(db, caseId, noticeId);
  if (letter) return letter;
  const message = say('šādas vēstules lietā nav', 'the case has no such letter');
  throw new Refusal({
    code: 'notice.unknown',
    kind: 'invalid',
    clause: 'II.16.4.3',
    detail: message,
    errors: [{ field: 'noticeId', message }],
  });
}

/** A letter leaves the house once, on a day that is neither before it was written nor still to come. */
async function dispatchedLetter(
  db: Database,
  caseId: string,
  { noticeId, on }: { noticeId: string; on: string },
  { at, law }: Moment,
): Promise<Prepared> {
  const letter = await letterOf(db, caseId, noticeId);
  const { timeZone } = law.operator;
  const writtenOn = dayOf(letter.createdAt, timeZone).toString();
  if (on < writtenOn || on > dayOf(at, timeZone).toString()) {
    const message = say(
      `jābūt dienai no ${writtenOn} līdz šodienai`,
      `must be a day from ${writtenOn} to today`,
    );
    throw new Refusal({
      code: 'notice.dispatch-day',
      kind: 'invalid',
      clause: 'II.16.4',
      detail: message,
      errors: [{ field: 'on', message }],
    });
  }
  if (!AWAITS_DISPATCH.has(letter.deliveredState) || letter.channel === 'portal')
    throw new Refusal({
      code: 'notice.not-to-dispatch',
      clause: 'II.16.4',
      detail: say(
        `Šī vēstule nav jānosūta: tās stāvoklis ir „${letter.deliveredState}”.`,
        `This letter does not wait to be sent: it is “${letter.deliveredState}”.`,
      ),
    });
  return {
    computed: {
      dispatchedNotice: { notice: letter.notice, seq: letter.seq, channel: letter.channel as Channel },
    },
    failed: letter,
  };
}

async function failedLetter(db: Database, caseId: string, facts: Facts, noticeId: string): Promise<Prepared> {
  const failed = await letterOf(db, caseId, noticeId);
  if (failed.deliveredState === 'failed')
    throw new Refusal({
      code: 'notice.already-failed',
      clause: 'II.16.4.3',
      detail: say(
        'Par šo vēstuli jau ir zināms, ka tā nav piegādāta.',
        'It is known already that this letter was not delivered.',
      ),
    });
  const postalAddressKnown = addressFor(facts.application, 'post') !== null;
  return {
    computed: {
      failedNotice: { notice: failed.notice, seq: failed.seq, channel: failed.channel as Channel },
      postalAddressKnown,
    },
    failed,
  };
}

async function standsTwice(db: Database, caseId: string | null, application: Draft): Promise<boolean> {
  const key = objectKeyOf(application);
  if (key === '') return false;
  return (await casesOfObject(db, key)).some((other) => other.id !== caseId && !ENDED.has(other.status));
}

async function owedTogether(db: Database, projectId: string): Promise<string> {
  const members = await casesOfProject(db, projectId);
  return sumOf(members.map((member) => outstanding((member.snapshot as CaseState).facts).toFixed(2))).toFixed(
    2,
  );
}

async function deciderOfRefund(db: Database, caseId: string): Promise<Computed> {
  const decided = (await historyOf(db, caseId)).findLast(({ type }) => type === 'refund.decided');
  return decided ? { refundDecidedBy: decided.actor } : {};
}
