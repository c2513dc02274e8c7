import { z } from 'zod';
import { CHANNELS } from '../src/law/deemed-receipt.ts';
import { quoteRequest } from '../src/law/fees/request.ts';
import { AMOUNT_PATTERN } from '../src/law/money.ts';
import { RATIO } from '../src/law/parameters/figure.ts';
import { TERMS_CLAUSES, type TermsParameter } from '../src/law/terms/terms.ts';
import { customerSchema, draftSchema, isoDay, line, text } from './application.ts';

/** Payloads of everything that can happen to a case, by event type. Unknown fields are refused. */

const channel = z.enum(CHANNELS);
const instant = z.iso.datetime({ offset: true });
const amount = z.string().regex(AMOUNT_PATTERN, 'an amount in EUR with two decimals, as a string');
const positiveAmount = amount.refine((value) => !/^0\.00$/.test(value), 'an amount above 0.00');
const name = line;
const reasons = text;

export const IDENTIFICATION_METHODS = [
  'portal-eid',
  'portal-bank',
  'portal-password',
  'qualified-esignature',
  'phone',
  'in-person',
] as const;
export const SIGNATURE_FORMS = ['portal', 'handwritten-identifiable', 'esign-timestamped'] as const;
export const TERMINATION_REASONS = [
  'nonPayment',
  'unremedied',
  'design',
  'scope',
  'thirdParty',
  'misled',
  'commonProject',
  'notInstalled',
  'notReady',
] as const;
export const SUSPENSION_REASONS = [
  'design-flaws',
  'preparatory-works',
  'adverse-conditions',
  'digging-ban',
] as const;

/** What a data subject may ask for (ledger 7.2). */
export const DATA_RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'human-review',
] as const;
export type DataRight = (typeof DATA_RIGHTS)[number];
export const DATA_ANSWERS = ['granted', 'partly', 'refused'] as const;

const MOST_DAYS = 3650;
const MOST_VOLT = 110_000;
const wholeNumber = (most: number) =>
  z
    .int(`a whole number from 0 to ${most}`)
    .min(0, `a whole number from 0 to ${most}`)
    .max(most, `a whole number from 0 to ${most}`);

/** How a parameter of Part II is written, by its unit. */
function valueIn(unit: string): z.ZodType {
  switch (unit) {
    case 'date':
      return z.iso.date('a date like 2021-06-30');
    case 'ratio':
      return z.string('a ratio from 0 to 1, as a string').regex(RATIO, 'a ratio from 0 to 1, as a string');
    case 'days':
    case 'complete days':
    case 'months':
      return wholeNumber(MOST_DAYS);
    default:
      return wholeNumber(MOST_VOLT);
  }
}

const partOne = z
  .partialRecord(
    z.enum(Object.keys(TERMS_CLAUSES) as [TermsParameter, ...TermsParameter[]]),
    z.strictObject({ value: z.union([z.number(), z.string()]), reason: text }),
  )
  .superRefine((overrides, context) => {
    for (const [name, { value }] of Object.entries(overrides)) {
      const { error } = valueIn(TERMS_CLAUSES[name as TermsParameter].unit).safeParse(value);
      const message = error?.issues[0]?.message;
      if (message !== undefined) context.addIssue({ code: 'custom', path: [name, 'value'], message });
    }
  })
  .describe('Parameters of Part II overridden by Part I, each with its reason (II.1.1)');

const offer = z.strictObject({
  quote: quoteRequest,
  termOn: isoDay.describe('Term up to which connection and installations are to be ready'),
  paymentDueOn: isoDay,
  channel,
  ownershipBoundary: text.describe('II.def.boundary'),
  advanceGross: amount.optional().describe('The whole customer share unless less is agreed'),
  worksBeforeFullPayment: z.boolean().default(false).describe('II.2.2'),
  worksInWithdrawalPeriod: z
    .boolean()
    .default(false)
    .describe('The customer asked in writing for works at once (T-19)'),
  partOne: partOne.optional(),
});

