import { missingFigure } from '../parameters/figure-in-force.ts';
import { say } from '../words.ts';
import type { Asked } from './asked.ts';
import { CLAUSE } from './component.ts';
import { type AmountNotGiven, type CostLine, givenAmount, perAmpere, type ShareRule } from './cost-line.ts';
import { exact, toCents, total } from './exact.ts';
import { type FeeLaw, settingOf } from './fee-law.ts';
import type { CostsOfRegime } from './priced-regime.ts';
import { bothRegimesAreNeeded } from './refusals.ts';
import { splitUnder17 } from './split.ts';

/** The fee by SPRK decision 1/7 of 2018: attributable and actual costs (II.def.fee-1/7). It knows no load unit. */
export function costsUnder17(asked: Asked, law: FeeLaw, isCompared: boolean): CostsOfRegime {
  const share = splitUnder17(asked, law);
  const attributable = attributableLine(asked, share, law, isCompared);
  const lines = [attributable, actualLine(asked, share)].filter((line) => line !== undefined);
  return {
    regime: '1/7',
    worksBasis: null,
    lines,
    ignored: [],
    notGiven: attributable ? [] : [attributableNotGiven],
    financing: {
      clause: CLAUSE.financing17,
      base: total(lines.map(({ amount }) => amount)),
      share: () => share,
    },
  };
}

const EARLIER_INVESTMENTS = say(
  'Operatora iepriekšējo gadu ieguldījumi izmantotajās elektroietaisēs',
  'The operator’s investments of earlier years in the installations used',
);

/** Always part of the fee: the amount given, or the figure per ampere times the current.
 *  @throws Refusal naming the figure, unless the question is only whether a deferral is possible */
function attributableLine(
  asked: Asked,
  share: ShareRule,
  law: FeeLaw,
  isCompared: boolean,
): CostLine | undefined {
  const line = { component: 'attributable', clause: CLAUSE.attributable, share } as const;
  const given = asked.costs.attributable;
  if (given)
    return {
      ...line,
      amount: given,
      because: () => givenAmount(given, EARLIER_INVESTMENTS),
    };
  // Nothing was said about 1/7 at all: a result from the figure alone would leave out what is to be built.
  if (isCompared && !asked.costs.actual) throw bothRegimesAreNeeded(['costs.attributable', 'costs.actual']);
  const perAmpereCost = law.figure('attributable-cost');
  if (perAmpereCost) {
    const { ampere } = asked.connection;
    const amount = toCents(ampere.times(exact(perAmpereCost.value)), settingOf(law, 'money.rounding'));
    return {
      ...line,
      amount,
      because: () => {
        const { lv, en } = perAmpere(ampere, perAmpereCost.value, amount);
        return say(`${EARLIER_INVESTMENTS.lv}: ${lv}.`, `${EARLIER_INVESTMENTS.en}: ${en}.`);
      },
    };
  }
  if (!asked.costs.actual && asked.deferral) return undefined;
  throw missingFigure('attributable-cost', law.on);
}

/** Only where something new is built. */
function actualLine(asked: Asked, share: ShareRule): CostLine | undefined {
  const amount = asked.costs.actual;
  if (!amount) return undefined;
  return {
    component: 'actual',
    amount,
    clause: CLAUSE.actual,
    share,
    because: () =>
      givenAmount(
        amount,
        say(
          'Jauna tīkla daļa no piederības robežas līdz pieslēguma vietai',
          'A new part of the grid from the ownership boundary to the connection point',
        ),
      ),
  };
}

const attributableNotGiven: AmountNotGiven = {
  field: 'costs.attributable',
  clause: CLAUSE.attributable,
  because: () =>
    say(
      'Izmaksas nav norādītas; atbildēts tikai par atlikto maksājumu.',
      'No cost is given; the answer is about the deferral alone.',
    ),
};
