import { say, type Words } from '../words.ts';
import { actionLines, ignoredActions } from './actions.ts';
import type { Asked } from './asked.ts';
import { CLAUSE } from './component.ts';
import type { AmountNotGiven } from './cost-line.ts';
import { ZERO } from './exact.ts';
import type { FeeLaw } from './fee-law.ts';
import type { CostsOfRegime } from './priced-regime.ts';
import { amountIsNeeded, bothRegimesAreNeeded } from './refusals.ts';
import { splitUnder18 } from './split.ts';
import { worksBasis } from './works-basis.ts';
import { ignoredWorks, worksLine } from './works-line.ts';

/** The fee by SPRK decision 1/8 of 2021: the components that the actions really needed call for (II.def.fee-1/8).
 *  @throws Refusal where nothing is left to price, or where a comparison would rest on works that nobody has costed */
export function costsUnder18(asked: Asked, law: FeeLaw, isCompared: boolean): CostsOfRegime {
  const split = splitUnder18(asked, law);
  const basis = worksBasis(asked.connection, law);
  const actions = actionLines(asked, split.others);
  const works = worksLine(asked, basis, split.works, law);
  if (!works && isCompared) throw bothRegimesAreNeeded(['costs.construction']);
  if (!works && actions.length === 0 && !asked.deferral) {
    throw amountIsNeeded('costs.construction', sentence(basis.because()));
  }
  return {
    regime: '1/8',
    worksBasis: basis.basis,
    lines: works ? [...actions, works] : actions,
    ignored: [...ignoredActions(asked), ...ignoredWorks(asked, basis)],
    notGiven: works ? [] : [constructionNotGiven],
    // The load unit stands for construction, so where it applies it is also what is financed.
    financing: { clause: CLAUSE.financing18, base: works?.amount ?? ZERO, share: split.others },
  };
}

const sentence = ({ lv, en }: Words): Words => ({ lv: `${lv}.`, en: `${en}.` });

const constructionNotGiven: AmountNotGiven = {
  field: 'costs.construction',
  clause: CLAUSE.construction,
  because: () =>
    say(
      'Būvdarbu izmaksas nav norādītas, tāpēc to aprēķinā nav. Ja nekas nav jābūvē, norādiet 0.00.',
      'The cost of the works is not given, so the price holds none. Where nothing is to be built, give 0.00.',
    ),
};
