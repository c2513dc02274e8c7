import { z } from 'zod';
import type { Draft } from '../../../workflows/application.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { factsOf } from '../asked.ts';
import { amount, decimal, ratio, words } from '../fields.ts';

/** Shapes that several letters and documents share. */

export const partyFields = z.strictObject({
  name: words,
  kind: z.enum(['natural', 'legal', 'operator']),
  /** Personal code of a natural person, registration number of any other. */
  code: words.nullable(),
  address: words.nullable(),
  email: words.nullable(),
  phone: words.nullable(),
});

export function partyOf(asked: LetterAsked): z.input<typeof partyFields> {
  const customer: NonNullable<Draft['customer']> = factsOf(asked).application.customer ?? {};
  return {
    name: customer.name ?? '',
    kind: customer.kind ?? 'natural',
    code: customer.personalCode ?? customer.registrationNumber ?? null,
    address: customer.postalAddress ?? null,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
  };
}

/** Technical parameters of the connection (II.def.technical-parameters). */
export const parametersFields = z.strictObject({
  phases: z.union([z.literal(1), z.literal(3)]),
  ampere: decimal,
  volt: decimal,
  generationKw: decimal.nullable(),
  maxLoadKw: decimal.nullable(),
});

export function parametersOf(asked: LetterAsked): z.input<typeof parametersFields> {
  const connection = factsOf(asked).application.connection;
  if (!connection?.phases || !connection.ampere || !connection.volt)
    throw new Error('The application names no technical parameters.');
  const { phases, ampere, volt, generationKw, maxLoadKw } = connection;
  return {
    phases,
    ampere,
    volt,
    generationKw: generationKw && Number(generationKw) > 0 ? generationKw : null,
    maxLoadKw: maxLoadKw ?? null,
  };
}

/** The fee and the customer's part of it. */
export const feeFields = z.strictObject({
  net: amount,
  operatorShare: amount,
  shareNet: amount,
  vatRate: ratio,
  vat: amount,
  shareGross: amount,
});

export function feeOf(asked: LetterAsked): z.input<typeof feeFields> {
  const quote = factsOf(asked).offer?.quote;
  if (!quote) throw new Error('The letter tells of a fee; the case has no offer.');
  return {
    net: quote.connectionFeeNet,
    operatorShare: quote.operatorShareNet,
    shareNet: quote.customerShareNet,
    vatRate: quote.vatRate,
    vat: quote.vat,
    shareGross: quote.customerGross,
  };
}
