import { z } from 'zod';

/** What the calls about accounts, work in the background and readings answer with. */

const instant = z.iso.datetime({ offset: true });

const accountSchema = z
  .looseObject({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    kind: z.enum(['natural', 'legal', 'operator', 'staff']),
    roles: z.array(z.string()),
    active: z.boolean(),
    createdAt: instant,
    sessions: z.int().describe('Sessions that are open now'),
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: 'Account' });

export const accountsSchema = z
  .object({ items: z.array(accountSchema), next: z.string().nullable() })
  .meta({ id: 'Accounts' });

/** A change of an account that waits for another administrator, or was decided by one. */
const pendingAccountActSchema = z
  .looseObject({
    id: z.uuid(),
    accountId: z.string().nullable().describe('Null: the account is opened by the act'),
    username: z.string(),
    event: z.looseObject({ type: z.string() }),
    before: z.array(z.string()).describe('Roles before it'),
    after: z.array(z.string()).describe('Roles after it'),
    askedBy: z.string(),
    askedAt: instant,
    state: z.enum(['pending', 'applied', 'declined', 'withdrawn']),
  })
  .meta({ id: 'AskedAccountAct' });

export const accountWithLogSchema = z
  .object({
    account: accountSchema,
    pending: z.array(pendingAccountActSchema).describe('What waits for another administrator'),
    log: z.array(z.looseObject({ at: instant, actor: z.string(), what: z.string(), data: z.unknown() })),
  })
  .meta({ id: 'AccountWithLog' });

export const accountAfterSchema = z.object({ account: accountSchema }).meta({ id: 'AccountAfter' });

/** What the second administrator is answered. */
export const accountActAppliedSchema = z
  .object({
    approvalId: z.uuid(),
    state: z.literal('applied'),
    account: accountSchema,
    password: z
      .string()
      .nullable()
      .describe(
        'A one-time password, told this once to the one who approves; null: none, or a link went by e-mail',
      ),
    until: instant
      .nullable()
      .describe('Until when it opens; its holder chooses an own one before anything else'),
    mailedTo: z.string().nullable().describe('Where a link went by which the holder chooses a password'),
    mailed: z.boolean().describe('Whether the relay took that mail'),
  })
  .meta({ id: 'AccountActApplied' });

export const jobsSchema = z
  .looseObject({
    now: instant,
    failed: z
      .array(
        z.looseObject({
          caseId: z.uuid(),
          number: z.string(),
          name: z.string(),
          dueAt: instant.nullable(),
          wakeAt: instant.nullable().describe('When the clock tries again'),
          attempts: z.int(),
          lastError: z.string(),
        }),
      )
      .describe('Deadlines whose last try failed, the most stubborn first'),
    waiting: z.array(z.looseObject({ queue: z.string(), count: z.int(), oldest: instant.nullable() })),
    failedLetters: z.int().describe('Letters that were given up'),
  })
  .meta({ id: 'Jobs' });

export const readsSchema = z
  .object({
    items: z.array(
      z.looseObject({
        id: z.int(),
        at: instant,
        account: z.string(),
        caseId: z.uuid(),
        number: z.string().nullable(),
        what: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Reads' });
