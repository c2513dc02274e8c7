import type { Decimal } from 'decimal.js';
import { missingFigure } from '../parameters/figure-in-force.ts';
import type { SettingValue } from '../settings/settings.ts';
import type { Words } from '../words.ts';
import type { AskedDeferral } from './asked.ts';
import { exact, ONE, toCents, ZERO } from './exact.ts';
import { type FeeLaw, settingOf } from './fee-law.ts';
import { inBoth } from './spoken.ts';

export type FinancingMethod = SettingValue<'financing.method'>;

/** Cost of a deferral: what it is computed on, at which rate, by which method. */
export interface Financing {
  readonly base: Decimal;
  readonly cost: Decimal;
  readonly method: FinancingMethod;
  readonly annualRate: string;
  readonly months: number;
  readonly instalments: number;
}

/** The rate is the one in force when the contract is concluded, not when it was offered (II.def.fee-1/8.6).
 *  @throws Refusal naming the rate where it is needed and no confirmed one is in force */
export function financingOf(base: Decimal, deferral: AskedDeferral, law: FeeLaw): Financing {
  const method = settingOf(law, 'financing.method');
  const { months, instalments } = deferral;
  const annualRate = deferral.annualRate ?? rateInForce(base, law);
  const factors = paymentMonths(deferral).map((month) => growth(method, exact(annualRate), month));
  const sum = factors.reduce((all, factor) => all.plus(factor), ZERO);
  const parts = exact(instalments).times(GROWTH_DIVISOR[method]);
  const cost = toCents(base.times(sum).dividedBy(parts), settingOf(law, 'money.rounding'));
  return { base, cost, method, annualRate, months, instalments };
}

function rateInForce(base: Decimal, law: FeeLaw): string {
  const figure = law.figure('capital-return-rate');
  if (figure) return figure.value;
  if (base.isZero()) return '0'; // nothing is financed, so no rate is missed
  throw missingFigure('capital-return-rate', law.on);
}

/** Months after conclusion on which a payment falls: 12 months in 4 instalments are 3, 6, 9, 12. */
export const paymentMonths = ({
  months,
  instalments,
}: Pick<AskedDeferral, 'months' | 'instalments'>): number[] =>
  Array.from({ length: instalments }, (_, index) => (months / instalments) * (index + 1));

/** Simple interest is kept in twelfths until the end, so that half a cent stays half a cent. */
const GROWTH_DIVISOR: Readonly<Record<FinancingMethod, number>> = {
  simple: 12,
  annualCompound: 1,
  monthlyCompound: 1,
};

/** What a euro costs until it is paid back after so many months (OQ-FEE-5), times {@link GROWTH_DIVISOR}. */
export function growth(method: FinancingMethod, annualRate: Decimal, months: number): Decimal {
  switch (method) {
    case 'simple':
      return annualRate.times(months);
    case 'annualCompound':
      return annualRate.plus(ONE).pow(exact(months).dividedBy(12)).minus(ONE);
    case 'monthlyCompound':
      return annualRate.dividedBy(12).plus(ONE).pow(months).minus(ONE);
  }
}

/** 20000.00 EUR × 5 % × 12/12 = 1000.00 EUR; in three instalments of a simple rate the average term is 8 months. */
export function financingArithmetic(financing: Financing): Words {
  const { base, cost, annualRate } = financing;
  return inBoth(({ eur, percent, number }) => {
    const factor = FACTOR[financing.method](percent(annualRate), financing, (value) => number(exact(value)));
    return `${eur(base)} × ${factor} = ${eur(cost)}`;
  });
}

type Factor = (
  rate: string,
  terms: Pick<Financing, 'months' | 'instalments'>,
  number: (value: number) => string,
) => string;

/** Equal instalments at equal intervals run, on the average, for the mean of their months. */
const meanMonths = ({ months, instalments }: Pick<Financing, 'months' | 'instalments'>): number =>
  (months * (instalments + 1)) / (2 * instalments);

/** The mean over the months of all payments; a single payment needs no mean. */
const meanOver = (
  terms: Pick<Financing, 'months' | 'instalments'>,
  power: (month: string) => string,
): string => {
  const months = paymentMonths(terms);
  return months.length === 1 ? power(String(terms.months)) : `Ø ${power('m')} [m = ${months.join('; ')}]`;
};

const FACTOR: Readonly<Record<FinancingMethod, Factor>> = {
  simple: (rate, terms, number) => `${rate} × ${number(Number(meanMonths(terms).toFixed(4)))}/12`,
  annualCompound: (rate, terms) => meanOver(terms, (month) => `((1 + ${rate})^(${month}/12) − 1)`),
  monthlyCompound: (rate, terms) => meanOver(terms, (month) => `((1 + ${rate}/12)^${month} − 1)`),
};
