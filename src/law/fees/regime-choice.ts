import { day, isAfter, isBefore } from '../days.ts';
import { say, type Words } from '../words.ts';
import type { Asked } from './asked.ts';
import { CLAUSE, REGIMES, type Regime } from './component.ts';
import { type FeeLaw, settingOf, termOf } from './fee-law.ts';
import type { PricedRegime } from './priced-regime.ts';
import { en, lv } from './spoken.ts';

export interface RegimeChoice {
  readonly computed: readonly Regime[];
  /** The others are computed only to be shown beside it. */
  readonly appliesAlone?: Regime;
  readonly because: () => Words;
}

/** Which rules are to be computed. Technical rules issued up to 2021-06-30 and still valid on the day of conclusion call
 *  for both (II.1.8); both days are inclusive (T-48). Where they call for 1/8 alone, a 1/7 whose costs are given is shown
 *  beside it. */
export function regimesToCompute(asked: Asked, law: FeeLaw): RegimeChoice {
  if (asked.regime !== 'auto') {
    const forced = asked.regime;
    return {
      computed: [forced],
      because: () => say(`Pieprasīts aprēķins pēc lēmuma ${forced}.`, `SPRK ${forced} was asked for.`),
    };
  }
  const failed = whyNotCompared(asked, law);
  if (failed) {
    const shown = asked.request.technicalRules !== undefined && Object.hasOwn(asked.costs, 'attributable');
    return { computed: shown ? REGIMES : ['1/8'], appliesAlone: '1/8', because: failed };
  }
  const { issuedOn, validUntil } = asked.request.technicalRules!;
  return {
    computed: REGIMES,
    because: () =>
      say(
        `Tehniskie noteikumi izsniegti ${lv.date(issuedOn)} un derīgi līdz ${lv.date(validUntil)}, tāpēc aprēķina pēc abiem lēmumiem un piemēro mazāko rezultātu.`,
        `The technical rules were issued on ${en.date(issuedOn)} and are valid to ${en.date(validUntil)}, so both SPRK 1/8 and 1/7 are computed and the lower result applies.`,
      ),
  };
}

function whyNotCompared(asked: Asked, law: FeeLaw): (() => Words) | undefined {
  const rules = asked.request.technicalRules;
  if (!rules) {
    return () =>
      say(
        'Tehniskie noteikumi nav norādīti, tāpēc piemēro lēmumu 1/8.',
        'No technical rules are named, so SPRK 1/8 applies.',
      );
  }
  const last = termOf(law, 'technicalRulesIssuedUntil');
  if (isAfter(day(rules.issuedOn), day(last))) {
    return () =>
      say(
        `Tehniskie noteikumi izsniegti ${lv.date(rules.issuedOn)}, pēc ${lv.date(last)}, tāpēc piemēro lēmumu 1/8.`,
        `The technical rules were issued on ${en.date(rules.issuedOn)}, after ${en.date(last)}, so SPRK 1/8 applies.`,
      );
  }
  if (isAfter(asked.on, day(rules.validUntil))) {
    return () =>
      say(
        `Līgumu slēdz ${lv.date(asked.request.concludedOn)}, bet tehniskie noteikumi bija derīgi līdz ${lv.date(rules.validUntil)}, tāpēc piemēro lēmumu 1/8.`,
        `The contract is concluded on ${en.date(asked.request.concludedOn)}, but the technical rules were valid to ${en.date(rules.validUntil)}, so SPRK 1/8 applies.`,
      );
  }
  if (isBefore(asked.on, day(rules.issuedOn))) {
    return () =>
      say(
        `Līgumu slēdz ${lv.date(asked.request.concludedOn)}, pirms tehniskie noteikumi izsniegti (${lv.date(rules.issuedOn)}), tāpēc piemēro lēmumu 1/8.`,
        `The contract is concluded on ${en.date(asked.request.concludedOn)}, before the technical rules were issued (${en.date(rules.issuedOn)}), so SPRK 1/8 applies.`,
      );
  }
  return undefined;
}

export interface Comparison {
  readonly applied: PricedRegime;
  /** Why a regime applies or does not. */
  because(regime: PricedRegime): Words;
}

/** The lower result applies: what the customer pays (OQ-FEE-8), or the whole fee under the other reading. A tie goes to
 *  1/8. */
export function lowerOf(priced: readonly PricedRegime[], choice: RegimeChoice, law: FeeLaw): Comparison {
  const [first, second] = priced as readonly [PricedRegime, PricedRegime?];
  if (!second || choice.appliesAlone === first.regime) return { applied: first, because: choice.because };
  const basis = settingOf(law, 'regime.compareBasis');
  const result = (regime: PricedRegime) => (basis === 'totalFee' ? regime.fee : regime.customerShare);
  const applied = result(second).lessThan(result(first)) ? second : first;
  const rejected = applied === first ? second : first;
  const what = basis === 'totalFee' ? say('maksa', 'fee') : say('klienta daļa', 'customer share');
  const isTie = result(first).equals(result(second));
  return {
    applied,
    because(regime) {
      const sides = say(
        `${what.lv} pēc lēmuma ${applied.regime} ir ${lv.eur(result(applied))}, pēc ${rejected.regime} – ${lv.eur(result(rejected))}`,
        `${what.en} under SPRK ${applied.regime} is ${en.eur(result(applied))}, under ${rejected.regime} ${en.eur(result(rejected))}`,
      );
      if (isTie)
        return say(
          `Abi rezultāti ir vienādi (${sides.lv}), piemēro 1/8.`,
          `Both results are the same (the ${sides.en}), so 1/8 applies.`,
        );
      return regime === applied
        ? say(`Piemēro mazāko rezultātu: ${sides.lv}.`, `The lower result applies: the ${sides.en}.`)
        : say(
            `Nepiemēro, jo rezultāts ir par ${lv.eur(result(rejected).minus(result(applied)))} lielāks: ${sides.lv}.`,
            `It does not apply, as it is higher by ${en.eur(result(rejected).minus(result(applied)))}: the ${sides.en}.`,
          );
    },
  };
}

const COSTS_OF: Readonly<Record<Regime, readonly string[]>> = {
  '1/8': ['design', 'construction', 'loadUnit', 'capacityMaintenance', 'connecting'],
  '1/7': ['attributable', 'actual'],
};

/** Costs of a set of rules that was not computed are ignored, for the reason that it was not. */
export function ignoredWithRegime(asked: Asked, choice: RegimeChoice) {
  const left = REGIMES.filter((regime) => !choice.computed.includes(regime));
  return left.flatMap((regime) => {
    const given = COSTS_OF[regime]
      .filter((name) => Object.hasOwn(asked.costs, name))
      .map((name) => `costs.${name}`);
    const fields =
      regime === '1/8' && asked.loadUnitPrice !== undefined ? [...given, 'loadUnitPrice'] : given;
    return fields.map((field) => ({
      field,
      clause: CLAUSE.comparison,
      because: () => {
        const why = choice.because();
        return say(`Attiecas uz lēmumu ${regime}. ${why.lv}`, `It belongs to SPRK ${regime}. ${why.en}`);
      },
    }));
  });
}
