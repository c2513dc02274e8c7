import { z } from 'zod';
import { RATIO } from '../law/parameters/figure.ts';
import { FIGURES, type FigureName } from '../law/parameters/index.ts';
import { SETTINGS, type SettingName } from '../law/settings/settings.ts';
import { TERMS_CLAUSES, type TermsParameter, type TermsParameters } from '../law/terms/terms.ts';

/** A change of the law as an administrator proposes it: its form. What it may mean is asked by the rules beside. */

const day = z.iso.date();
const line = (longest: number) => z.string().trim().min(1).max(longest);
const source = line(1000).describe('Where it can be read: act and clause, decision, page');

const namesOf = <Name extends string>(catalogue: Readonly<Record<Name, unknown>>) =>
  z.enum(Object.keys(catalogue) as [Name, ...Name[]]);

const figure = z
  .strictObject({
    kind: z.literal('figure'),
    name: namesOf<FigureName>(FIGURES),
    value: z.string().trim().max(100).default('').describe('Left out where the figure ends (status missing)'),
    since: day.describe('First day'),
    status: z
      .enum(['verified', 'reported', 'missing'])
      .default('verified')
      .describe(
        'reported: for previews alone; missing: the figure ends, and a price that needs it is refused',
      ),
    source,
  })
  .meta({ id: 'FigureProposal' });

const setting = z
  .strictObject({
    kind: z.literal('setting'),
    name: namesOf<SettingName>(SETTINGS),
    value: z.union([z.boolean(), z.int(), line(100)]),
    since: day.describe('First day'),
    source,
  })
  .meta({ id: 'SettingProposal' });

const LONGEST_PERIOD = 3650;
const FORMS: Readonly<Record<string, z.ZodType<number | string>>> = {
  days: z.int().min(0).max(LONGEST_PERIOD),
  'complete days': z.int().min(0).max(LONGEST_PERIOD),
  months: z.int().min(0).max(LONGEST_PERIOD),
  A: z.int().min(1).max(1_000_000),
  V: z.int().min(1).max(1_000_000),
  m: z.int().min(0).max(1_000_000),
  ratio: z.string().regex(RATIO),
  date: day,
};

/** Every parameter of Part II, each in the form of its unit. */
const termsParameters = z
  .strictObject(
    Object.fromEntries(
      Object.entries(TERMS_CLAUSES).map(([name, { unit, clause }]) => [
        name,
        FORMS[unit]!.describe(`${unit}, clause ${clause}`),
      ]),
    ) as Record<TermsParameter, z.ZodType<number | string>>,
  )
  .transform((parameters) => parameters as unknown as TermsParameters);

const terms = z
  .strictObject({
    kind: z.literal('terms'),
    version: z.string().regex(/^[\w.-]{1,40}$/),
    publishedOn: day.describe('Day of the announcement on the operator’s site (II.1.5)'),
    effectiveOn: day,
    ground: z.enum(['law', 'authority', 'technical']).describe('II.1.4'),
    exemption: z
      .enum(['favours-customer', 'technical-correction', 'law-change', 'authority-instruction'])
      .optional()
      .describe('Why it may take effect before 30 complete days have passed (II.1.6)'),
    source,
    parameters: termsParameters.describe('All of them'),
    documentId: z.uuid().optional().describe('The operator’s own text, stored before by POST /law/documents'),
  })
  .meta({ id: 'TermsProposal' });

const calendar = z
  .strictObject({
    kind: z.literal('calendar'),
    rows: z
      .array(
        z.strictObject({
          on: day,
          kind: z.enum(['day-off', 'working-day']),
          name: line(200),
          removed: z
            .boolean()
            .default(false)
            .describe('Takes the day back; also a holiday of the delivered rule'),
        }),
      )
      .min(1)
      .max(60),
    source,
  })
  .meta({ id: 'CalendarProposal' });

const operatorProfile = z.strictObject({
  name: line(300),
  registrationNumber: line(30),
  vatNumber: line(30),
  address: line(300),
  site: z.url({ protocol: /^https?$/ }).max(300),
  portal: z.url({ protocol: /^https?$/ }).max(300),
  email: z.email().max(254),
  phone: line(100),
  account: z.strictObject({
    iban: z
      .string()
      .transform((iban) => iban.replaceAll(' ', '').toUpperCase())
      .pipe(z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/)),
    bic: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
    bank: line(200),
  }),
  timeZone: line(60),
  lastGuaranteedSupplyTrader: line(300),
  casePrefix: z.string().regex(/^[A-Z]{1,4}$/),
});

const operator = z
  .strictObject({ kind: z.literal('operator'), profile: operatorProfile, source })
  .meta({ id: 'OperatorProposal' });

export const proposalRequest = z
  .discriminatedUnion('kind', [figure, setting, terms, calendar, operator])
  .meta({ id: 'LawProposalRequest' });

export type ProposalRequest = z.output<typeof proposalRequest>;
