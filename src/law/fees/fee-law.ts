import { type Day, day, type IsoDay, isBefore } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import type { FigureStatus } from '../parameter.ts';
import { figureInForce, type RuleEdition } from '../parameters/figure-in-force.ts';
import type { FigureName } from '../parameters/index.ts';
import type { SettingName, SettingValue } from '../settings/settings.ts';
import {
  type EffectiveTerms,
  effectiveTerms,
  type TermsParameter,
  type TermsParameters,
  type UsedParameter,
} from '../terms/terms.ts';
import { noTermsOn } from './refusals.ts';

/** What Part II fixes about the fee. */
export const FEE_TERMS = [
  'smallConnectionAmpere',
  'smallConnectionVolt',
  'loadUnitDistanceM',
  'smallCustomerShare',
  'largeCustomerShare',
  'deferralMonths',
  'deferralAboveAmpere',
  'deferralVoltFrom',
  'deferralVoltTo',
  'technicalRulesIssuedUntil',
] as const satisfies readonly TermsParameter[];
export type FeeTerm = (typeof FEE_TERMS)[number];

/** The open questions (OQ-FEE) that a price can hang on. */
export const FEE_SETTINGS = [
  'money.rounding',
  'split.beforeVat',
  'split.scope',
  'split.currentBasis',
  'financing.method',
  'deferral.conditionsApplyTo',
  'regime.compareBasis',
  'voltageClass.lowUpTo400',
] as const satisfies readonly SettingName[];
export type FeeSetting = (typeof FEE_SETTINGS)[number];

/** A figure as it was used; `given` stood in the request itself and needs no first day. */
export interface UsedFigure {
  readonly name: string;
  readonly value: string;
  readonly since: IsoDay | null;
  readonly status: FigureStatus | 'given';
  readonly source: string;
}

/** The law of one day as a price reads it: from a book today, from the pin of an old quote years later. */
export interface FeeLaw {
  readonly on: Day;
  readonly edition: RuleEdition;
  readonly termsVersion: string;
  usedTerm(name: FeeTerm): UsedParameter;
  usedSetting(name: FeeSetting): UsedParameter;
  figure(name: FigureName): UsedFigure | undefined;
}

export const termOf = <Name extends FeeTerm>(law: FeeLaw, name: Name): TermsParameters[Name] =>
  law.usedTerm(name).value as TermsParameters[Name];

export const settingOf = <Name extends FeeSetting>(law: FeeLaw, name: Name): SettingValue<Name> =>
  law.usedSetting(name).value as SettingValue<Name>;

/** A figure confirmed as law takes the place of the limit that Part II still names (II.1.4), but not of what Part I
 *  agreed (II.1.1). */
const STANDS_ABOVE: Readonly<Partial<Record<FigureName, FeeTerm>>> = {
  'load-unit-zones': 'loadUnitDistanceM',
  'works-share-of-larger-connections': 'largeCustomerShare',
};

/** @throws Refusal where no version of Part II is in force on the day */
export function lawFromBook(book: LawBook, on: Day, edition: RuleEdition, agreed?: EffectiveTerms): FeeLaw {
  const terms = agreed ?? termsOn(book, on);
  const partOneChanged = (name: FeeTerm): boolean =>
    agreed !== undefined && agreed[name] !== book.termsOf(agreed.version).parameters[name];
  return {
    on,
    edition,
    termsVersion: terms.version,
    usedTerm: (name) => terms.used(name),
    usedSetting: (name) => book.usedSetting(name, on),
    figure(name) {
      const term = STANDS_ABOVE[name];
      if (term && partOneChanged(term)) return undefined;
      const found = figureInForce(name, on, book, edition);
      return (
        found && { name, value: found.value, since: found.since, status: found.status, source: found.source }
      );
    },
  };
}

function termsOn(book: LawBook, on: Day): EffectiveTerms {
  const first = book.terms[0];
  if (!first || isBefore(on, day(first.effectiveOn))) throw noTermsOn(on.toString());
  return effectiveTerms(book.termsInForce(on));
}
