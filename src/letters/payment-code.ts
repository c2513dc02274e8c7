/** The payment code of the European Payments Council (EPC069-12, version 002): what a bank's app reads from an invoice. */

export interface PaymentAsked {
  readonly beneficiary: string;
  readonly iban: string;
  readonly bic: string;
  /** EUR with two decimals, above 0.00. */
  readonly amount: string;
  /** Creditor reference of ISO 11649. */
  readonly reference: string;
}

const LONGEST_NAME = 70;

/** Lines in the order of the guideline: service tag, version, character set (1: UTF-8), SCT, BIC, name, IBAN, amount,
 *  purpose, structured reference. Lines after the last one that is filled are left out. */
export function paymentCodeOf({ beneficiary, iban, bic, amount, reference }: PaymentAsked): string {
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    bic,
    [...beneficiary.replaceAll('\n', ' ')].slice(0, LONGEST_NAME).join(''),
    iban.replaceAll(' ', ''),
    `EUR${amount}`,
    '',
    reference,
  ].join('\n');
}

/** The same with its parts one by one, as templates call it. */
export const paymentCode = (
  beneficiary: string,
  iban: string,
  bic: string,
  amount: string,
  reference: string,
): string => paymentCodeOf({ beneficiary, iban, bic, amount, reference });
