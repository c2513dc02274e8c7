import { z } from 'zod';
import { noteOnAccount } from '../../../db/account-log.ts';
import { changeAccount, findAccount } from '../../../db/accounts.ts';
import type { Database } from '../../../db/connect.ts';
import { unprovenAccountsOf } from '../../../db/my-data.ts';
import { endSessionsOf } from '../../../db/sessions.ts';
import { type FieldError, Refusal } from '../../law/refusal.ts';
import { say, type Words } from '../../law/words.ts';
import { isDemoAccount } from '../demo-accounts.ts';
import type { Identity } from '../identity.ts';
import { passwordProblem } from '../password-rules.ts';
import { hashPassword, LONGEST_PASSWORD, passwordMatches, SHORTEST_PASSWORD } from '../passwords.ts';
import { type Asker, isProven } from './held.ts';

/** What people change on their own account. Each change is noted with what stood before. */

export const contactChange = z
  .strictObject({
    email: z
      .email()
      .max(254)
      .nullable()
      .optional()
      .describe('Where reminders and links go; null: nowhere. The username stays'),
    language: z.enum(['lv', 'en']).optional().describe('Language of the account'),
    currentPassword: z
      .string()
      .min(1)
      .max(LONGEST_PASSWORD)
      .optional()
      .describe('Needed for a new e-mail address on an account that has a password'),
  })
  .refine(
    ({ email, language }) => email !== undefined || language !== undefined,
    'name at least one changed detail',
  )
  .meta({ id: 'ContactChange' });

export type ContactChange = z.output<typeof contactChange>;

export const passwordChange = z
  .strictObject({
    current: z.string().min(1).max(LONGEST_PASSWORD).describe('The present password'),
    next: z.string().min(1).max(LONGEST_PASSWORD).describe(`At least ${SHORTEST_PASSWORD} characters`),
  })
  .meta({ id: 'PasswordChange' });

export interface ChangeParts {
  readonly db: Database;
  readonly identity: Pick<Identity, 'confirms' | 'signOutEverywhere'>;
  readonly now?: () => Temporal.Instant;
}

const refused = (code: string, detail: Words, ...errors: readonly FieldError[]): Refusal =>
  new Refusal({ code, kind: 'invalid', detail, errors });

const wrongPassword = (field: string): Refusal =>
  refused('password.wrong', say('Pašreizējā parole nav pareiza.', 'The present password is not right.'), {
    field,
    message: say('nav pareiza', 'is not right'),
  });

const lockedFor = (field: string, seconds: number): Refusal => {
  const message = say(`mēģiniet vēlreiz pēc ${seconds} s`, `try again in ${seconds} s`);
  return refused('password.locked', say('Pārāk daudz neveiksmīgu mēģinājumu.', 'Too many failed attempts.'), {
    field,
    message,
  });
};

async function confirm({ identity }: ChangeParts, { caller }: Asker, field: string, password: string) {
  const answer = await identity.confirms(caller, password);
  if (answer.kind === 'locked') throw lockedFor(field, answer.retryAfterSeconds);
  if (answer.kind === 'wrong') throw wrongPassword(field);
}

/** II.16.6, PO-10: effective at once. */
export async function changeContacts(
  parts: ChangeParts,
  asker: Asker,
  { currentPassword, ...wanted }: ContactChange,
): Promise<void> {
  const { accountId, username } = asker.caller;
  const before = (await findAccount(parts.db, accountId))!;
  const email = wanted.email === undefined ? before.email : wanted.email;
  const language = wanted.language ?? before.language;
  if (email === before.email && language === before.language) return;
  if (email !== before.email && before.passwordHash !== null)
    await confirm(parts, asker, 'currentPassword', currentPassword ?? '');
  const at = (parts.now?.() ?? Temporal.Now.instant()).toString();
  await parts.db.transaction(async (tx) => {
    await changeAccount(tx, accountId, { email, language });
    await noteOnAccount(tx, {
      at,
      accountId,
      actor: username,
      what: 'contacts.changed',
      data: {
        ...(email === before.email ? {} : { email: { from: before.email, to: email } }),
        ...(language === before.language ? {} : { language: { from: before.language, to: language } }),
      },
    });
  });
}

