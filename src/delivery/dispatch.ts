import { bytesOf } from '../../db/documents.ts';
import {
  markNoticeSent,
  nextNotice,
  noticesAreInHand,
  postponeNotice,
  type TakenNotice,
  takeNotices,
} from '../../db/notices.ts';
import type { NoticeRow } from '../../db/rows.ts';
import { CLOCK_CALLER } from '../casework/caller.ts';
import type { DeliveredState } from '../casework/carry-out/letter.ts';
import type { Casework } from '../casework/casework.ts';
import type { Outbox } from '../casework/move-clock.ts';
import { type CaseworkParts, momentNow } from '../casework/parts.ts';
import { dayOf } from '../law/days.ts';
import { letterFailed } from './failed-letter.ts';
import { envelopeIdOf, type Mailer, messageDomainOf } from './mail.ts';
import { outboxOf } from './outbox.ts';
import { LEASE, pauseAfter } from './pauses.ts';
import type { Documents } from './rendering.ts';
import { termsText } from './terms-text.ts';

export interface DispatchParts extends Pick<CaseworkParts, 'db' | 'clock' | 'lawBook'> {
  readonly documents: Documents;
  readonly casework: Pick<Casework, 'post'>;
  /** null: no relay is known; e-mails are kept in the portal. */
  readonly mailer: Mailer | null;
}

export interface DeliveryLog {
  warn(details: Readonly<Record<string, string>>, message: string): void;
}

/** Letters taken at once; a dispatcher that dies has no more than these to be taken by another. */
const BATCH = 20;

/** What a letter that no mail server carries waits for once its document stands. */
const BY_HAND: Readonly<Record<string, DeliveredState>> = {
  portal: 'delivered',
  post: 'to-post',
  hand: 'to-sign',
};

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

/** Tries a letter later, or gives it up: then it is a task for staff, who see the reason. */
async function later(
  parts: DispatchParts,
  letter: NoticeRow,
  reason: string,
  log: DeliveryLog,
): Promise<void> {
  const pause = pauseAfter(letter.attempts);
  const wakeAt = pause && (await parts.clock.now()).add(pause).toString();
  const given = letter.deliveredState === 'delivered' ? 'delivered' : 'dead';
  await postponeNotice(parts.db, letter.caseId, letter.id, {
    error: reason,
    wakeAt,
    deliveredState: wakeAt === null ? given : letter.deliveredState,
  });
  if (wakeAt === null) log.warn({ caseId: letter.caseId, noticeId: letter.id }, 'a letter was given up');
}

async function sent(parts: DispatchParts, letter: NoticeRow, deliveredState: DeliveredState): Promise<void> {
  const { caseId, id, messageId } = letter;
  const sentAt = deliveredState === 'sent' ? (await parts.clock.now()).toString() : letter.sentAt;
  await markNoticeSent(parts.db, caseId, id, { sentAt, deliveredState, messageId });
}

/** An e-mail counts from the moment of sending (II.16.4.3): one that waited past midnight counts on the later day. */
async function sentOnLaterDay(parts: DispatchParts, letter: NoticeRow): Promise<boolean> {
  const { at, law } = await momentNow(parts);
  const { timeZone } = law.operator;
  const today = dayOf(at, timeZone).toString();
  if (today === dayOf(letter.createdAt, timeZone).toString()) return false;
  const data = { noticeId: letter.id, on: today };
  await parts.casework.post(
    CLOCK_CALLER,
    letter.caseId,
    { type: 'notice.dispatched', data },
    { language: 'lv' },
  );
  return true;
}

