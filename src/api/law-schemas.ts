import { z } from 'zod';
import { proposalRequest } from '../administration/proposal-request.ts';
import { PROPOSAL_STATES } from '../http/requests/law.ts';

/** What the calls about the law read and answer with. */

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const value = z.union([z.string(), z.number(), z.boolean()]);
const difference = z.string().describe('EUR with VAT, signed');

export { proposalRequest };

export const impactQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 10000')
    .transform(Number)
    .pipe(z.int().min(1).max(10_000))
    .default(1000)
    .describe('How many items each list holds at most; counts and sums are of all'),
});

export const textQuery = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('Name of the file'),
});

const entered = z
  .looseObject({ by: z.string(), approvedBy: z.string().nullable(), at: instant })
  .nullable()
  .describe('Null: delivered');

const editions = z
  .array(
    z.looseObject({
      value,
      since: day,
      status: z.enum(['verified', 'reported', 'missing']),
      source: z.string(),
      entered,
    }),
  )
  .describe('By first day; of two for one day the later one holds');

const figureInForce = z
  .looseObject({ value: z.string(), since: day, status: z.string(), source: z.string() })
  .nullable();

export const figuresSchema = z
  .object({
    today: day,
    items: z.array(
      z.looseObject({
        name: z.string(),
        label: z.string(),
        unit: z.string(),
        clause: z.string(),
        pattern: z.string().describe('How a value is written'),
        inForce: figureInForce.describe('Null: missing; a price that needs it is refused'),
        reported: figureInForce.describe('What a preview takes, where nobody has confirmed it'),
        editions,
      }),
    ),
  })
  .meta({ id: 'Figures' });

export const settingsSchema = z
  .object({
    today: day,
    items: z.array(
      z.looseObject({
        name: z.string(),
        label: z.string(),
        clause: z.string().describe('The clause that it reads or leaves room for'),
        reading: z
          .string()
          .nullable()
          .describe('Number of the question in docs/law/readings.md; null: a policy of the operator'),
        choices: z.union([z.array(value), z.literal('days')]),
        value,
        editions,
      }),
    ),
  })
  .meta({ id: 'Settings' });

export const termsSchema = z
  .object({
    today: day,
    items: z.array(
      z.looseObject({
        version: z.string(),
        publishedOn: day,
        effectiveOn: day,
        ground: z.string().describe('II.1.4'),
        exemption: z.string().nullable().describe('II.1.6'),
        source: z.string(),
        inForce: z.boolean(),
        documentId: z.string().nullable(),
        parameters: z.array(
          z.looseObject({
            name: z.string(),
            label: z.string(),
            value: z.union([z.string(), z.number()]),
            unit: z.string(),
            clause: z.string(),
          }),
        ),
        entered,
      }),
    ),
  })
  .meta({ id: 'TermsVersions' });

export const calendarSchema = z
  .object({
    year: z.int(),
    movedWorkingDaysCount: z.boolean().describe('Setting calendar.movedWorkingDays'),
    days: z.array(
      z.looseObject({
        on: day,
        kind: z.enum(['day-off', 'working-day']),
        name: z.string(),
        from: z.enum(['rule', 'entered']),
        removed: z.boolean(),
        entered,
      }),
    ),
  })
  .meta({ id: 'Calendar' });

export const operatorSchema = z
  .looseObject({ name: z.string(), registrationNumber: z.string(), timeZone: z.string() })
  .meta({ id: 'Operator' });

export const proposalSchema = z
  .looseObject({
    id: z.uuid(),
    kind: z.enum(['figure', 'setting', 'terms', 'calendar', 'operator']),
    change: z.unknown().describe('What would stand in the law book'),
    source: z.string(),
    effectiveOn: day.nullable().describe('Null: from the approval'),
    state: z.enum(PROPOSAL_STATES),
    proposedBy: z.string(),
    proposedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    reasons: z.string().nullable(),
    revision: z.int().nullable().describe('Place in the order of the law’s changes, once approved'),
  })
  .meta({ id: 'LawProposal' });

export const proposalsSchema = z.object({ items: z.array(proposalSchema) }).meta({ id: 'LawProposals' });

export const textKeptSchema = z.object({ documentId: z.string() }).meta({ id: 'TextKept' });

const priceSum = z.looseObject({ count: z.int(), total: difference });
const amount = z.string().nullable().describe('EUR with VAT; null: it cannot be priced');
const standing = z
  .looseObject({
    day: day.nullable(),
    state: z.string(),
    clockAt: instant.nullable(),
    clockDoes: z.string().nullable(),
  })
  .nullable();
const ofCase = { caseId: z.uuid(), number: z.string(), status: z.string() };

export const impactSchema = z
  .looseObject({
    on: day.describe('The day on which both laws are compared'),
    casesLookedAt: z.int(),
    prices: z.looseObject({
      count: z.int(),
      offers: priceSum.describe('Offers not yet concluded, were they issued again'),
      amendments: priceSum.describe('Contracts, were they amended'),
      total: difference,
      unpriced: z.int(),
      lapsing: z.int().describe('Offers that could no longer be concluded as they stand (II.1.8)'),
      items: z.array(
        z.looseObject({
          ...ofCase,
          basis: z.enum(['offer', 'amendment']),
          given: z.string().describe('What was offered or agreed; it stays'),
          before: amount,
          after: amount,
          difference: difference.nullable(),
          because: z.string().nullable(),
          lapses: z.boolean(),
        }),
      ),
    }),
    deadlines: z.looseObject({
      count: z.int(),
      cases: z.int(),
      items: z.array(z.looseObject({ ...ofCase, name: z.string(), before: standing, after: standing })),
    }),
    leftOut: z.looseObject({ prices: z.int(), deadlines: z.int() }),
  })
  .meta({ id: 'LawImpact' });