const suspension = z.discriminatedUnion('reason', [
  z.strictObject({
    reason: z.literal('design-flaws'),
    from: isoDay,
    remedyBy: isoDay,
    likelyEndOn: isoDay.optional(),
    flaws: z.union([text, z.array(text).min(1)]),
  }),
  z.strictObject({
    reason: z.literal('preparatory-works'),
    from: isoDay,
    remedyBy: isoDay,
    likelyEndOn: isoDay.optional(),
    works: z.union([text, z.array(text).min(1)]),
    source: z.enum(['TR', 'design', 'TP']).optional(),
  }),
  z.strictObject({
    reason: z.literal('adverse-conditions'),
    from: isoDay,
    likelyEndOn: isoDay,
    conditions: text,
  }),
  z.strictObject({
    reason: z.literal('digging-ban'),
    from: isoDay,
    likelyEndOn: isoDay.optional(),
    municipality: name,
    regulation: text,
  }),
]);

const newOwner = z.union([name, customerSchema.partial().extend({ name })]);

export const EVENT_DATA = {
  'application.drafted': draftSchema,
  'application.submitted': draftSchema,
  'application.returned': z.strictObject({ missing: z.array(text).min(1).max(50) }),
  'application.completed': draftSchema.extend({ documents: z.array(text).max(50).optional() }),
  'application.routed': z
    .strictObject({
      designNeeded: z.boolean(),
      contractorNeeded: z.boolean(),
      designBy: z.enum(['customer', 'operator']).optional(),
      contractorChosenBy: z.enum(['customer', 'operator']).optional(),
      reasons: reasons.optional(),
      requirementsNumber: name
        .optional()
        .describe(
          'Number of the technical requirements issued to the customer; absent where the published ones apply',
        ),
      requirementsValidUntil: isoDay.optional().describe('Last day of their validity (II.1.8)'),
      connectionPoint: text.optional().describe('II.def.connection-point'),
      ownershipBoundary: text.optional().describe('II.def.boundary, as planned; the offer fixes it'),
    })
    .refine((route) => !route.designNeeded || route.designBy, {
      path: ['designBy'],
      error: 'who makes the design is required where one is needed',
    })
    .refine((route) => !route.contractorNeeded || route.contractorChosenBy, {
      path: ['contractorChosenBy'],
      error: 'who chooses the contractor is required where one is needed',
    })
    .refine((route) => route.requirementsValidUntil === undefined || route.requirementsNumber, {
      path: ['requirementsNumber'],
      error: 'the number of the requirements is required where their validity is told',
    }),
  'design.received': z.strictObject({ on: isoDay, designId: name.optional() }),
  'contractor.determined': z.strictObject({
    on: isoDay,
    chosenBy: z.enum(['customer', 'operator']),
    name: name.optional(),
  }),
  'customer.identified': z.strictObject({
    method: z.enum(IDENTIFICATION_METHODS),
    documentId: name.optional(),
  }),
  'offer.issued': offer,
  'offer.objected': z.strictObject({ reasons }),
  'objection.rejected': z.strictObject({ reasons }),
  'offer.revised': offer,
  'contract.signed': z.strictObject({
    party: z.enum(['customer', 'operator']),
    form: z.enum(SIGNATURE_FORMS),
    signedAt: instant.optional(),
    timestamped: z.boolean().optional(),
  }),
  'payment.received': z.strictObject({
    amount: positiveAmount,
    receivedOn: isoDay,
    reference: z.string().trim().max(140).default(''),
    account: z.string().trim().min(1).max(34).default('main'),
    payer: name.optional(),
  }),
  'annulment.warned': z.strictObject({ channel: channel.optional() }),
  'application.annulled': z.strictObject({ reasons: reasons.optional() }),
  'annulment.held': z.strictObject({ reasons }),
  'ending.held': z.strictObject({ reasons }),
  'hold.released': z.strictObject({ reasons }),
  'application.reinstated': z.strictObject({ agreement: text }),
  'application.withdrawn': z.strictObject({ reasons: reasons.optional() }),
  'contract.withdrawn': z.strictObject({
    form: z.enum(['portal', 'paper']),
    dispatchedOn: isoDay.optional(),
  }),
  'works.started': z.strictObject({ on: isoDay }),
  'works.completed': z.strictObject({ on: isoDay, channel }),
  'works.suspended': suspension,
  'works.resumed': z.strictObject({ reason: z.enum(SUSPENSION_REASONS), on: isoDay }),
  'force-majeure.notified': z.strictObject({ startedOn: isoDay, event: text, likelyEndOn: isoDay }),
  'force-majeure.ended': z.strictObject({ on: isoDay }),
  'readiness.confirmed': z.strictObject({
    installationsBuilt: z.boolean(),
    preparedForVoltage: z.boolean(),
    on: isoDay.optional(),
    tradingContract: z
      .union([
        z.boolean(),
        name,
        z.strictObject({ number: name, on: isoDay.optional(), trader: name.optional() }),
      ])
      .nullable()
      .optional(),
  }),
  'readiness.disproved': z.strictObject({ findings: text }),
  'term.extended': z.strictObject({ termOn: isoDay, agreement: text.optional() }),
  'usage.agreed': z.strictObject({ agreement: text, termOn: isoDay.optional() }),
  'contract.amended': z.strictObject({
    agreement: text,
    termOn: isoDay.optional(),
    quote: quoteRequest.optional(),
    paymentDueOn: isoDay.optional(),
  }),
  'connection.made': z.strictObject({
    on: isoDay,
    loadSwitched: z.boolean().optional(),
    meter: name.optional(),
  }),
  'owner.changed': z.strictObject({ on: isoDay, newOwner }),
  'contract.terminated': z.strictObject({ reason: z.enum(TERMINATION_REASONS), facts: text, reasons }),
  'termination.agreed': z.strictObject({ agreement: text }),
  'debt.warned': z.strictObject({ channel }),
  'debt.handed-over': z.strictObject({ provider: name.optional() }),
  'details.changed': z
    .strictObject({
      name: name.optional(),
      email: z.email().max(254).optional(),
      phone: z.string().trim().min(5).max(20).optional(),
      postalAddress: name.optional(),
      language: z.enum(['lv', 'en']).optional(),
      validFrom: isoDay.optional(),
    })
    .refine(
      ({ validFrom: _, ...changed }) => Object.keys(changed).length > 0,
      'name at least one changed detail',
    ),
  'authority.filed': z.strictObject({
    agent: name,
    scope: z.union([name, z.array(name).min(1)]),
    from: isoDay,
    until: isoDay.optional(),
  }),
  'authority.revoked': z.strictObject({ receivedAt: z.union([instant, isoDay]), agent: name.optional() }),
  'project.joined': z.strictObject({ projectId: name, shareNet: amount }),
  'refund.decided': z.strictObject({ refund: amount, retained: amount, reasons }),
  'refund.paid': z.strictObject({ on: isoDay, amount: positiveAmount }),
  'notice.failed': z.strictObject({ noticeId: name, reason: text }),
  'notice.dispatched': z.strictObject({
    noticeId: name,
    on: isoDay.describe('Day on which the letter was posted, signed for or sent'),
  }),
  'old-supply.cut': z.strictObject({ on: isoDay }),
  'complaint.filed': z.strictObject({ text }),
  'complaint.answered': z.strictObject({ text, extraChecks: z.boolean().optional() }),
  'data-request.filed': z.strictObject({ right: z.enum(DATA_RIGHTS), text }),
  'data-request.prolonged': z.strictObject({ right: z.enum(DATA_RIGHTS), reasons }),
  'data-request.answered': z
    .strictObject({
      right: z.enum(DATA_RIGHTS),
      outcome: z.enum(DATA_ANSWERS),
      text,
      reasons: reasons.optional(),
    })
    .refine(({ outcome, reasons: why }) => outcome === 'granted' || why !== undefined, {
      path: ['reasons'],
      error: 'what is refused, in whole or in part, is refused with reasons',
    }),
  'disclosure.notified': z.strictObject({
    discoveredOn: isoDay,
    happened: text,
    data: z.array(text).min(1).max(50).describe('The information that was disclosed'),
    measures: text,
    advice: text.optional(),
  }),
  'deadline.passed': z.strictObject({ name: z.string(), day: isoDay }),
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof EVENT_DATA;
export type EventInput<Type extends EventType> = z.input<(typeof EVENT_DATA)[Type]>;
export type EventData<Type extends EventType> = z.output<(typeof EVENT_DATA)[Type]>;
