import { Decimal } from 'decimal.js';
import type { View } from '../frame/view.ts';

/** Who pays what of a sum: `{{> shares shares}}`. */
export interface Shares {
  /** Of 1000. */
  readonly customerWidth: number;
  readonly operatorWidth: number;
  readonly customer: string;
  readonly operator: string;
  readonly text: string;
}

export function shares({ t, formats }: View, customerShare: string, operatorShare: string): Shares | null {
  const whole = new Decimal(customerShare).plus(operatorShare);
  if (whole.lessThanOrEqualTo(0)) return null;
  const ratio = new Decimal(customerShare).dividedBy(whole);
  const customerWidth = ratio.times(1000).toDecimalPlaces(0).toNumber();
  const percent = (value: Decimal): string => formats.percent(value.toDecimalPlaces(3).toFixed());
  const customer = t('shares.customer', { amount: formats.amount(customerShare), percent: percent(ratio) });
  const operator = t('shares.operator', {
    amount: formats.amount(operatorShare),
    percent: percent(new Decimal(1).minus(ratio)),
  });
  return {
    customerWidth,
    operatorWidth: 1000 - customerWidth,
    customer,
    operator,
    text: `${customer}; ${operator}`,
  };
}
