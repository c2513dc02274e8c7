import type { CaseView } from '../../../casework/show/shown.ts';
import { detailsOf } from '../case-details.ts';
import { channels, components, regimes } from './choices.ts';
import {
  area,
  choice,
  count,
  counts,
  euros,
  type FieldSpec,
  line,
  onDay,
  tick,
  whole,
} from './field-spec.ts';
import { PART_ONE_FIELDS } from './part-one.ts';

const connection = (found: CaseView) => detailsOf(found).application?.connection;

const silent = { optional: true, silentIfUnticked: true } as const;

/** What is to be priced; a figure that is in force needs no field. */
const QUOTE_FIELDS: readonly FieldSpec[] = [
  count('quote.connection.ampere', 'ampere', { prefill: (found) => connection(found)?.ampere, suffix: 'A' }),
  count('quote.connection.volt', 'volt', { prefill: (found) => connection(found)?.volt, suffix: 'V' }),
  counts('quote.connection.entryDevices', 'entryDevices', { optional: true, hint: 'entryDevices' }),
  count('quote.connection.distanceM', 'distance', { optional: true, suffix: 'm' }),
  line('quote.connection.planReference', 'planReference', { optional: true }),
  euros('quote.loadUnitPrice', 'loadUnitPrice', { optional: true, hint: 'loadUnitPrice' }),
  euros('quote.costs.design', 'design', { optional: true }),
  euros('quote.costs.construction', 'construction', { optional: true }),
  euros('quote.costs.connecting', 'connecting', { optional: true }),
  tick('quote.operatorOrganisesDesign', 'operatorDesign', silent),
  tick('quote.connection.customerChoseContractor', 'customerChoseContractor', silent),
  choice('quote.regime', 'regime', regimes, { prefill: () => 'auto' }),
  tick('quote.supplyInterruptedOrLoadReduced', 'supplyInterrupted', {
    ...silent,
    group: 'capacity',
    hint: 'supplyInterrupted',
  }),
  onDay('quote.interruption.from', 'interruptionFrom', {
    group: 'capacity',
    optional: true,
    hint: 'interruption',
  }),
  onDay('quote.interruption.to', 'interruptionTo', { group: 'capacity', optional: true }),
  area('quote.interruption.basis', 'interruptionBasis', {
    group: 'capacity',
    optional: true,
    hint: 'interruptionBasis',
  }),
  euros('quote.costs.capacityMaintenance', 'capacityMaintenance', { group: 'capacity', optional: true }),
  onDay('quote.technicalRules.issuedOn', 'rulesIssuedOn', { group: 'oldRules', optional: true }),
  onDay('quote.technicalRules.validUntil', 'rulesValidUntil', { group: 'oldRules', optional: true }),
  euros('quote.costs.attributable', 'attributable', { group: 'oldRules', optional: true, hint: 'oldRules' }),
  euros('quote.costs.actual', 'actual', { group: 'oldRules', optional: true, hint: 'oldRules' }),
  whole('quote.deferral.months', 'deferralMonths', { group: 'deferral', optional: true, hint: 'deferral' }),
  whole('quote.deferral.instalments', 'deferralInstalments', { group: 'deferral', optional: true }),
  count('quote.deferral.annualRate', 'deferralRate', {
    group: 'deferral',
    optional: true,
    hint: 'deferralRate',
  }),
  whole('quote.deferral.monthsFromSystemServiceContract', 'deferralFromService', {
    group: 'deferral',
    optional: true,
    hint: 'deferralFromService',
  }),
  tick('quote.deferral.guaranteesProvided', 'deferralGuarantees', { ...silent, group: 'deferral' }),
  tick('quote.deferral.termsInContract', 'deferralTerms', { ...silent, group: 'deferral' }),
];

/** The price anew, where an amendment changes it: nothing is asked unless something is filled in. */
export const REPRICING_FIELDS: readonly FieldSpec[] = QUOTE_FIELDS.map(({ prefill: _, ...field }) => ({
  ...field,
  group: 'repricing',
  optional: true,
  staffOnly: true,
}));

/** The quote and the offer around it (II.11.1). */
export const OFFER_FIELDS: readonly FieldSpec[] = [
  ...QUOTE_FIELDS,
  onDay('termOn', 'termOn'),
  onDay('paymentDueOn', 'paymentDueOn'),
  choice('channel', 'channel', channels, { prefill: (found) => detailsOf(found).offer?.channel ?? 'portal' }),
  area('ownershipBoundary', 'boundary', {
    hint: 'boundary',
    prefill: (found) => detailsOf(found).offer?.ownershipBoundary,
  }),
  euros('advanceGross', 'advance', { optional: true, hint: 'advance' }),
  tick('worksBeforeFullPayment', 'worksBefore', { optional: true }),
  tick('worksInWithdrawalPeriod', 'worksInWithdrawal', { optional: true }),
  ...PART_ONE_FIELDS,
];

/** Parts of a quote that no form asks for and a program may send: shown to whoever approves the offer. */
export const UNASKED_QUOTE_FIELDS: readonly FieldSpec[] = [
  onDay('quote.concludedOn', 'concludedOn'),
  euros('quote.costs.loadUnit', 'loadUnit'),
  line('quote.technicalRules.number', 'rulesNumber'),
  count('quote.vatRate', 'vatRate'),
  choice('quote.reverseCharge', 'reverseCharge', components),
];
