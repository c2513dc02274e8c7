import { findAccount } from '../../../db/accounts.ts';
import { findCase } from '../../../db/cases.ts';
import { deadlinesOf } from '../../../db/deadlines.ts';
import { provenCodeOf } from '../../../db/proofs.ts';
import {
  addReminders,
  findReminderWish,
  nextReminder,
  noteReminder,
  remindersAreInHand,
  takeReminders,
  wishedDeadlines,
} from '../../../db/reminders.ts';
import type { AccountRow, CaseRow, DeadlineRow, ReminderRow, ReminderWishRow } from '../../../db/rows.ts';
import type { Moment } from '../../casework/happened.ts';
import type { Outbox } from '../../casework/move-clock.ts';
import { type CaseworkParts, momentNow, todayOf } from '../../casework/parts.ts';
import { maySee } from '../../casework/visible.ts';
import { callerBehind } from '../../identity/accounts.ts';
import { callersOf } from '../../identity/contexts.ts';
import { day, daysBetween } from '../../law/days.ts';
import type { Language } from '../../law/words.ts';
import type { DeliveryLog } from '../dispatch.ts';
import { type Mailer, messageDomainOf } from '../mail.ts';
import { outboxOf } from '../outbox.ts';
import { LEASE, pauseAfter } from '../pauses.ts';
import { farthestLastDay, goesOutAt, isDue, isOver, isRemindable } from './planned.ts';
import { reminderWords } from './words.ts';

/** Reminders on their way: noted when they fall due, sent by whoever takes them first. */

export interface ReminderParts extends Pick<CaseworkParts, 'db' | 'clock' | 'lawBook'> {
  /** null: no relay is known, and nobody is reminded. */
  readonly mailer: Mailer | null;
}

/** Reminders taken at once. */
const BATCH = 20;

/** Notes what has fallen due by now, each once for its deadline and last day. */
async function noteDue(parts: ReminderParts): Promise<void> {
  const moment = await momentNow(parts);
  const { operator } = moment.law;
  const { timeZone } = operator;
  const today = todayOf(moment);
  const wished = await wishedDeadlines(parts.db, today.toString(), farthestLastDay(today).toString());
  const at = moment.at.toString();
  await addReminders(
    parts.db,
    wished
      .filter((one) => isDue(one, moment.at, timeZone))
      .map(({ caseId, accountId, deadline, lastDay }) => ({
        caseId,
        accountId,
        deadline,
        lastDay,
        messageId: `<reminder-${crypto.randomUUID()}@${messageDomainOf(operator)}>`,
        createdAt: at,
        sentAt: null,
        wakeAt: at,
        attempts: 0,
        lastError: null,
      })),
  );
}

interface StillWanted {
  readonly wish: ReminderWishRow;
  readonly deadline: DeadlineRow;
  readonly caseNumber: string;
}

/** Whether the account, in its own name or in that of a customer who lets it in (PO-04), sees the case at this moment. */
async function seesStill(
  { db }: ReminderParts,
  account: AccountRow,
  row: CaseRow,
  { at, law }: Moment,
): Promise<boolean> {
  const proven = (await provenCodeOf(db, account)) !== null;
  const own = callerBehind(account, { level: '0', method: 'none', proven });
  for await (const reader of callersOf(db, own))
    if (maySee(reader, row, at, law.operator.timeZone)) return true;
  return false;
}

/** What a reminder rests on is read at the moment of sending: the wish, the deadline, and whether its reader may still see
 *  the case. A text says why it is let go. */
async function stillWanted(parts: ReminderParts, reminder: ReminderRow): Promise<StillWanted | string> {
  const { caseId, accountId } = reminder;
  const [moment, wish, account, row, deadlines] = await Promise.all([
    momentNow(parts),
    findReminderWish(parts.db, caseId, accountId),
    findAccount(parts.db, accountId),
    findCase(parts.db, caseId),
    deadlinesOf(parts.db, caseId),
  ]);
  if (!wish?.deadlines.includes(reminder.deadline)) return 'no longer wanted';
  if (!account?.active || !row || !(await seesStill(parts, account, row, moment)))
    return 'the account no longer sees the case';
  const deadline = deadlines.find(({ name }) => name === reminder.deadline);
  if (deadline?.state !== 'running' || deadline.lastDay !== reminder.lastDay)
    return 'the deadline no longer runs';
  if (isOver(reminder.lastDay, todayOf(moment))) return 'the last day has passed';
  return { wish, deadline, caseNumber: row.number };
}