async function byEmail(
  parts: DispatchParts,
  mailer: Mailer,
  letter: NoticeRow,
  log: DeliveryLog,
): Promise<void> {
  const { operator } = parts.lawBook();
  const { words, document } = await parts.documents.ready(letter);
  const { recipient: to } = letter;
  const messageId = letter.messageId!;
  const envelopeId = envelopeIdOf(messageId);
  const attached = [
    { name: document.name, bytes: await bytesOf(parts.db, document) },
    ...(await termsText(parts, letter)),
  ];
  const outcome = await mailer.send({ envelopeId, messageId, to, ...words, attached }, operator);
  switch (outcome.kind) {
    case 'accepted':
      if (!(await sentOnLaterDay(parts, letter))) await sent(parts, letter, 'sent');
      return;
    case 'refused':
      await letterFailed(parts, letter, outcome.reason);
      return;
    case 'later':
      await later(parts, letter, outcome.reason, log);
  }
}

/** A copy is no notice: it takes no part in receipt, and one that does not arrive is let go (II.16.4). */
async function copied(
  parts: DispatchParts,
  mailer: Mailer,
  letter: TakenNotice,
  log: DeliveryLog,
): Promise<void> {
  const { operator } = parts.lawBook();
  const { words, copyTo, document } = await parts.documents.ready(letter);
  if (copyTo !== null) {
    const envelopeId = `${letter.id}.${letter.mark}.copy`;
    const messageId = `<${envelopeId}@${messageDomainOf(operator)}>`;
    const attached = [{ name: document.name, bytes: await bytesOf(parts.db, document) }];
    const outcome = await mailer.send({ envelopeId, messageId, to: copyTo, ...words, attached }, operator);
    if (outcome.kind === 'later') return later(parts, letter, outcome.reason, log);
  }
  await sent(parts, letter, 'delivered');
}

/** Letters that a process has in hand. */
const HANDS = new WeakMap<DispatchParts, Set<string>>();

/** A moved clock can end the lease of a letter that somebody wrote while it moved, and that this very process is sending:
 *  taken a second time, it is left to the hand that it is in. */
async function handOver(parts: DispatchParts, letter: TakenNotice, log: DeliveryLog): Promise<void> {
  const hands = HANDS.get(parts) ?? new Set();
  HANDS.set(parts, hands);
  if (hands.has(letter.id)) return;
  hands.add(letter.id);
  await handedOver(parts, letter, log).finally(() => hands.delete(letter.id));
}

async function handedOver(parts: DispatchParts, letter: TakenNotice, log: DeliveryLog): Promise<void> {
  try {
    if (letter.channel === 'email' && parts.mailer) return await byEmail(parts, parts.mailer, letter, log);
    if (letter.channel === 'portal' && parts.mailer) return await copied(parts, parts.mailer, letter, log);
    await parts.documents.documentOf(letter);
    await sent(parts, letter, BY_HAND[letter.channel] ?? 'not-sent');
  } catch (error) {
    await later(parts, letter, reasonOf(error), log);
  }
}

interface Asked {
  /** Letters of the portal have been handed over with their event; only their documents wait. */
  readonly toHandOverOnly?: boolean;
}

/** Hands over what is due, oldest first, and says how many letters that were. */
export async function dispatchDue(
  parts: DispatchParts,
  log: DeliveryLog,
  { toHandOverOnly = false }: Asked = {},
): Promise<number> {
  const now = await parts.clock.now();
  const taking = { messageDomain: messageDomainOf(parts.lawBook().operator), toHandOverOnly };
  const taken = await takeNotices(parts.db, now.toString(), now.add(LEASE).toString(), BATCH, taking);
  await Promise.all(taken.map((letter) => handOver(parts, letter, log)));
  return taken.length;
}

/** Letters to be handed over. Those of the portal have been, with their event: only their documents wait. */
export const letterOutbox = (parts: DispatchParts, log: DeliveryLog): Outbox =>
  outboxOf({
    handOverDue: () => dispatchDue(parts, log, { toHandOverOnly: true }),
    isInHand: async () => noticesAreInHand(parts.db, (await parts.clock.now()).toString()),
    next: () => nextNotice(parts.db, true),
  });