const PROBLEMS = {
  short: say(
    `jābūt vismaz ${SHORTEST_PASSWORD} rakstzīmēm`,
    `must have at least ${SHORTEST_PASSWORD} characters`,
  ),
  long: say(
    `drīkst būt līdz ${LONGEST_PASSWORD} rakstzīmēm`,
    `may have up to ${LONGEST_PASSWORD} characters`,
  ),
  common: say(
    'šo paroli uzminētu viens no pirmajiem mēģinājumiem',
    'is one of the first that anybody would guess',
  ),
} as const;

/** Ends every session but the one that asks: whoever had the old password is out. */
export async function changePassword(
  parts: ChangeParts,
  asker: Asker,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  const { accountId, username } = asker.caller;
  const account = (await findAccount(parts.db, accountId))!;
  if (isDemoAccount(account))
    throw new Refusal({
      code: 'password.demo',
      detail: say(
        'Izmēģinājuma kontu parole ir visiem zināma un paliek tāda pati.',
        'The password of trial accounts is known to all, and stays.',
      ),
    });
  if (account.passwordHash === null)
    throw new Refusal({
      code: 'password.none',
      detail: say(
        'Šim kontam paroles nav: pierakstīties var tikai ar eID vai internetbanku.',
        'This account has no password: it is signed in to by eID or bank alone.',
      ),
    });
  await confirm(parts, asker, 'current', current);
  if (await passwordMatches(next, account.passwordHash))
    throw refused('password.same', say('Jaunā parole ir tā pati.', 'The new password is the same one.'), {
      field: 'next',
      message: say('jābūt citai nekā līdzšinējā', 'must be another one than before'),
    });
  const problem = passwordProblem(next, username);
  if (problem)
    throw refused('password.weak', say('Jaunā parole neder.', 'The new password cannot be used.'), {
      field: 'next',
      message: PROBLEMS[problem],
    });
  const passwordHash = await hashPassword(next);
  const at = (parts.now?.() ?? Temporal.Now.instant()).toString();
  await parts.db.transaction(async (tx) => {
    await changeAccount(tx, accountId, { passwordHash });
    await noteOnAccount(tx, { at, accountId, actor: username, what: 'password.changed', data: {} });
  });
  await parts.identity.signOutEverywhere(accountId, asker.token);
}

/** A proven person takes an account that was registered under its personal code off its cases (ADR 0075). The account
 *  itself stays: its holder may be somebody who mistyped. */
export async function removeAccess(parts: ChangeParts, { caller }: Asker, otherId: string): Promise<void> {
  const { accountId, username, partyCode } = caller;
  const others = isProven(caller) && partyCode !== null ? await unprovenAccountsOf(parts.db, partyCode) : [];
  const other = others.find(({ id }) => id === otherId);
  if (!other || other.id === accountId || isDemoAccount(other))
    throw new Refusal({
      code: 'account.not-found',
      kind: 'not-found',
      detail: say('Šāda konta nav.', 'There is no such account.'),
    });
  const at = (parts.now?.() ?? Temporal.Now.instant()).toString();
  await parts.db.transaction(async (tx) => {
    await changeAccount(tx, other.id, { partyCode: null });
    await endSessionsOf(tx, other.id);
    await noteOnAccount(tx, { at, accountId: other.id, actor: username, what: 'access.removed', data: {} });
    await noteOnAccount(tx, {
      at,
      accountId,
      actor: username,
      what: 'other-account.removed',
      data: { username: other.username },
    });
  });
  await parts.identity.signOutEverywhere(other.id);
}
