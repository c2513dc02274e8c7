import { Decimal } from 'decimal.js';
import type { SettingValue } from '../settings/settings.ts';

/** Forty digits: the largest amount times a rate and a compounded factor is exact far beyond the cent. */
const Exact = Decimal.clone({ precision: 40, defaults: true });

/** Numbers of the fee are born here, from decimal strings and counts, never from floats. */
export const exact = (value: string | number | Decimal): Decimal => new Exact(value);

export const ZERO = exact(0);
export const ONE = exact(1);

export const total = (values: Iterable<Decimal>): Decimal => {
  let sum = ZERO;
  for (const value of values) sum = sum.plus(value);
  return sum;
};

export type Rounding = SettingValue<'money.rounding'>;

const MODE = {
  HALF_UP: Decimal.ROUND_HALF_UP,
  HALF_EVEN: Decimal.ROUND_HALF_EVEN,
} as const satisfies Record<Rounding, Decimal.Rounding>;

/** Whole cents (OQ-FEE-1). */
export const toCents = (value: Decimal, rounding: Rounding): Decimal =>
  value.toDecimalPlaces(2, MODE[rounding]);
