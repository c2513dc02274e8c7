import { Decimal } from 'decimal.js';

/** Amounts are decimal strings in EUR with two places at rest and {@link Decimal} in arithmetic, never floats. */
export type Amount = string;

export const AMOUNT_PATTERN = /^(0|[1-9]\d{0,11})\.\d{2}$/;

export const amountOf = (value: Decimal): Amount => value.toFixed(2);

export const sumOf = (amounts: Iterable<Amount>): Decimal => {
  let total = new Decimal(0);
  for (const amount of amounts) total = total.plus(amount);
  return total;
};

export const atLeastZero = (value: Decimal): Decimal => (value.isNegative() ? new Decimal(0) : value);
