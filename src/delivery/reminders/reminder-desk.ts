import { findAccount } from '../../../db/accounts.ts';
import { findCase } from '../../../db/cases.ts';
import { deadlinesOf } from '../../../db/deadlines.ts';
import { dropReminderWish, findReminderWish, keepReminderWish, remindersOf } from '../../../db/reminders.ts';
import type { CaseRow } from '../../../db/rows.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { type Caller, isStaff } from '../../casework/caller.ts';
import { type CaseworkParts, momentNow, todayOf } from '../../casework/parts.ts';
import { assertVisible } from '../../casework/visible.ts';
import { Refusal } from '../../law/refusal.ts';
import { type Language, say } from '../../law/words.ts';
import { FEWEST_DAYS, MOST_DAYS, planned, REMINDABLE, type Remindable } from './planned.ts';

/** What somebody wants to be reminded of in one case (PO-09). */
interface WantedReminders {
  /** None: no reminders. */
  readonly deadlines: readonly Remindable[];
  readonly daysBefore: number;
  readonly email: string;
  readonly language: Language;
}

export interface RemindersView extends WantedReminders {
  /** Whether this installation has a mail relay; without one nothing is sent. */
  readonly sends: boolean;
  /** The deadlines that one may choose, each with its last day where it runs now. */
  readonly choices: readonly { readonly deadline: Remindable; readonly lastDay: string | null }[];
  readonly planned: readonly {
    readonly deadline: Remindable;
    readonly lastDay: string;
    readonly on: string;
  }[];
  /** Newest first; `sentAt` is null while one waits or where it was let go. */
  readonly past: readonly {
    readonly deadline: string;
    readonly lastDay: string;
    readonly sentAt: string | null;
    readonly waits: boolean;
  }[];
}

export interface ReminderDesk {
  /** @throws Refusal `not-found` where the case is not there for this caller, `forbidden` for staff */
  find(caller: Caller, caseId: string, language: Language): Promise<RemindersView>;
  set(caller: Caller, caseId: string, wanted: WantedReminders): Promise<RemindersView>;
  /** The checks of {@link find} alone, for whoever reads input afterwards. */
  authorise(caller: Caller, caseId: string): Promise<void>;
}

export interface ReminderDeskParts extends Pick<CaseworkParts, 'db' | 'clock' | 'lawBook'> {
  readonly sends: boolean;
}

/** Reminders serve the customer and whoever acts for it; the operator's people have their queue. */
const forCustomersOnly = (): Refusal =>
  new Refusal({
    code: 'reminders.customers-only',
    kind: 'forbidden',
    detail: say(
      'Atgādinājumus saņem klients un viņa pārstāvji, nevis darbinieki.',
      'Reminders are for the customer and its representatives, not for staff.',
    ),
  });

export function createReminderDesk(parts: ReminderDeskParts): ReminderDesk {
  const { db, sends } = parts;

  async function seen(caller: Caller, caseId: string): Promise<CaseRow> {
    const [row, moment] = await Promise.all([findCase(db, caseId), momentNow(parts)]);
    assertVisible(caller, row, caseId, moment.at, moment.law.operator.timeZone);
    if (isStaff(caller)) throw forCustomersOnly();
    return row;
  }

  /** Before anything is chosen: nothing, at the address that the case or the account has. */
  async function untouched(caller: Caller, row: CaseRow, language: Language): Promise<WantedReminders> {
    const { customer } = (row.snapshot as CaseState).facts.application;
    const account = await findAccount(db, caller.accountId);
    const moment = await momentNow(parts);
    const delivered = moment.law.setting('reminders.daysBefore', todayOf(moment));
    const daysBefore = Math.min(Math.max(delivered, FEWEST_DAYS), MOST_DAYS);
    const isOwn = row.ownerAccount === caller.accountId;
    const email = account?.email ?? (isOwn ? customer?.email : undefined) ?? '';
    return { deadlines: [], daysBefore, email, language };
  }

  async function view(caller: Caller, row: CaseRow, language: Language): Promise<RemindersView> {
    const [wish, deadlines, past, moment] = await Promise.all([
      findReminderWish(db, row.id, caller.accountId),
      deadlinesOf(db, row.id),
      remindersOf(db, row.id, caller.accountId),
      momentNow(parts),
    ]);
    const wanted: WantedReminders = wish
      ? {
          deadlines: REMINDABLE.filter((one) => wish.deadlines.includes(one)),
          daysBefore: wish.daysBefore,
          email: wish.email,
          language: wish.language as Language,
        }
      : await untouched(caller, row, language);
    const noted = (deadline: string, lastDay: string): boolean =>
      past.some((one) => one.deadline === deadline && one.lastDay === lastDay);
    return {
      ...wanted,
      sends,
      choices: REMINDABLE.map((deadline) => ({
        deadline,
        lastDay:
          deadlines.find(({ name, state }) => name === deadline && state === 'running')?.lastDay ?? null,
      })),
      planned: planned(wanted, deadlines, todayOf(moment)).filter(
        ({ deadline, lastDay }) => !noted(deadline, lastDay),
      ),
      past: past.map(({ deadline, lastDay, sentAt, wakeAt }) => ({
        deadline,
        lastDay,
        sentAt,
        waits: wakeAt !== null,
      })),
    };
  }

  return {
    async authorise(caller, caseId) {
      await seen(caller, caseId);
    },
    async find(caller, caseId, language) {
      return view(caller, await seen(caller, caseId), language);
    },
    async set(caller, caseId, { deadlines, daysBefore, email, language }) {
      const row = await seen(caller, caseId);
      if (deadlines.length === 0) {
        await dropReminderWish(db, caseId, caller.accountId);
      } else {
        await keepReminderWish(db, {
          caseId,
          accountId: caller.accountId,
          deadlines: [...deadlines],
          daysBefore,
          email,
          language,
          changedAt: (await parts.clock.now()).toString(),
        });
      }
      return view(caller, row, language);
    },
  };
}
