import { accountsAfter, listedAccount, lockAccount, lockAdministrators } from '../../../db/account-list.ts';
import { noteOnAccount, notesOnAccount } from '../../../db/account-log.ts';
import { changeAccount } from '../../../db/accounts.ts';
import type { Database, Transaction } from '../../../db/database.ts';
import { AlreadyExists } from '../../../db/errors.ts';
import type { AccountRow } from '../../../db/rows.ts';
import { endSessionsOf } from '../../../db/sessions.ts';
import type { Caller } from '../../casework/caller.ts';
import type { Clock } from '../../casework/clocks.ts';
import type { LawShelf } from '../../casework/law-shelf.ts';
import { createAccount, isOpen } from '../../identity/accounts.ts';
import { markedOneTime, oneTimePasswordEnd } from '../../identity/one-time.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { assertAdministrator } from '../who-may.ts';
import type { AccountAct, AccountListQuery, NewStaffAccount } from './account-request.ts';
import { type AccountNote, type AccountView, accountNote, accountView } from './account-view.ts';
import { oneTimePassword } from './one-time-password.ts';
import {
  lastAdministrator,
  noSuchAccount,
  notOfStaff,
  ownAdministration,
  usernameIsTaken,
} from './refusals.ts';

/** Who may sign in, and with which roles. Every change is noted on the account with who made it, and ends its sessions
 *  where it takes something away: what somebody may do is read when a session begins. */
export interface AccountDesk {
  list(
    caller: Caller,
    query: AccountListQuery,
  ): Promise<{ readonly items: readonly AccountView[]; readonly next: string | null }>;
  find(
    caller: Caller,
    id: string,
  ): Promise<{ readonly account: AccountView; readonly log: readonly AccountNote[] }>;
  create(caller: Caller, account: NewStaffAccount): Promise<WithPassword>;
  /** @throws Refusal where the caller is no administrator or there is no such account */
  authorise(caller: Caller, id: string): Promise<void>;
  act(caller: Caller, id: string, act: AccountAct): Promise<WithPassword>;
}

interface WithPassword {
  readonly account: AccountView;
  /** A new password, told this once; null: none was made. */
  readonly password: string | null;
  /** Until when the password opens; whoever signs in with it chooses an own one first. */
  readonly until: string | null;
}

export interface AccountDeskParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Whether the demo accounts are open, and so count as administrators. */
  readonly demo: boolean;
  readonly shelf: Pick<LawShelf, 'book'>;
  /** Sessions live in real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
}

const MOST_NOTES = 200;

/** What is noted on the account beside who and when. */
interface Change {
  readonly what: string;
  readonly data: object;
}

interface MadePassword {
  readonly password: string;
  readonly passwordHash: string;
  readonly until: Temporal.Instant;
}