const UNDONE = { sentAt: null, wakeAt: null } as const;

async function tryAgain(parts: ReminderParts, reminder: ReminderRow, reason: string): Promise<void> {
  const pause = pauseAfter(reminder.attempts);
  const wakeAt = pause && (await parts.clock.now()).add(pause).toString();
  await noteReminder(parts.db, reminder, { sentAt: null, wakeAt, lastError: reason.slice(0, 500) });
}

async function send(parts: ReminderParts, mailer: Mailer, reminder: ReminderRow): Promise<void> {
  const wanted = await stillWanted(parts, reminder);
  if (typeof wanted === 'string') return noteReminder(parts.db, reminder, { ...UNDONE, lastError: wanted });
  const { wish, deadline, caseNumber } = wanted;
  const moment = await momentNow(parts);
  const { operator } = moment.law;
  const today = todayOf(moment);
  const { messageId, lastDay } = reminder;
  if (!isRemindable(deadline.name)) throw new Error(`Nobody is reminded of “${deadline.name}”.`);
  const words = reminderWords(
    {
      deadline: deadline.name,
      lastDay,
      daysLeft: daysBetween(today, day(lastDay)),
      clause: deadline.clause,
      caseNumber,
      today: today.toString(),
    },
    wish.language as Language,
    operator,
  );
  const envelopeId = messageId.slice(1, messageId.indexOf('@'));
  const outcome = await mailer.send(
    { envelopeId, messageId, to: wish.email, ...words, attached: [] },
    operator,
  );
  switch (outcome.kind) {
    case 'accepted': {
      const sentAt = (await parts.clock.now()).toString();
      return noteReminder(parts.db, reminder, { sentAt, wakeAt: null, lastError: null });
    }
    // A reminder is no notice: one that is refused is let go, and the deadline stands (II.16.4 does not apply).
    case 'refused':
      return noteReminder(parts.db, reminder, { ...UNDONE, lastError: outcome.reason });
    case 'later':
      return tryAgain(parts, reminder, outcome.reason);
  }
}

/** Notes and sends what is due, and says how many reminders were taken. */
export async function remindDue(parts: ReminderParts, log: DeliveryLog): Promise<number> {
  const { mailer } = parts;
  if (!mailer) return 0;
  await noteDue(parts);
  const now = await parts.clock.now();
  const taken = await takeReminders(parts.db, now.toString(), now.add(LEASE).toString(), BATCH);
  await Promise.all(
    taken.map((reminder) =>
      send(parts, mailer, reminder).catch(async (error: unknown) => {
        log.warn({ caseId: reminder.caseId }, 'a reminder could not be sent');
        await tryAgain(parts, reminder, String(error));
      }),
    ),
  );
  return taken.length;
}

/** When there is a reminder to send next; null: none is wanted of a deadline that runs. */
async function nextToRemind(parts: ReminderParts): Promise<string | null> {
  if (!parts.mailer) return null;
  const moment = await momentNow(parts);
  const { timeZone } = moment.law.operator;
  const [waiting, wished] = await Promise.all([
    nextReminder(parts.db),
    wishedDeadlines(parts.db, todayOf(moment).toString(), null),
  ]);
  const instants = wished.map((one) => goesOutAt(one, timeZone));
  if (waiting !== null) instants.push(Temporal.Instant.from(waiting));
  return instants.sort(Temporal.Instant.compare)[0]?.toString() ?? null;
}

export const reminderOutbox = (parts: ReminderParts, log: DeliveryLog): Outbox =>
  outboxOf({
    handOverDue: () => remindDue(parts, log),
    isInHand: async () =>
      parts.mailer !== null && (await remindersAreInHand(parts.db, (await parts.clock.now()).toString())),
    next: () => nextToRemind(parts),
  });
