import { z } from 'zod';
import { AMOUNT_PATTERN } from '../money.ts';
import { RATIO } from '../parameters/figure.ts';
import { RULE_EDITIONS } from '../parameters/figure-in-force.ts';
import { COMPONENTS, REGIMES } from './component.ts';
import { exact, total } from './exact.ts';
import { WRONG } from './request-wording.ts';

/** Up to six digits before and four after the point; `ABOVE_ZERO` also refuses 0, 0.0 and the like. */
const DECIMAL = /^(0|[1-9]\d{0,5})(\.\d{1,4})?$/;
const ABOVE_ZERO = /^(?!0(\.0+)?$)(0|[1-9]\d{0,5})(\.\d{1,4})?$/;

const HIGHEST_VOLT = 110_000;
const LONGEST_MONTHS = 1200;

/** What comes after it reads the text as a number, and so must not see any other. */
const matching = (pattern: RegExp, { en: error }: { readonly en: string }) =>
  z.string({ error }).regex(pattern, { error, abort: true });
const amount = matching(AMOUNT_PATTERN, WRONG.amount);
const ampere = matching(ABOVE_ZERO, WRONG.ampere);
const flag = z.boolean({ error: WRONG.flag.en });
const date = z.iso.date({ error: WRONG.date.en });
const text = z
  .string({ error: WRONG.text.en })
  .min(1, { error: WRONG.text.en })
  .max(300, { error: WRONG.text.en });
const wholeNumber = (from: number, { en: error }: { readonly en: string }) =>
  z.int({ error }).min(from, { error }).max(LONGEST_MONTHS, { error });

const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? WRONG.unknown.en : WRONG.object.en),
  });

const volt = matching(ABOVE_ZERO, WRONG.volt).refine(
  (value) => exact(value).lessThanOrEqualTo(HIGHEST_VOLT),
  {
    error: WRONG.voltTooHigh.en,
  },
);

const connection = strict({
  ampere,
  /** Rated current of each entry device; together they make up `ampere`. */
  entryDevices: z
    .array(ampere, { error: WRONG.devices.en })
    .min(1, { error: WRONG.devices.en })
    .max(100)
    .optional(),
  volt,
  /** Straight line on the operator's plan from the planned boundary to the nearest 0.4 kV line (OQ-FEE-13). */
  distanceM: matching(DECIMAL, WRONG.distance).optional(),
  planReference: text.optional(),
  customerChoseContractor: flag.optional(),
  temporary: flag.refine((temporary) => !temporary, { error: WRONG.temporary.en }).optional(),
}).refine(
  ({ ampere, entryDevices }) => entryDevices === undefined || total(entryDevices.map(exact)).equals(ampere),
  {
    path: ['entryDevices'],
    error: WRONG.devicesDoNotAddUp.en,
  },
);

const technicalRules = strict({ number: text.optional(), issuedOn: date, validUntil: date }).refine(
  ({ issuedOn, validUntil }) => issuedOn <= validUntil,
  { path: ['validUntil'], error: WRONG.rulesEndBeforeIssue.en },
);

const costs = strict({
  design: amount.optional(),
  construction: amount.optional(),
  loadUnit: amount.optional(),
  capacityMaintenance: amount.optional(),
  connecting: amount.optional(),
  attributable: amount.optional(),
  actual: amount.optional(),
});

/** Period and basis of the capacity-maintenance amount, which the engineer enters (OQ-FEE-7). */
const interruption = strict({ from: date, to: date, basis: text }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  error: WRONG.interruptionEndsBeforeStart.en,
});

const deferral = strict({
  months: wholeNumber(1, WRONG.months),
  /** Equal payments at equal intervals; without it one payment at the end. */
  instalments: wholeNumber(1, WRONG.instalments).optional(),
  annualRate: matching(RATIO, WRONG.ratio).optional(),
  guaranteesProvided: flag.optional(),
  termsInContract: flag.optional(),
  monthsFromSystemServiceContract: wholeNumber(0, WRONG.monthsFromServiceContract).optional(),
}).refine(({ months, instalments = 1 }) => months % instalments === 0, {
  path: ['instalments'],
  error: WRONG.instalments.en,
});

/** What is to be priced. Amounts are net of VAT; unknown fields are refused. */
export const quoteRequest = strict({
  concludedOn: date.optional(),
  regime: z.enum(['auto', ...REGIMES], { error: WRONG.regime.en }).optional(),
  connection,
  technicalRules: technicalRules.optional(),
  costs: costs.optional(),
  /** EUR per ampere, instead of `costs.loadUnit`. */
  loadUnitPrice: amount.optional(),
  operatorOrganisesDesign: flag.optional(),
  supplyInterruptedOrLoadReduced: flag.optional(),
  interruption: interruption.optional(),
  deferral: deferral.optional(),
  /** Overrides the rate in force. */
  vatRate: matching(RATIO, WRONG.ratio).optional(),
  /** Lines for which the customer accounts for VAT; finance sets it (VAT Act, section 142). */
  reverseCharge: z
    .array(z.enum(COMPONENTS, { error: WRONG.component.en }), { error: WRONG.component.en })
    .max(COMPONENTS.length)
    .optional(),
  edition: z.enum(RULE_EDITIONS, { error: WRONG.edition.en }).optional(),
}).refine(({ costs, loadUnitPrice }) => loadUnitPrice === undefined || costs?.loadUnit === undefined, {
  path: ['loadUnitPrice'],
  error: WRONG.bothLoadUnits.en,
});

export type QuoteRequest = z.infer<typeof quoteRequest>;
