import type { CaseView } from '../../../casework/casework.ts';
import { detailsOf } from '../case-details.ts';
import { channels, regimes } from './choices.ts';
import { area, choice, count, euros, type FieldSpec, line, onDay, tick } from './field-spec.ts';

const connection = (found: CaseView) => detailsOf(found).application?.connection;

/** The quote and the offer around it (II.11.1); a figure that is in force needs no field. */
export const OFFER_FIELDS: readonly FieldSpec[] = [
  count('quote.connection.ampere', 'ampere', { prefill: (found) => connection(found)?.ampere, suffix: 'A' }),
  count('quote.connection.volt', 'volt', { prefill: (found) => connection(found)?.volt, suffix: 'V' }),
  count('quote.connection.distanceM', 'distance', { optional: true, suffix: 'm' }),
  line('quote.connection.planReference', 'planReference', { optional: true }),
  euros('quote.loadUnitPrice', 'loadUnitPrice', { optional: true, hint: 'loadUnitPrice' }),
  euros('quote.costs.design', 'design', { optional: true }),
  euros('quote.costs.construction', 'construction', { optional: true }),
  euros('quote.costs.connecting', 'connecting', { optional: true }),
  tick('quote.operatorOrganisesDesign', 'operatorDesign', { optional: true }),
  choice('quote.regime', 'regime', regimes, { prefill: () => 'auto' }),
  onDay('quote.technicalRules.issuedOn', 'rulesIssuedOn', { optional: true }),
  onDay('quote.technicalRules.validUntil', 'rulesValidUntil', { optional: true }),
  euros('quote.costs.attributable', 'attributable', { optional: true, hint: 'oldRules' }),
  euros('quote.costs.actual', 'actual', { optional: true, hint: 'oldRules' }),
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
];
