import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { noteOnAccount } from '../db/account-log.ts';
import { changeAccount, findAccountByUsername, listAccounts } from '../db/accounts.ts';
import type { Connection, Database, Transaction } from '../db/connect.ts';
import { AlreadyExists } from '../db/errors.ts';
import type { AccountRow } from '../db/rows.ts';
import { endSessionsOf } from '../db/sessions.ts';
import { ROLES } from './casework/caller.ts';
import { openLawShelf } from './casework/law-shelf.ts';
import { createAccount, isOpen, type NewAccount, normalUsername } from './identity/accounts.ts';
import { markedOneTime, oneTimePasswordEnd } from './identity/one-time.ts';
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './identity/passwords.ts';

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

export interface Console {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/** A mistake of the person at the console, told without a stack. */
class Mistake extends Error {}

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

/** Stands in the log of an account where others have a username, and can be nobody's: it has spaces. */
const ACTOR = 'npm run admin';

interface Note {
  readonly what: string;
  readonly data: object;
}

const note = (tx: Transaction, accountId: string, { what, data }: Note): Promise<void> =>
  noteOnAccount(tx, { at: Temporal.Now.instant().toString(), accountId, actor: ACTOR, what, data });

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

async function oneTimeUntil(db: Database): Promise<Temporal.Instant> {
  const now = Temporal.Now.instant();
  return oneTimePasswordEnd((await openLawShelf(db)).book(), now, now);
}

const isLasting = { type: 'boolean' } as const;

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

/** Whoever opens the first account at the console of a new installation opens it for themselves. */
async function isFirstAdministrator(db: Connection, roles: readonly string[]): Promise<boolean> {
  if (!roles.includes('admin')) return false;
  const accounts = await listAccounts(db);
  return !accounts.some((account) => account.roles.includes('admin') && isOpen(account, false));
}

const given = z
  .object({
    username: z
      .string()
      .regex(/^[\p{L}\p{N}._@-]{2,100}$/u, 'a username has 2 to 100 letters, digits, dots, hyphens or @'),
    name: z.string().trim().min(1, 'a name is required').max(300),
    roles: z
      .string()
      .transform((list) => list.split(',').map((role) => role.trim()))
      .pipe(z.array(z.enum(ROLES).exclude(['clock'])).min(1)),
    kind: z.enum(['natural', 'legal', 'operator', 'staff']),
    code: z
      .string()
      .trim()
      .regex(/^\d{6}-?\d{5}$/, 'a code has eleven digits')
      .optional(),
    email: z.email().max(254).optional(),
  })
  .refine(
    ({ roles, kind }) => (kind === 'staff') !== roles.includes('customer'),
    'a customer is natural, legal or operator, and has no role of staff',
  )
  .refine(({ roles }) => !roles.includes('customer') || roles.length === 1, 'a customer has no role of staff')
  .refine(
    ({ kind, code }) => kind === 'staff' || code !== undefined,
    'a customer needs --code: a personal code or registration number',
  );

async function create(args: string[], db: Database, at: Console): Promise<string> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { name: text, roles: text, kind: text, code: text, email: text, lasting: isLasting },
    }),
  );
  const [username] = positionals;
  const { lasting, ...typed } = values;
  const checked = given.safeParse({ roles: 'admin', kind: 'staff', name: username, ...typed, username });
  if (!checked.success) {
    throw new Mistake(
      checked.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('\n'),
    );
  }
  const { code, email, ...account } = checked.data;
  const password = await newPassword(at);
  const stays = lasting || (await isFirstAdministrator(db, account.roles));
  const until = stays ? null : await oneTimeUntil(db);
  const opened: NewAccount = {
    ...account,
    password,
    ...(until ? { oneTimeUntil: until } : {}),
    ...(code ? { partyCode: code } : {}),
    ...(email ? { email } : {}),
  };
  const stored = await db.transaction(async (tx) => {
    const row = await createAccount(tx, opened, Temporal.Now.instant());
    const { username: name, roles } = row;
    const data = { username: name, roles, ...(until ? { until: until.toString() } : {}) };
    await note(tx, row.id, { what: 'account.created', data });
    return row;
  });
  return `${stored.username} can sign in (${stored.roles.join(', ')}).\n`;
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

async function newPassword({ input, output }: Console): Promise<string> {
  const password = input.isTTY ? await askedTwice(input, output) : await firstLine(input);
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    throw new Mistake(
      `A password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters is required, found ${password.length}.`,
    );
  }
  return password;
}

async function firstLine(input: Readable): Promise<string> {
  const lines = createInterface({ input });
  for await (const line of lines) return line;
  return '';
}

/** Without an output readline echoes nothing. */
async function askedTwice(input: Readable, output: Writable): Promise<string> {
  const typed = createInterface({ input, terminal: true });
  try {
    output.write('Password: ');
    const first = await typed.question('');
    output.write('\nOnce more: ');
    const second = await typed.question('');
    output.write('\n');
    if (first !== second) throw new Mistake('The two passwords differ.');
    return first;
  } finally {
    typed.close();
  }
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error));
  }
}
