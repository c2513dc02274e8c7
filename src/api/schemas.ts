import { z } from 'zod';
import { DEADLINE_NAMES } from '../../workflows/deadlines/index.ts';
import { ROLES } from '../../workflows/roles.ts';
import { STATUSES } from '../../workflows/status.ts';
import { FILE_TYPES } from '../casework/files/content-type.ts';
import { FILE_PURPOSES } from '../casework/files/file.ts';
import { AWAITS } from '../http/requests/case-list.ts';
import { AMOUNT_PATTERN } from '../law/money.ts';

/** What the API answers with, as schemas: they make the OpenAPI document, and the tests hold the answers to them. */

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const amount = z.string().regex(AMOUNT_PATTERN).describe('EUR');
const clause = z.string().nullable();
const roles = z.array(z.enum(ROLES));

const deadlineSchema = z
  .looseObject({
    name: z.enum(DEADLINE_NAMES),
    lastDay: day.nullable(),
    earliestDay: day.nullable().describe('From when an act is lawful'),
    awaits: z.enum(AWAITS),
    clause: z.string(),
    state: z.enum(['running', 'met', 'missed', 'frozen', 'void']),
    because: z.string().describe('The arithmetic in words'),
  })
  .meta({ id: 'Deadline' });

const actionSchema = z
  .looseObject({ type: z.string(), clause, roles, description: z.string() })
  .describe('What the state allows now, and whose act it is')
  .meta({ id: 'Action' });

export const caseSchema = z
  .looseObject({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    status: z.enum(STATUSES),
    regions: z
      .looseObject({
        payment: z.enum(['due', 'partial', 'paid', 'overdue', 'debt-warned', 'handed-over', 'deferred']),
        works: z.enum(['not-started', 'designing', 'building', 'suspended', 'completed']),
        readiness: z.enum(['none', 'confirmed', 'disproved']),
        link: z.enum(['not-connected', 'connected', 'refused']),
        withdrawal: z.enum(['open', 'closed']),
      })
      .nullable()
      .describe('Null before a contract is in force'),
    awaits: z.enum(AWAITS),
    deadlines: z.array(deadlineSchema),
    actions: z.array(actionSchema),
    dates: z
      .object({
        receivedOn: day.nullable(),
        offerIssuedOn: day.nullable(),
        inForceOn: day.nullable(),
        termOn: day.nullable(),
        worksStartedOn: day.nullable(),
        completedOn: day.nullable(),
        readinessOn: day.nullable(),
        connectedOn: day.nullable(),
        operatorFulfilledOn: day.nullable(),
        customerFulfilledOn: day.nullable(),
        endedOn: day.nullable(),
      })
      .catchall(day.nullable()),
    ending: z
      .looseObject({ reason: z.string(), clause, by: z.enum(['clause', 'operator', 'customer', 'both']) })
      .nullable(),
    fee: z.unknown().describe('The quote that the offer rests on'),
    money: z.looseObject({
      customerShareGross: amount,
      received: amount,
      outstanding: amount,
      refundDue: amount,
    }),
    identifiedAs: z
      .object({ level: z.string(), method: z.string(), on: day })
      .nullable()
      .describe('How the party that the case names is identified (II.5.1); null: it is not'),
    supplyMode: z.enum(['trading', 'PGP']).nullable(),
    termsVersion: z.string().nullable().describe('Version of Part II that binds'),
  })
  .meta({ id: 'Case' });

export const caseListSchema = z
  .object({ items: z.array(caseSchema), next: z.string().nullable().describe('Cursor of the next page') })
  .meta({ id: 'CaseList' });

export const historySchema = z
  .object({
    items: z
      .array(
        z.looseObject({
          seq: z.int(),
          type: z.string(),
          at: instant,
          actor: z.string(),
          actorName: z
            .string()
            .nullable()
            .describe('Who stands behind `actor`; null where the caller is to know the role alone'),
          role: z.string(),
          clause,
          data: z.unknown(),
          status: z.enum(STATUSES),
        }),
      )
      .describe('Oldest first'),
  })
  .meta({ id: 'History' });

export const noticeSchema = z
  .looseObject({
    id: z.string(),
    notice: z.string().describe('Which letter it is, like N-ANNWARN'),
    channel: z.enum(['portal', 'email', 'post', 'hand']),
    to: z.string().nullable(),
    sentAt: instant.nullable(),
    deliveredState: z.string(),
    deemedReceivedOn: day.nullable(),
    documentId: z.string().nullable(),
  })
  .meta({ id: 'Notice' });

export const noticesSchema = z.object({ items: z.array(noticeSchema) }).meta({ id: 'Notices' });

