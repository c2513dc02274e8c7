import { parseArgs } from 'node:util';
import { noteOnAccount } from '../../../db/account-log.ts';
import { changeAccount, findAccountByUsername, listAccounts } from '../../../db/accounts.ts';
import type { Database } from '../../../db/connect.ts';
import type { AccountRow } from '../../../db/rows.ts';
import { removeFactor } from '../../../db/second-factors.ts';
import { endSessionsOf } from '../../../db/sessions.ts';
import { createAccount, isOpen, normalUsername } from '../../identity/accounts.ts';
import { markedOneTime } from '../../identity/one-time.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { type Console, Mistake, newPassword, parsed } from '../admin/console.ts';
import { oneTimeUntil } from '../admin/one-time.ts';

/** One administrator gets in although nobody is there to approve it (ADR 0119). It is never done quietly: the reason stands
 *  in the record of the account and on the page of accounts, and every other administrator and data protection is told. */
const USAGE = `Usage: npm run break-glass -- <username> --reason <why> [--name <name>]

  Makes the account an open administrator, opening it where there is none, with a new password that is asked for or read
  as the first line of the standard input. It opens for some days, and only the choice of another.
  The reason has at least 20 characters. Every other administrator and data protection is told by e-mail.
`;
const SHORTEST_REASON = 20;
const LONGEST_REASON = 1000;
/** Stands in the log of an account where others have a username, and can be nobody's: it has spaces. */
const ACTOR = 'npm run break-glass';

export interface Alarm {
  readonly username: string;
  readonly reason: string;
  readonly at: string;
  /** Who is to be told: open accounts of administrators and data protection, save the one that was let in. */
  readonly told: readonly Pick<AccountRow, 'username' | 'email' | 'language'>[];
}

/** Raises the alarm; answers how many mails the relay took. */
export type RaiseAlarm = (alarm: Alarm) => Promise<number>;

export async function runBreakGlass(
  args: readonly string[],
  db: Database,
  at: Console,
  raise: RaiseAlarm,
): Promise<0 | 1> {
  try {
    at.output.write(await breakGlass(args, db, at, raise));
    return 0;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    at.output.write(`${error.message}\n`);
    return 1;
  }
}

async function breakGlass(
  args: readonly string[],
  db: Database,
  at: Console,
  raise: RaiseAlarm,
): Promise<string> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parsed(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { reason: text, name: text } }),
  );
  const username = normalUsername(positionals[0] ?? '');
  const reason = values.reason?.trim() ?? '';
  if (!/^[\p{L}\p{N}._@-]{2,100}$/u.test(username)) throw new Mistake(USAGE);
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON)
    throw new Mistake(
      `A reason of ${SHORTEST_REASON} to ${LONGEST_REASON} characters is required.\n\n${USAGE}`,
    );
  const before = await findAccountByUsername(db, username);
  if (before && before.kind !== 'staff') throw new Mistake(`${username} is a customer’s account.`);
  const password = await newPassword(at);
  const until = await oneTimeUntil(db);
  const now = Temporal.Now.instant();
  const passwordHash = markedOneTime(await hashPassword(password), until);
  await db.transaction(async (tx) => {
    const name = values.name?.trim() || username;
    const roles = [...new Set([...(before?.roles ?? []), 'admin'])];
    const account =
      before ?? (await createAccount(tx, { username, name, password, roles: ['admin'], kind: 'staff' }, now));
    await changeAccount(tx, account.id, { passwordHash, roles, active: true });
    await removeFactor(tx, account.id);
    await endSessionsOf(tx, account.id);
    await noteOnAccount(tx, {
      at: now.toString(),
      accountId: account.id,
      actor: ACTOR,
      what: 'account.break-glass',
      data: { reason, until: until.toString(), rolesBefore: before?.roles ?? [] },
    });
  });
  const told = (await listAccounts(db)).filter(
    (one) =>
      one.username !== username &&
      isOpen(one, false) &&
      one.roles.some((role) => role === 'admin' || role === 'privacy'),
  );
  const mailed = await raise({ username, reason, at: now.toString(), told });
  return `${username} can sign in as an administrator. The reason is recorded and shown to administrators; ${mailed} of ${told.length} people were told by e-mail.\n`;
}
