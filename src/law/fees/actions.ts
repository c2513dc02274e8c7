import { say, type Words } from '../words.ts';
import type { Asked } from './asked.ts';
import { CLAUSE } from './component.ts';
import { type CostLine, givenAmount, type IgnoredCost, type ShareRule } from './cost-line.ts';
import { en, lv } from './spoken.ts';

/** What the operator does beside the works, by 1/8. */
interface Action {
  readonly component: 'design' | 'capacityMaintenance' | 'connecting';
  readonly what: (asked: Asked) => Words;
  readonly isNeeded: (asked: Asked) => boolean;
  readonly otherwise: Words;
}

const ACTIONS: readonly Action[] = [
  {
    component: 'design',
    what: () =>
      say(
        'Projektēšanu un projekta saskaņošanu organizē operators',
        'The operator organises the design and its approvals',
      ),
    isNeeded: (asked) => asked.operatorOrganisesDesign,
    otherwise: say(
      'Līdzēji nav vienojušies, ka projektēšanu organizē operators, tāpēc projektēšanu maksā neietver.',
      'It was not agreed that the operator organises the design, so the fee holds no design.',
    ),
  },
  {
    component: 'capacityMaintenance',
    what: capacityKeptUp,
    isNeeded: (asked) => asked.supplyInterruptedOrLoadReduced,
    otherwise: say(
      'Piegāde nav bijusi pārtraukta un atļautā slodze nav bijusi samazināta, tāpēc jaudas uzturēšanu maksā neietver.',
      'Supply was not interrupted and the permitted load was not reduced, so the fee holds no capacity maintenance.',
    ),
  },
  {
    component: 'connecting',
    what: () => say('Operatora personāla tipveida darbības', 'Typical actions of the operator’s staff'),
    isNeeded: () => true,
    otherwise: say('', ''),
  },
];

/** The engineer enters the amount with its period and basis; no formula stands in the text (OQ-FEE-7). */
function capacityKeptUp(asked: Asked): Words {
  const what = say('Tīkla un pieslēguma jaudas uzturēšana', 'Keeping up the capacity of grid and connection');
  const interruption = asked.request.interruption;
  if (!interruption) return what;
  const { from, to, basis } = interruption;
  return say(
    `${what.lv} no ${lv.date(from)} līdz ${lv.date(to)} (${basis})`,
    `${what.en} from ${en.date(from)} to ${en.date(to)} (${basis})`,
  );
}

/** A component without its action is left out; an action without an amount was not done. */
export function actionLines(asked: Asked, share: () => ShareRule): CostLine[] {
  return ACTIONS.flatMap(({ component, what, isNeeded }) => {
    const amount = asked.costs[component];
    if (!amount || !isNeeded(asked)) return [];
    const because = () => givenAmount(amount, what(asked));
    return [{ component, amount, clause: CLAUSE[component], share: share(), because }];
  });
}

export const ignoredActions = (asked: Asked): IgnoredCost[] =>
  ACTIONS.filter(({ component, isNeeded }) => asked.costs[component] && !isNeeded(asked)).map(
    ({ component, otherwise }) => ({
      field: `costs.${component}`,
      clause: CLAUSE[component],
      because: () => otherwise,
    }),
  );
