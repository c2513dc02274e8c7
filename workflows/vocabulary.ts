/** Words that acts and facts share, as they stand in payloads. */

/** Means of identification (II.5.4). */
export const IDENTIFICATION_METHODS = [
  'portal-eid',
  'portal-bank',
  'portal-password',
  'qualified-esignature',
  'phone',
  'in-person',
] as const;
/** What service records: of the portal a sign-in alone tells (D-19). */
export const METHODS_BY_SERVICE: readonly string[] = IDENTIFICATION_METHODS.filter(
  (method) => !method.startsWith('portal-'),
);
export type IdentificationMethod = (typeof IDENTIFICATION_METHODS)[number];

/** Forms in which a contract is signed (II.7.6). */
export const SIGNATURE_FORMS = ['portal', 'handwritten-identifiable', 'esign-timestamped'] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];

/** The operator's grounds for ending a contract (II.4.6, II.13.2, II.14.3). */
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
export type TerminationReason = (typeof TERMINATION_REASONS)[number];

/** Why works are suspended (II.13.1). */
export const SUSPENSION_REASONS = [
  'design-flaws',
  'preparatory-works',
  'adverse-conditions',
  'digging-ban',
] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** What a data subject may ask for (II.9.3 and the General Data Protection Regulation). */
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

/** Who makes the design, who chooses the contractor. */
export const MAKERS = ['customer', 'operator'] as const;
export type Maker = (typeof MAKERS)[number];
