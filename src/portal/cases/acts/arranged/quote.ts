import type { CaseView } from '../../../../casework/show/shown.ts';
import { COMPONENTS, type REGIMES } from '../../../../law/fees/component.ts';
import { nameOf } from '../../../messages/names.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { detailsOf } from '../../case-details.ts';
import type { FieldSpec, InWords } from '../field-spec.ts';
import type { Part } from '../parts-of-data.ts';
import { area, choice, count, counts, euros, line, onDay, tick, whole } from './arranged-field.ts';

const REGIME_WORDS: Readonly<Record<'auto' | (typeof REGIMES)[number], MessageKey>> = {
  auto: 'estimate.regimes.auto',
  '1/8': 'estimate.regimes.r18',
  '1/7': 'estimate.regimes.r17',
};
const regimeInWords: InWords = ({ t }, value) => t(REGIME_WORDS[value as keyof typeof REGIME_WORDS]);

const connection = (found: CaseView) => detailsOf(found).application?.connection;

const silent = { optional: true, silentIfUnticked: true } as const;

/** What is to be priced; a figure that is in force needs no field. */
const QUOTE_FIELDS: readonly FieldSpec[] = [
  count('connection.ampere', 'ampere', { first: (found) => connection(found)?.ampere, suffix: 'A' }),
  count('connection.volt', 'volt', { first: (found) => connection(found)?.volt, suffix: 'V' }),
  counts('connection.entryDevices', 'entryDevices', { optional: true, hint: 'entryDevices' }),
  count('connection.distanceM', 'distance', { optional: true, suffix: 'm' }),
  line('connection.planReference', 'planReference', { optional: true }),
  euros('loadUnitPrice', 'loadUnitPrice', { optional: true, hint: 'loadUnitPrice' }),
  euros('costs.design', 'design', { optional: true }),
  euros('costs.construction', 'construction', { optional: true }),
  euros('costs.connecting', 'connecting', { optional: true }),
  tick('operatorOrganisesDesign', 'operatorDesign', silent),
  tick('connection.customerChoseContractor', 'customerChoseContractor', silent),
  choice('regime', 'regime', Object.keys(REGIME_WORDS), regimeInWords, { first: () => 'auto' }),
  tick('supplyInterruptedOrLoadReduced', 'supplyInterrupted', {
    ...silent,
    group: 'capacity',
    hint: 'supplyInterrupted',
  }),
  onDay('interruption.from', 'interruptionFrom', {
    group: 'capacity',
    optional: true,
    hint: 'interruption',
  }),
  onDay('interruption.to', 'interruptionTo', { group: 'capacity', optional: true }),
  area('interruption.basis', 'interruptionBasis', {
    group: 'capacity',
    optional: true,
    hint: 'interruptionBasis',
  }),
  euros('costs.capacityMaintenance', 'capacityMaintenance', { group: 'capacity', optional: true }),
  onDay('technicalRules.issuedOn', 'rulesIssuedOn', { group: 'oldRules', optional: true }),
  onDay('technicalRules.validUntil', 'rulesValidUntil', { group: 'oldRules', optional: true }),
  euros('costs.attributable', 'attributable', { group: 'oldRules', optional: true, hint: 'oldRules' }),
  euros('costs.actual', 'actual', { group: 'oldRules', optional: true, hint: 'oldRules' }),
  whole('deferral.months', 'deferralMonths', { group: 'deferral', optional: true, hint: 'deferral' }),
  whole('deferral.instalments', 'deferralInstalments', { group: 'deferral', optional: true }),
  count('deferral.annualRate', 'deferralRate', {
    group: 'deferral',
    optional: true,
    hint: 'deferralRate',
  }),
  whole('deferral.monthsFromSystemServiceContract', 'deferralFromService', {
    group: 'deferral',
    optional: true,
    hint: 'deferralFromService',
  }),
  tick('deferral.guaranteesProvided', 'deferralGuarantees', { ...silent, group: 'deferral' }),
  tick('deferral.termsInContract', 'deferralTerms', { ...silent, group: 'deferral' }),
];

/** A price is asked for as a whole. Where it may be left out, a new one is being agreed: it stands behind a heading, and
 *  nothing is asked unless something is filled in. */
export const quoteFields = ({ key, optional }: Part): readonly FieldSpec[] =>
  QUOTE_FIELDS.map(({ first, ...field }) => ({
    ...field,
    name: `${key}.${field.name}`,
    ...(optional ? { optional, group: 'acts.arranged.groups.repricing' as const } : first ? { first } : {}),
  }));

/** Parts of a quote that no form asks for and a program may send: shown to whoever approves the offer. */
export const UNASKED_QUOTE_FIELDS: readonly FieldSpec[] = [
  onDay('quote.concludedOn', 'concludedOn'),
  euros('quote.costs.loadUnit', 'loadUnit'),
  line('quote.technicalRules.number', 'rulesNumber'),
  count('quote.vatRate', 'vatRate'),
  choice('quote.reverseCharge', 'reverseCharge', COMPONENTS, ({ names }, value) =>
    nameOf(names, 'component', value),
  ),
];
