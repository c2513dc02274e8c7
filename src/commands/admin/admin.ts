import { parseArgs } from 'node:util';
import { changeAccount, findAccountByUsername, listAccounts } from '../../../db/accounts.ts';
import type { Connection, Database } from '../../../db/connect.ts';
import { AlreadyExists } from '../../../db/errors.ts';
import type { AccountRow } from '../../../db/rows.ts';
import { endSessionsOf } from '../../../db/sessions.ts';
import { normalUsername } from '../../identity/accounts.ts';
import { markedOneTime } from '../../identity/one-time.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { type Console, Mistake, newPassword, parsed } from './console.ts';
import { create } from './create-account.ts';
import { type Note, note } from './noted.ts';
import { isLasting, oneTimeUntil } from './one-time.ts';

/** Accounts at the console of the machine, above all the first administrator of a real installation. */
const USAGE = `Usage: npm run admin -- <command>

  create <username> [--name <name>] [--roles admin] [--kind staff] [--code <code>] [--email <address>] [--lasting]
      opens an account; without flags an administrator. Roles: service, engineer, finance, privacy, admin
      (separated by commas), or customer with --kind natural, legal or operator and --code.
  password <username> [--lasting]
      sets a new password and ends the account's sessions
  disable <username>     closes an account and ends its sessions
  enable <username>      opens it again
  list                   names every account

The password is asked for, or read as the first line of the standard input. It opens for some days (the setting
signIn.oneTimePasswordDays), and whoever signs in with it first chooses a password of their own. --lasting: it was typed
by its holder and stays. That of the first administrator stays as well.
`;

/** Runs one command; answers the exit code of the process. */
export async function runAdmin(args: readonly string[], db: Database, at: Console): Promise<0 | 1 | 2> {
  try {
    const done = await command(args, db, at);
    at.output.write(done);
    return done === USAGE ? 2 : 0;
  } catch (error) {
    if (error instanceof Mistake) {
      at.output.write(`${error.message}\n`);
      return 1;
    }
    if (error instanceof AlreadyExists) {
      at.output.write('The username is taken.\n');
      return 1;
    }
    throw error;
  }
}

async function command([name = '', ...args]: readonly string[], db: Database, at: Console): Promise<string> {
  switch (name) {
    case 'create':
      return create(args, db, at);
    case 'list':
      return listed(await listAccounts(db));
    case 'password':
      return setPassword(args, db, at);
    case 'disable': {
      const account = await accountNamed(args, db);
      if (account.active) await changed(db, account, { active: false }, { what: 'account.closed', data: {} });
      return `${account.username} is closed.\n`;
    }
    case 'enable': {
      const account = await accountNamed(args, db);
      if (!account.active) await changed(db, account, { active: true }, { what: 'account.opened', data: {} });
      return `${account.username} is open.\n`;
    }
    default:
      return USAGE;
  }
}

/** Whatever takes something away ends the sessions with it. */
async function changed(
  db: Database,
  { id }: AccountRow,
  change: Parameters<typeof changeAccount>[2],
  told: Note,
): Promise<void> {
  await db.transaction(async (tx) => {
    await changeAccount(tx, id, change);
    if (change.active !== true) await endSessionsOf(tx, id);
    await note(tx, id, told);
  });
}

async function setPassword(args: readonly string[], db: Database, at: Console): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { lasting: isLasting } }),
  );
  const account = await accountNamed(positionals, db);
  const hash = await hashPassword(await newPassword(at));
  const until = values.lasting ? null : await oneTimeUntil(db);
  const passwordHash = until ? markedOneTime(hash, until) : hash;
  const data = until ? { until: until.toString() } : {};
  await changed(db, account, { passwordHash }, { what: 'account.password-set', data });
  return `${account.username} has a new password.\n`;
}

async function accountNamed([username]: readonly string[], db: Connection): Promise<AccountRow> {
  if (username === undefined) throw new Mistake(`A username is required.\n\n${USAGE}`);
  const account = await findAccountByUsername(db, normalUsername(username));
  if (!account) throw new Mistake(`There is no account named ${username}.`);
  return account;
}

const listed = (accounts: readonly AccountRow[]): string =>
  accounts
    .map(
      ({ username, roles, kind, active }) =>
        `${[username, kind, roles.join(','), active ? 'open' : 'closed'].join('\t')}\n`,
    )
    .join('');
