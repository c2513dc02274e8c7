import { amountOf } from '../money.ts';
import type { Asked } from './asked.ts';
import { type FeeLaw, settingOf } from './fee-law.ts';
import { paymentSchedule } from './payment-schedule.ts';
import type { PricedRegime } from './priced-regime.ts';
import type { QuotedFinancing } from './quote-shape.ts';

/** Base, cost and payments of the deferral; zeros where none may be agreed or none was asked for. */
export function quotedFinancing(applied: PricedRegime, asked: Asked, law: FeeLaw): QuotedFinancing {
  const { financing } = applied;
  if (!financing) {
    const method = settingOf(law, 'financing.method');
    return { base: '0.00', cost: '0.00', method, annualRate: null, months: 0, schedule: [] };
  }
  const financed = applied.lines.find(({ component }) => component === 'financing')!.customerShare;
  const share = { financing: financed, others: applied.customerShare.minus(financed) };
  return {
    base: amountOf(financing.base),
    cost: amountOf(financing.cost),
    method: financing.method,
    annualRate: financing.annualRate,
    months: financing.months,
    schedule: paymentSchedule(financing, share, asked.on),
  };
}