export const caseFileSchema = z
  .looseObject({
    documentId: z.string(),
    name: z.string().nullable().describe('Null where the role does not read what people sent'),
    contentType: z.enum(FILE_TYPES).describe('As the content tells, never the sender'),
    size: z.int().describe('Bytes'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    purpose: z.enum(FILE_PURPOSES),
    addedBy: z.string().describe('The account for staff, the role for a customer'),
    addedRole: z.enum(ROLES),
    addedAt: instant,
    seq: z.int().nullable().describe('The event of the history that it came with; null: it came by itself'),
  })
  .meta({ id: 'CaseFile' });

export const caseFilesSchema = z.object({ items: z.array(caseFileSchema) }).meta({ id: 'CaseFiles' });

export const waitingLettersSchema = z
  .object({
    items: z.array(
      noticeSchema.extend({
        caseId: z.uuid(),
        caseNumber: z.string(),
        reason: z.string().nullable().describe('Why it could not be sent'),
      }),
    ),
  })
  .meta({ id: 'WaitingLetters' });

export const lettersRecordedSchema = z
  .object({
    recorded: z.array(noticeSchema),
    refused: z.array(
      z.object({ caseId: z.uuid(), noticeId: z.string(), code: z.string(), detail: z.string() }),
    ),
  })
  .meta({ id: 'LettersRecorded' });

export const approvalsSchema = z
  .object({
    items: z.array(
      z.looseObject({
        id: z.uuid(),
        caseId: z.uuid().nullable().describe('Null: an act on an account, which administrators decide'),
        caseNumber: z.string().nullable(),
        event: z.looseObject({ type: z.string() }),
        askedBy: z.string(),
        askedByName: z.string().nullable(),
        askedAt: instant,
        roles: roles.describe('Who may decide, if not the same person'),
        state: z.enum(['pending', 'applied', 'declined', 'void', 'withdrawn']),
        decidedBy: z.string().nullable(),
        decidedByName: z.string().nullable(),
        decidedAt: instant.nullable(),
        reasons: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Approvals' });

export const awaitsApprovalSchema = z
  .object({ approvalId: z.uuid() })
  .describe('Nothing has changed: a second person of the role decides')
  .meta({ id: 'AwaitsApproval' });

export const declinedSchema = z
  .object({ approvalId: z.uuid(), state: z.enum(['declined', 'withdrawn']) })
  .meta({ id: 'Declined' });

const whoIs = {
  account: z.string(),
  username: z.string(),
  roles,
  level: z.enum(['0', '1', 'P', '2', '3', '4']).describe('Level of identification (II.5.4)'),
  method: z
    .enum(['portal-eid', 'portal-bank', 'portal-password', 'qualified-esignature', 'none'])
    .describe('How this session was signed in'),
  party: z
    .object({
      kind: z.enum(['natural', 'legal', 'operator', 'staff']),
      code: z
        .string()
        .nullable()
        .describe('Null where nothing proves one; a code that was typed is not told'),
      proven: z.boolean(),
    })
    .describe('For whom this session speaks in its own name, as far as it is proven (II.5.1)'),
  choosesPassword: z
    .literal(true)
    .optional()
    .describe('Signed in with a one-time password: choose an own one by POST /me/password first'),
  secondFactor: z
    .enum(['set-up', 'show'])
    .optional()
    .describe('Staff have a second factor to set up or to show before anything else is open'),
};
export const sessionSchema = z
  .object({
    token: z.string().describe('Send it as `Authorization: Bearer …`'),
    expiresAt: instant,
    ...whoIs,
  })
  .meta({ id: 'Session' });
export const callerSchema = z.object(whoIs).meta({ id: 'SignedIn' });

export const clockSchema = z.object({ now: instant }).meta({ id: 'Clock' });

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('In Latvian where `Accept-Language` asks for lv, else in English'),
    instance: z.string().describe('The number of the request'),
    clause: z.string().optional(),
    allowedFrom: day.optional().describe('The first day on which the act is lawful'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    actions: z.array(actionSchema).optional().describe('What is possible now'),
  })
  .describe('RFC 9457')
  .meta({ id: 'Problem' });

const feeLine = z.looseObject({
  component: z.string(),
  amount,
  customerShare: amount,
  operatorShare: amount,
  clause: z.string(),
  because: z.string(),
});

export const quoteAnswerSchema = z
  .looseObject({
    regimeApplied: z.enum(['1/8', '1/7']),
    worksBasis: z.string().nullable(),
    lines: z.array(feeLine),
    connectionFeeNet: amount,
    operatorShareNet: amount,
    customerShareNet: amount,
    vatRate: z.string(),
    vat: amount,
    customerGross: amount,
    deferral: z
      .looseObject({
        eligible: z.boolean(),
        conditions: z.array(z.looseObject({ name: z.string(), met: z.boolean(), clause: z.string() })),
      })
      .nullable(),
    financing: z.looseObject({
      base: amount,
      cost: amount,
      method: z.string(),
      schedule: z.array(z.unknown()),
    }),
    compared: z.array(
      z.looseObject({
        regime: z.string(),
        customerShareNet: amount,
        applies: z.boolean(),
        because: z.string(),
      }),
    ),
    figures: z.array(
      z.looseObject({
        name: z.string(),
        value: z.string(),
        since: day.nullable().describe('Null where the request gave the figure'),
        status: z.string(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'QuoteAnswer' });
