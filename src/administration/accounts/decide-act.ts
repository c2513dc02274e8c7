import { endAccountAct, findAccountAct } from '../../../db/account-acts.ts';
import { listedAccount, lockAccount, lockAdministrators } from '../../../db/account-list.ts';
import { noteOnAccount } from '../../../db/account-log.ts';
import { changeAccount, findAccount } from '../../../db/accounts.ts';
import type { Transaction } from '../../../db/database.ts';
import { AlreadyExists, ApprovalIsDecided } from '../../../db/errors.ts';
import type { AccountActRow, AccountRow } from '../../../db/rows.ts';
import { endSessionsOf } from '../../../db/sessions.ts';
import type { Caller } from '../../casework/caller.ts';
import { createAccount, isOpen } from '../../identity/accounts.ts';
import { oneTimePasswordEnd } from '../../identity/one-time.ts';
import { type PeopleAct, peopleActOf } from './account-act.ts';
import type { AccountDeskParts } from './account-desk-parts.ts';
import { type AccountView, accountView } from './account-view.ts';
import { type HandedOver, handOver, makeWayIn, type WayIn } from './hand-over.ts';
import { assertAnotherIsLeft } from './last-administrator.ts';
import {
  actIsDecided,
  anotherAdministrator,
  askerIsNoAdministrator,
  noSuchAccount,
  noSuchAct,
  usernameIsTaken,
} from './refusals.ts';

export interface ActDecision {
  readonly decision: 'apply' | 'decline';
  readonly reasons: string;
}

export type ActOutcome =
  | { readonly kind: 'declined' | 'withdrawn' }
  | {
      readonly kind: 'applied';
      readonly account: AccountView;
      /** Told this once, to the one who approved; null: none was made, or a link went by e-mail. */
      readonly password: string | null;
      /** Until when the password or the link opens. */
      readonly until: string | null;
      /** Where the link went; null: no link was sent. */
      readonly mailedTo: string | null;
      /** false: the relay did not take the mail, and a new way in is to be asked for. */
      readonly mailed: boolean;
    };

interface Applied {
  readonly accountId: string;
  readonly handed: HandedOver | null;
}

/** What is noted on the account beside who and when. */
interface Noted {
  readonly accountId: string;
  readonly what: string;
  readonly data: object;
}

/** Another administrator decides; whoever asked may only take it back (D-22). */
export async function decideAct(
  parts: AccountDeskParts,
  caller: Caller,
  id: string,
  { decision, reasons }: ActDecision,
): Promise<ActOutcome> {
  const { db, clock } = parts;
  const row = await findAccountAct(db, id);
  if (!row) throw noSuchAct();
  const own = row.askedBy === caller.username;
  if (own && decision === 'apply') throw anotherAdministrator();
  if (row.state !== 'pending') throw actIsDecided();
  const said = reasons.trim() === '' ? null : reasons.trim();
  if (decision === 'decline') {
    const state = own ? 'withdrawn' : 'declined';
    const at = (await clock.now()).toString();
    await endAccountAct(db, id, { state, by: caller.username, at, reasons: said }).catch(asRefusal);
    return { kind: state };
  }
  return apply(parts, caller, row, said);
}

