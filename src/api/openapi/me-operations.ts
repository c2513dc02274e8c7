import { z } from 'zod';
import { contactChange, passwordChange } from '../../identity/my-data/change.ts';
import { factorCode } from '../second-factor.routes.ts';
import type { Operation } from './operation.ts';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.string().nullable();

const begunFactorSchema = z
  .object({ secret: z.string().describe('Base32'), uri: z.string().describe('otpauth://…, for a QR code') })
  .meta({ id: 'BegunSecondFactor' });
const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

const authority = z.strictObject({
  principal: z.string().optional().describe('Code of the party that gave it'),
  agent: z.string(),
  scope: z.array(z.string()),
  from: day,
  until: day.nullable(),
  receivedAt: instant,
  revokedAt: z.string().nullable(),
});

export const heldSchema = z
  .strictObject({
    account: z.strictObject({
      id: z.string(),
      username: z.string(),
      name: z.string(),
      kind: z.enum(['natural', 'legal', 'operator', 'staff']),
      roles: z.array(z.string()),
      partyCode: text.describe('Personal code or registration number'),
      email: text,
      language: z.string(),
      letterChannel: z.enum(['portal', 'email', 'post']).nullable(),
      hasPassword: z.boolean(),
      since: instant,
    }),
    proofs: z
      .array(z.strictObject({ issuer: z.string(), since: instant }))
      .describe('Providers of identities that have proven who this is (II.5.4.3)'),
    sessions: z.array(
      z.strictObject({
        method: z.string(),
        level: z.string(),
        since: instant,
        lastSeenAt: instant,
        here: z.boolean().describe('The one that asks'),
      }),
    ),
    signInPlaces: z
      .array(z.strictObject({ kind: z.enum(['device', 'network']), since: instant, usedAt: instant }))
      .describe('From where the account has signed in; kept as hashes'),
    otherAccounts: z
      .array(z.strictObject({ id: z.string(), username: z.string(), since: instant }))
      .describe('Accounts under the same personal code that proved nothing; told to a proven person alone'),
    cases: z.array(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        status: z.string(),
        relation: z.enum(['customer', 'representative']),
        isOpen: z.boolean().describe('Filed and not ended'),
        contacts: z.strictObject({ email: text, phone: text, postalAddress: text }),
        authorities: z.array(authority),
      }),
    ),
    subUsers: z.array(
      z.strictObject({
        name: z.string(),
        email: z.string(),
        rights: z.array(z.string()),
        invitedAt: instant,
        takenUpAt: instant.nullable(),
        revokedAt: instant.nullable(),
      }),
    ),
    reads: z
      .array(
        z.strictObject({
          caseId: z.string(),
          number: z.string(),
          day,
          roles: z.array(z.string()),
          times: z.int(),
        }),
      )
      .describe('Who of the staff read the cases, by role and day'),
    letters: z.array(
      z.strictObject({
        caseId: z.string(),
        number: z.string(),
        id: z.string(),
        notice: z.string(),
        channel: z.string(),
        to: z.string(),
        sentAt: instant.nullable(),
        deliveredState: z.string(),
        deemedReceivedOn: day.nullable(),
        documentId: text,
      }),
    ),
    changes: z.array(
      z.strictObject({ at: instant, what: z.string(), data: z.unknown(), byThemselves: z.boolean() }),
    ),
    ownReads: z
      .strictObject({ times: z.int(), cases: z.int() })
      .nullable()
      .describe('How much a member of staff has read of others; null for customers'),
  })
  .meta({ id: 'Held' });

const exportedSchema = z
  .looseObject({
    format: z.literal('pieslegums.my-data'),
    version: z.literal(1),
    madeAt: instant,
    account: z.looseObject({}),
    cases: z.array(z.looseObject({})).describe('As in the API, with history, letters, money and files'),
  })
  .meta({ id: 'ExportedData' });

/** The caller's own data (readings.md#data-subjects, PO-10). */
export const ME_OPERATIONS: readonly Operation[] = [
  {
    id: 'readMyData',
    method: 'get',
    path: '/me',
    summary: 'What is held on the caller, and who of the staff has read it (GDPR art. 15)',
    answers: { 200: { is: 'What is held', body: heldSchema } },
  },
  {
    id: 'changeMyContacts',
    method: 'patch',
    path: '/me',
    summary:
      'Correct the contact data of the caller’s account, effective at once; a case is told by details.changed (II.16.6)',
    body: contactChange,
    answers: { 200: { is: 'What is held now', body: heldSchema } },
    problems: [422],
  },
  {
    id: 'changeMyPassword',
    method: 'post',
    path: '/me/password',
    summary:
      'Choose a new password; ends every other session. Open also after signing in with a one-time password, when all else is refused with 403',
    body: passwordChange,
    answers: { 204: { is: 'The password is changed' } },
    problems: [409, 422],
  },
  {
    id: 'beginSecondFactor',
    method: 'post',
    path: '/me/second-factor',
    summary: 'A secret for an app on the phone; the same one until it is confirmed (staff)',
    answers: { 200: { is: 'The secret', body: begunFactorSchema } },
    problems: [403, 409],
  },
  {
    id: 'confirmSecondFactor',
    method: 'post',
    path: '/me/second-factor/confirmation',
    summary: 'Prove by a first code that the secret stands in the app; answers recovery codes, told once',
    body: factorCode,
    answers: { 200: { is: 'The recovery codes', body: recoveryCodesSchema } },
    problems: [403, 409, 422],
  },
  {
    id: 'showSecondFactor',
    method: 'post',
    path: '/me/second-factor/proof',
    summary:
      'Show a code of the app, or a recovery code, in this session: after signing in, and again before approvals, accounts and the law where it was long ago',
    body: factorCode,
    answers: { 204: { is: 'The code was right' } },
    problems: [403, 422],
  },
  {
    id: 'downloadMyData',
    method: 'get',
    path: '/me/data',
    summary: 'Everything that is held on the caller, for the caller or another controller (GDPR art. 20)',
    answers: { 200: { is: 'The data', body: exportedSchema } },
  },
];
