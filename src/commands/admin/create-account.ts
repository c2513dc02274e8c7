import { parseArgs } from 'node:util';
import { z } from 'zod';
import { listAccounts } from '../../../db/accounts.ts';
import type { Connection, Database } from '../../../db/connect.ts';
import { ROLES } from '../../../workflows/roles.ts';
import { createAccount, isOpen, type NewAccount } from '../../identity/accounts.ts';
import { isOneLine } from '../../law/plain-text.ts';
import { type Console, Mistake, newPassword, parsed } from './console.ts';
import { note } from './noted.ts';
import { isLasting, oneTimeUntil } from './one-time.ts';

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
    name: z
      .string()
      .trim()
      .min(1, 'a name is required')
      .max(300)
      .refine(isOneLine, 'a name in one line, without characters that do not show, is required'),
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

/** Opens the account that the words after `create` describe; answers what to say when it is open. */
export async function create(args: string[], db: Database, at: Console): Promise<string> {
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