async function apply(
  parts: AccountDeskParts,
  caller: Caller,
  row: AccountActRow,
  reasons: string | null,
): Promise<ActOutcome> {
  const { db, clock, shelf, invite, now = () => Temporal.Now.instant() } = parts;
  const act = peopleActOf(row);
  const productTime = await clock.now();
  const at = productTime.toString();
  const until = oneTimePasswordEnd(shelf.book(), productTime, now());
  const email =
    act.type === 'account.create'
      ? (act.account.email ?? null)
      : row.accountId === null
        ? null
        : ((await findAccount(db, row.accountId))?.email ?? null);
  const made = givesWayIn(act) ? await makeWayIn(email, (invite ?? null) !== null, until) : null;
  const { accountId, handed } = await db
    .transaction(async (tx) => {
      // Administrators are locked first and in one order, as wherever accounts are changed.
      await assertAskerIsAdministrator(tx, row.askedBy, parts.demo);
      await endAccountAct(tx, row.id, { state: 'applied', by: caller.username, at, reasons });
      const done = await applied(tx, parts, row, act, made, productTime);
      const data = { ...done.noted.data, askedBy: row.askedBy };
      await noteOnAccount(tx, { at, actor: caller.username, ...done.noted, data });
      return done.applied;
    })
    .catch(asRefusal);
  const mailed = handed?.kind === 'mailed' && invite ? await invite(handed.invitation) : false;
  const account = await listedAccount(db, now().toString(), accountId);
  if (!account) throw noSuchAccount();
  return {
    kind: 'applied',
    account: accountView(account),
    password: handed?.kind === 'told' ? handed.password : null,
    until: handed ? until.toString() : null,
    mailedTo: handed?.kind === 'mailed' ? handed.invitation.to : null,
    mailed,
  };
}

const givesWayIn = ({ type }: PeopleAct): boolean => type === 'account.create' || type === 'account.password';

/** Nobody whose account was closed meanwhile, or who lost the role, is the first of two. */
async function assertAskerIsAdministrator(tx: Transaction, askedBy: string, demo: boolean): Promise<void> {
  const administrators = await lockAdministrators(tx);
  if (administrators.some((one) => one.username === askedBy && isOpen(one, demo))) return;
  throw askerIsNoAdministrator();
}

async function applied(
  tx: Transaction,
  { demo }: AccountDeskParts,
  row: AccountActRow,
  act: PeopleAct,
  made: WayIn | null,
  at: Temporal.Instant,
): Promise<{ readonly applied: Applied; readonly noted: Noted }> {
  if (act.type === 'account.create') {
    if (!made) throw new Error('A way in is made before the account is opened.');
    const { email, ...given } = act.account;
    const account = await createAccount(
      tx,
      { ...given, password: made.password, kind: 'staff', ...(email ? { email } : {}) },
      at,
    );
    const handed = await handOver(tx, account, made);
    const { id: accountId, username, roles } = account;
    const data = { username, roles, ...handedData(handed, made) };
    return { applied: { accountId, handed }, noted: { accountId, what: 'account.created', data } };
  }
  const account = row.accountId === null ? null : await lockAccount(tx, row.accountId);
  if (!account) throw noSuchAccount();
  const { handed, ...noted } = await change(tx, demo, account, act, made);
  return { applied: { accountId: account.id, handed }, noted: { accountId: account.id, ...noted } };
}

async function change(
  tx: Transaction,
  demo: boolean,
  account: AccountRow,
  act: Exclude<PeopleAct, { type: 'account.create' }>,
  made: WayIn | null,
): Promise<{ readonly what: string; readonly data: object; readonly handed: HandedOver | null }> {
  switch (act.type) {
    case 'account.roles':
      if (account.active && account.roles.includes('admin') && !act.roles.includes('admin'))
        await assertAnotherIsLeft(tx, account.id, demo);
      await changeAccount(tx, account.id, { roles: [...act.roles] });
      await endSessionsOf(tx, account.id);
      return {
        what: 'account.roles-changed',
        data: { before: account.roles, after: act.roles },
        handed: null,
      };
    case 'account.open':
      await changeAccount(tx, account.id, { active: true });
      return { what: 'account.opened', data: {}, handed: null };
    case 'account.password': {
      if (!made) throw new Error('A way in is made before it is handed over.');
      const handed = await handOver(tx, account, made);
      await endSessionsOf(tx, account.id);
      return { what: 'account.password-set', data: handedData(handed, made), handed };
    }
  }
}

const handedData = (handed: HandedOver, { until }: WayIn): object => ({
  until: until.toString(),
  by: handed.kind === 'mailed' ? 'link' : 'code',
});

function asRefusal(error: unknown): never {
  if (error instanceof ApprovalIsDecided) throw actIsDecided();
  if (error instanceof AlreadyExists) throw usernameIsTaken();
  throw error;
}
