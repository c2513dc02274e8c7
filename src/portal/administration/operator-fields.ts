import type { Operator } from '../../law/operator.ts';

/** What makes up the operator's details, in the order of the form. */
export const OPERATOR_FIELDS = [
  'name',
  'registrationNumber',
  'vatNumber',
  'address',
  'site',
  'portal',
  'email',
  'phone',
  'account.iban',
  'account.bic',
  'account.bank',
  'timeZone',
  'lastGuaranteedSupplyTrader',
  'casePrefix',
] as const;

export type OperatorField = (typeof OPERATOR_FIELDS)[number];

export function operatorValue(operator: Operator, name: OperatorField): string {
  switch (name) {
    case 'account.iban':
      return operator.account.iban;
    case 'account.bic':
      return operator.account.bic;
    case 'account.bank':
      return operator.account.bank;
    default:
      return operator[name];
  }
}
