import type { Decimal } from 'decimal.js';
import type { Day, IsoDay } from '../days.ts';
import { type Amount, amountOf } from '../money.ts';
import { exact } from './exact.ts';
import { type Financing, growth, paymentMonths } from './financing.ts';
import { inWholeCents } from './whole-cents.ts';

/** One payment of a deferral, net of VAT. */
export interface DeferredPayment {
  readonly month: number;
  readonly dueOn: IsoDay;
  readonly principal: Amount;
  readonly financing: Amount;
  readonly payment: Amount;
}

/** Equal parts of the customer's share, each with the financing that it caused; together they are the share to the
 *  cent. The terms run from the day of conclusion; a payment due on the 31st of a shorter month is due on its last day. */
export function paymentSchedule(
  financing: Financing,
  share: { readonly financing: Decimal; readonly others: Decimal },
  concludedOn: Day,
): DeferredPayment[] {
  const months = paymentMonths(financing);
  const { method, annualRate } = financing;
  const factors = months.map((month) => growth(method, exact(annualRate), month));
  const sum = factors.reduce((all, factor) => all.plus(factor));
  const principals = inWholeCents(
    months.map(() => share.others.dividedBy(months.length)),
    share.others,
  );
  const costs = inWholeCents(
    factors.map((factor) => (sum.isZero() ? factor : share.financing.times(factor).dividedBy(sum))),
    share.financing,
  );
  return months.map((month, index) => ({
    month,
    dueOn: concludedOn.add({ months: month }).toString(),
    principal: amountOf(principals[index]!),
    financing: amountOf(costs[index]!),
    payment: amountOf(principals[index]!.plus(costs[index]!)),
  }));
}
