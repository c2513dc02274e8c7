import { findAccountAct } from '../../../db/account-acts.ts';
import { accountsAfter, listedAccount, lockAccount, lockAdministrators } from '../../../db/account-list.ts';
import { noteOnAccount, notesNamed, notesOnAccount } from '../../../db/account-log.ts';
import { changeAccount, findAccountByUsername } from '../../../db/accounts.ts';
import type { Transaction } from '../../../db/database.ts';
import type { AccountRow } from '../../../db/rows.ts';
import { endSessionsOf } from '../../../db/sessions.ts';
import type { Caller } from '../../casework/caller.ts';
import { normalUsername } from '../../identity/accounts.ts';
import { assertAdministrator } from '../who-may.ts';
import type { PeopleActView } from './account-act.ts';
import type { AccountDeskParts } from './account-desk-parts.ts';
import type { AccountAct, AccountListQuery, NewStaffAccount } from './account-request.ts';
import { type AccountNote, type AccountView, accountNote, accountView } from './account-view.ts';
import { type Asked, askForAct } from './ask-for-act.ts';
import { type ActDecision, type ActOutcome, decideAct } from './decide-act.ts';
import { assertAnotherIsLeft } from './last-administrator.ts';
import { pendingActs } from './pending-acts.ts';
import { noSuchAccount, notOfStaff, ownAdministration, usernameIsTaken } from './refusals.ts';

/** Who may sign in, and with which roles. What gives somebody a way in or roles is asked for by one administrator and
 *  decided by another one (D-22, ADR 0117); what only takes a way in away happens at once. Every change is noted on the
 *  account with who made it, and ends its sessions where it takes something away. */
export interface AccountDesk {
  list(
    caller: Caller,
    query: AccountListQuery,
  ): Promise<{ readonly items: readonly AccountView[]; readonly next: string | null }>;
  find(
    caller: Caller,
    id: string,
  ): Promise<{
    readonly account: AccountView;
    readonly log: readonly AccountNote[];
    readonly pending: readonly PeopleActView[];
  }>;
  /** Asks for an account of staff. */
  create(caller: Caller, account: NewStaffAccount): Promise<Asked>;
  /** @throws Refusal where the caller is no administrator or there is no such account */
  authorise(caller: Caller, id: string): Promise<void>;
  act(caller: Caller, id: string, act: AccountAct): Promise<Done | Asked>;
  /** Who was let in at the server without a second administrator, lately (ADR 0119). */
  alarms(caller: Caller): Promise<readonly BreakGlass[]>;
  /** What waits for a second administrator; nothing for anybody else. */
  pending(caller: Caller): Promise<readonly PeopleActView[]>;
  /** Whether this is an act on people that the caller may see, and so no act on a case. */
  knows(caller: Caller, approvalId: string): Promise<boolean>;
  decide(caller: Caller, approvalId: string, decision: ActDecision): Promise<ActOutcome>;
}

interface Done {
  readonly kind: 'done';
  readonly account: AccountView;
}

/** Somebody who was let in at the server. */
export interface BreakGlass {
  readonly at: string;
  readonly accountId: string;
  readonly username: string;
  readonly reason: string;
}

const MOST_NOTES = 200;
const ALARM_SHOWN = Temporal.Duration.from({ hours: 24 * 30 });

export function createAccountDesk(parts: AccountDeskParts): AccountDesk {
  const { db, clock, demo, now = () => Temporal.Now.instant() } = parts;

  async function listed(id: string): Promise<AccountView> {
    const row = await listedAccount(db, now().toString(), id);
    if (!row) throw noSuchAccount();
    return accountView(row);
  }

  async function close(tx: Transaction, caller: Caller, row: AccountRow): Promise<string | null> {
    if (!row.active) return null;
    if (row.id === caller.accountId) throw ownAdministration();
    if (row.roles.includes('admin')) await assertAnotherIsLeft(tx, row.id, demo);
    await changeAccount(tx, row.id, { active: false });
    await endSessionsOf(tx, row.id);
    return 'account.closed';
  }

  /** What only takes a way in away. */
  async function takeAway(caller: Caller, id: string, act: 'close' | 'sign-out'): Promise<Done> {
    const at = (await clock.now()).toString();
    await db.transaction(async (tx) => {
      // Administrators are locked first and in one order: two who close each other's account do not wait in a circle.
      await lockAdministrators(tx);
      const row = await lockAccount(tx, id);
      if (!row) throw noSuchAccount();
      if (act === 'sign-out') await endSessionsOf(tx, id);
      const what = act === 'sign-out' ? 'account.signed-out' : await close(tx, caller, row);
      if (what) await noteOnAccount(tx, { at, accountId: id, actor: caller.username, what, data: {} });
    });
    return { kind: 'done', account: await listed(id) };
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
      const [log, waiting] = await Promise.all([notesOnAccount(db, id, MOST_NOTES), pendingActs(db)]);
      return { account, log: log.map(accountNote), pending: waiting.filter((one) => one.accountId === id) };
    },
    async create(caller, given) {
      assertAdministrator(caller);
      const account = { ...given, username: normalUsername(given.username) };
      if (await findAccountByUsername(db, account.username)) throw usernameIsTaken();
      return askForAct(parts, caller, null, { type: 'account.create', account });
    },
    async authorise(caller, id) {
      assertAdministrator(caller);
      await listed(id);
    },
    async act(caller, id, act) {
      assertAdministrator(caller);
      const account = await listed(id);
      switch (act.act) {
        case 'close':
        case 'sign-out':
          return takeAway(caller, id, act.act);
        case 'open':
          if (account.active) return { kind: 'done', account };
          return askForAct(parts, caller, id, { type: 'account.open' });
        case 'roles': {
          if (account.kind !== 'staff') throw notOfStaff();
          if (account.roles.join() === act.roles.join()) return { kind: 'done', account };
          const stays = !account.roles.includes('admin') || act.roles.includes('admin');
          if (id === caller.accountId && !stays) throw ownAdministration();
          return askForAct(parts, caller, id, { type: 'account.roles', roles: act.roles });
        }
        case 'password':
          if (account.kind !== 'staff') throw notOfStaff();
          return askForAct(parts, caller, id, { type: 'account.password' });
      }
    },
    async alarms(caller) {
      assertAdministrator(caller);
      const since = now().subtract(ALARM_SHOWN).toString();
      return (await notesNamed(db, 'account.break-glass', since)).map(
        ({ at, accountId, username, data }) => ({
          at,
          accountId,
          username,
          reason: String((data as { reason?: unknown }).reason ?? ''),
        }),
      );
    },
    async pending(caller) {
      return caller.roles.includes('admin') ? pendingActs(db) : [];
    },
    async knows(caller, approvalId) {
      return caller.roles.includes('admin') && (await findAccountAct(db, approvalId)) !== null;
    },
    async decide(caller, approvalId, decision) {
      assertAdministrator(caller);
      return decideAct(parts, caller, approvalId, decision);
    },
  };
}
