import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/law/days.ts';
import { finalInvoiceAmounts, invoiceReadings } from '../../../src/law/fees/final-invoice.ts';
import { priceStillHolds } from '../../../src/law/fees/price-still-holds.ts';
import type { QuoteRequest } from '../../../src/law/fees/request.ts';
import { type LawBook, lawBook } from '../../../src/law/law-book.ts';
import type { SettingName } from '../../../src/law/settings/settings.ts';
import { aLargeRequest, bookWithFigures, bookWithSetting, entered, priced } from './builders.ts';

type Amounts = Record<string, string>;

interface FeeCase {
  readonly id: string;
  readonly kind: 'fee' | 'finalInvoice' | 'deferralEligibility' | 'financingRate';
  readonly clause: string;
  readonly why: string;
  readonly input: {
    readonly ampere: string;
    readonly deviceAmperes?: string[];
    readonly volt: string;
    readonly distanceM?: string;
    readonly regime: QuoteRequest['regime'];
    readonly components18?: QuoteRequest['costs'];
    readonly components17?: QuoteRequest['costs'];
    readonly contractDate?: string;
    readonly technicalRules?: { readonly issued: string; readonly validUntil: string };
    readonly vatRate: string;
    readonly customerChoseContractor?: boolean;
    readonly operatorOrganisesDesign?: boolean;
    readonly supplyInterruptedOrLoadReduced?: boolean;
    readonly deferredMonths?: number;
    readonly annualRate?: string;
    readonly guaranteesProvided?: boolean;
    readonly termsInContract?: boolean;
    readonly monthsFromSystemServiceContract?: number;
    readonly customerShareNet: string;
    readonly advancesPaidGross: string[];
    readonly rateSchedule: { readonly from: string; readonly rate: string }[];
    readonly offerIssued: string;
    readonly concluded: string;
  };
  readonly expected: Amounts & {
    readonly candidatesCustomerNet?: Amounts;
    readonly eligible?: boolean;
    readonly failed?: string[];
  };
  readonly alternatives?: (Amounts & { readonly policy?: string })[];
}

const { fees } = JSON.parse(readFileSync(new URL('../cases.json', import.meta.url), 'utf8')) as {
  fees: FeeCase[];
};
const ofKind = (kind: FeeCase['kind']): [string, FeeCase][] =>
  fees.filter((one) => one.kind === kind).map((one) => [`${one.id} (${one.clause}): ${one.why}`, one]);

/** Names of readings as the cases write them. */
const POLICIES: Readonly<Record<string, SettingName>> = {
  splitCurrentBasis: 'split.currentBasis',
  splitScope: 'split.scope',
  regimeCompareBasis: 'regime.compareBasis',
  financingMethod: 'financing.method',
};

const defined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  };

const requestOf = ({ input }: FeeCase): QuoteRequest =>
  defined({
    concludedOn: input.contractDate,
    regime: input.regime,
    connection: defined({
      ampere: input.ampere,
      entryDevices: input.deviceAmperes,
      volt: input.volt,
      distanceM: input.distanceM,
      customerChoseContractor: input.customerChoseContractor,
    }),
    technicalRules: input.technicalRules && {
      issuedOn: input.technicalRules.issued,
      validUntil: input.technicalRules.validUntil,
    },
    costs: { ...input.components18, ...input.components17 },
    operatorOrganisesDesign: input.operatorOrganisesDesign,
    supplyInterruptedOrLoadReduced: input.supplyInterruptedOrLoadReduced,
    deferral: input.deferredMonths
      ? defined({
          months: input.deferredMonths,
          annualRate: input.annualRate,
          guaranteesProvided: input.guaranteesProvided,
        })
      : undefined,
    vatRate: input.vatRate,
  }) as QuoteRequest;

/** The result under the names of the cases. */
function resultOf(feeCase: FeeCase, book: LawBook = lawBook()): Record<string, unknown> {
  const quoted = priced(requestOf(feeCase), book);
  const { base, cost } = quoted.financing;
  const compared = quoted.compared.map((one) => [one.regime, one.customerShareNet]);
  return {
    ...quoted,
    financingBase: base,
    financingCost: cost,
    candidatesCustomerNet: Object.fromEntries(compared),
  };
}

describe('fees of the sample', () => {
  test.each(ofKind('fee'))('%s', (_, feeCase) => {
    expect(resultOf(feeCase)).toMatchObject(feeCase.expected);
  });

  const alternatives = fees.flatMap((feeCase) =>
    (feeCase.alternatives ?? []).flatMap(({ policy, ...expected }) =>
      policy ? [[feeCase.id, policy, feeCase, expected] as const] : [],
    ),
  );
  test.each(alternatives)('%s under the other reading %s', (_id, policy, feeCase, expected) => {
    const [name = '', value = ''] = policy.split('=');
    expect(resultOf(feeCase, bookWithSetting(POLICIES[name]!, value))).toMatchObject(expected);
  });
});

describe('final invoices of the sample', () => {
  test.each(ofKind('finalInvoice'))('%s', (_, { input, expected }) => {
    const { customerShareNet, vatRate, advancesPaidGross } = input;
    const advances = advancesPaidGross.map((gross) => ({ gross, vatRate }));
    const readings = invoiceReadings(lawBook(), day('2025-01-01'));
    expect(finalInvoiceAmounts({ customerShareNet, vatRate, advances }, readings)).toMatchObject(expected);
  });
});

describe('deferrals of the sample', () => {
  test.each(ofKind('deferralEligibility'))('%s', (_, { input, expected }) => {
    const { volt, ampere, regime, guaranteesProvided, termsInContract, monthsFromSystemServiceContract } =
      input;
    const { deferral } = priced({
      ...defined({ regime }),
      connection: { ampere, volt, distanceM: '0' },
      deferral: defined({ months: 12, guaranteesProvided, termsInContract, monthsFromSystemServiceContract }),
    });
    const failed = deferral?.conditions.filter(({ met }) => !met).map(({ name }) => name);
    expect({ eligible: deferral?.eligible, failed }).toEqual(expected);
  });
});

describe('return rates of the sample', () => {
  test.each(ofKind('financingRate'))('%s', (_, { input, expected }) => {
    const book = bookWithFigures(
      ...input.rateSchedule.map(({ from, rate }) => entered('capital-return-rate', rate, from)),
    );
    const on = (concludedOn: string) =>
      priced(
        aLargeRequest({
          concludedOn,
          costs: { construction: '10000.00' },
          deferral: { months: 12, guaranteesProvided: true },
        }),
        book,
      );
    expect(on(input.concluded).financing.annualRate).toBe(expected.annualRate);
    const offered = on(input.offerIssued);
    expect(priceStillHolds(offered, day(input.concluded), book)).toMatchObject({
      holds: false,
      code: 'return-rate-changed',
    });
    expect(priceStillHolds(offered, day(input.offerIssued), book)).toEqual({ holds: true });
  });
});