export function createAccountDesk({
  db,
  clock,
  demo,
  shelf,
  now = () => Temporal.Now.instant(),
}: AccountDeskParts): AccountDesk {
  async function listed(id: string): Promise<AccountView> {
    const row = await listedAccount(db, now().toString(), id);
    if (!row) throw noSuchAccount();
    return accountView(row);
  }

  async function newPassword(productTime: Temporal.Instant): Promise<MadePassword> {
    const password = oneTimePassword();
    const until = oneTimePasswordEnd(shelf.book(), productTime, now());
    return { password, passwordHash: markedOneTime(await hashPassword(password), until), until };
  }

  /** Somebody who may administer must be left. */
  async function assertAnotherIsLeft(tx: Transaction, id: string): Promise<void> {
    const left = (await lockAdministrators(tx)).filter((row) => row.id !== id && isOpen(row, demo));
    if (left.length === 0) throw lastAdministrator();
  }

  async function takeAway(tx: Transaction, caller: Caller, row: AccountRow): Promise<void> {
    if (!row.roles.includes('admin') || !row.active) return;
    if (row.id === caller.accountId) throw ownAdministration();
    await assertAnotherIsLeft(tx, row.id);
  }

  async function changed(
    tx: Transaction,
    caller: Caller,
    row: AccountRow,
    act: AccountAct,
    made: MadePassword | null,
  ): Promise<Change | null> {
    switch (act.act) {
      case 'roles': {
        if (row.kind !== 'staff') throw notOfStaff();
        if (row.roles.join() === act.roles.join()) return null;
        if (!act.roles.includes('admin')) await takeAway(tx, caller, row);
        await changeAccount(tx, row.id, { roles: act.roles });
        await endSessionsOf(tx, row.id);
        return { what: 'account.roles-changed', data: { before: row.roles, after: act.roles } };
      }
      case 'close':
        if (!row.active) return null;
        if (row.id === caller.accountId) throw ownAdministration();
        await takeAway(tx, caller, row);
        await changeAccount(tx, row.id, { active: false });
        await endSessionsOf(tx, row.id);
        return { what: 'account.closed', data: {} };
      case 'open':
        if (row.active) return null;
        await changeAccount(tx, row.id, { active: true });
        return { what: 'account.opened', data: {} };
      case 'password':
        if (row.kind !== 'staff') throw notOfStaff();
        if (!made) throw new Error('A new password is made before it is stored.');
        await changeAccount(tx, row.id, { passwordHash: made.passwordHash });
        await endSessionsOf(tx, row.id);
        return { what: 'account.password-set', data: { until: made.until.toString() } };
      case 'sign-out':
        await endSessionsOf(tx, row.id);
        return { what: 'account.signed-out', data: {} };
    }
  }

  return {
    async list(caller, { after, limit, ...filter }) {
      assertAdministrator(caller);
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const page = { limit: limit + 1, ...(after === undefined ? {} : { after }) };
      const rows = await accountsAfter(db, now().toString(), given, page);
      const items = rows.slice(0, limit).map(accountView);
      return { items, next: rows.length > limit ? items.at(-1)!.username : null };
    },
    async find(caller, id) {
      assertAdministrator(caller);
      const account = await listed(id);
      return { account, log: (await notesOnAccount(db, id, MOST_NOTES)).map(accountNote) };
    },
    async create(caller, { email, ...given }) {
      assertAdministrator(caller);
      const password = oneTimePassword();
      const at = await clock.now();
      const until = oneTimePasswordEnd(shelf.book(), at, now());
      const account = {
        ...given,
        password,
        oneTimeUntil: until,
        kind: 'staff' as const,
        ...(email ? { email } : {}),
      };
      const id = await db
        .transaction(async (tx) => {
          const row = await createAccount(tx, account, at);
          const data = { username: row.username, roles: row.roles, until: until.toString() };
          const actor = caller.username;
          await noteOnAccount(tx, {
            at: at.toString(),
            accountId: row.id,
            actor,
            what: 'account.created',
            data,
          });
          return row.id;
        })
        .catch((error: unknown) => {
          throw error instanceof AlreadyExists ? usernameIsTaken() : error;
        });
      return { account: await listed(id), password, until: until.toString() };
    },
    async authorise(caller, id) {
      assertAdministrator(caller);
      await listed(id);
    },
    async act(caller, id, act) {
      assertAdministrator(caller);
      const productTime = await clock.now();
      const at = productTime.toString();
      const made = act.act === 'password' ? await newPassword(productTime) : null;
      await db.transaction(async (tx) => {
        // Administrators are locked first and in one order: two who close each other's account do not wait in a circle.
        await lockAdministrators(tx);
        const row = await lockAccount(tx, id);
        if (!row) throw noSuchAccount();
        const change = await changed(tx, caller, row, act, made);
        if (change) await noteOnAccount(tx, { at, accountId: id, actor: caller.username, ...change });
      });
      return {
        account: await listed(id),
        password: made?.password ?? null,
        until: made?.until.toString() ?? null,
      };
    },
  };
}
