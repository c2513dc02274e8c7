import { missingFigure } from '../parameters/figure-in-force.ts';
import { say, type Words } from '../words.ts';
import type { Asked } from './asked.ts';
import { CLAUSE } from './component.ts';
import { type CostLine, type IgnoredCost, perAmpere, type ShareRule } from './cost-line.ts';
import { exact, toCents } from './exact.ts';
import { type FeeLaw, settingOf } from './fee-law.ts';
import { inBoth } from './spoken.ts';
import type { LoadUnitBasis, WorksBasis } from './works-basis.ts';

/** Construction or the load unit in its place; undefined where the cost of construction is not given.
 *  @throws Refusal naming the load-unit price where it is needed and no confirmed one is in force */
export function worksLine(
  asked: Asked,
  works: WorksBasis,
  share: ShareRule,
  law: FeeLaw,
): CostLine | undefined {
  return works.basis === 'loadUnit'
    ? loadUnitLine(asked, works, share, law)
    : constructionLine(asked, works, share);
}

function loadUnitLine(asked: Asked, works: LoadUnitBasis, share: ShareRule, law: FeeLaw): CostLine {
  const line = { component: 'loadUnit', clause: CLAUSE.loadUnit, share } as const;
  const because = (cost: Words): Words =>
    say(
      `${works.because().lv}, tāpēc būvdarbu vietā ir slodzes vienība: ${cost.lv}.`,
      `${works.because().en}, so the load unit stands in place of construction: ${cost.en}.`,
    );
  const given = asked.costs.loadUnit;
  if (given) return { ...line, amount: given, because: () => because(inBoth(({ eur }) => eur(given))) };
  const price = asked.loadUnitPrice ?? law.figure(works.price)?.value;
  if (price === undefined) throw missingFigure(works.price, law.on);
  const { ampere } = asked.connection;
  const amount = toCents(ampere.times(exact(price)), settingOf(law, 'money.rounding'));
  return { ...line, amount, because: () => because(perAmpere(ampere, price, amount)) };
}

function constructionLine(asked: Asked, works: WorksBasis, share: ShareRule): CostLine | undefined {
  const amount = asked.costs.construction;
  if (!amount) return undefined;
  return {
    component: 'construction',
    amount,
    clause: CLAUSE.construction,
    share,
    because: () => {
      const reason = works.because();
      const cost = inBoth(({ eur }) => eur(amount));
      return say(
        `${reason.lv}, tāpēc maksā ietver būvdarbu izmaksas: ${cost.lv}.`,
        `${reason.en}, so the fee holds the cost of construction: ${cost.en}.`,
      );
    },
  };
}

export function ignoredWorks(asked: Asked, works: WorksBasis): IgnoredCost[] {
  const ignored = (field: string, because: () => Words): IgnoredCost => ({
    field,
    clause: CLAUSE.loadUnit,
    because,
  });
  if (works.basis === 'loadUnit') {
    if (!asked.costs.construction) return [];
    const replaced = (): Words =>
      say(
        `${works.because().lv}, tāpēc slodzes vienība aizstāj būvdarbu izmaksas arī tad, ja ir dārgāka.`,
        `${works.because().en}, so the load unit replaces the cost of construction, even where it is dearer.`,
      );
    return [ignored('costs.construction', replaced)];
  }
  const notApplied = (): Words =>
    say(
      `${works.because().lv}, tāpēc slodzes vienību nepiemēro.`,
      `${works.because().en}, so the load unit does not apply.`,
    );
  return [
    ...(asked.costs.loadUnit ? [ignored('costs.loadUnit', notApplied)] : []),
    ...(asked.loadUnitPrice === undefined ? [] : [ignored('loadUnitPrice', notApplied)]),
  ];
}
