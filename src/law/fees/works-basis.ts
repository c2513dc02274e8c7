import type { FigureName } from '../parameters/index.ts';
import { say, type Words } from '../words.ts';
import type { AskedConnection } from './asked.ts';
import { aboveAmpere, aboveVolt } from './connection-size.ts';
import { exact } from './exact.ts';
import { type FeeLaw, termOf } from './fee-law.ts';
import { distanceIsNeeded } from './refusals.ts';
import { en, lv } from './spoken.ts';

export interface LoadUnitBasis {
  readonly basis: 'loadUnit';
  /** The figure that prices it, by zone of distance. */
  readonly price: FigureName;
  readonly because: () => Words;
}

export type WorksBasis = LoadUnitBasis | { readonly basis: 'construction'; readonly because: () => Words };

/** Price of the load unit in each zone of distance, nearest first. Part II knows the first zone alone. */
const ZONE_PRICES = [
  'load-unit-price',
  'load-unit-price-zone-2',
  'load-unit-price-zone-3',
] as const satisfies readonly FigureName[];

/** The load unit replaces construction where summed current, voltage and straight-line distance are all within their
 *  limits, each inclusive, also where it is dearer (II.def.fee-1/8.3). The current is always the sum.
 *  @throws Refusal where the distance decides and is not given (OQ-FEE-16) */
export function worksBasis(connection: AskedConnection, law: FeeLaw): WorksBasis {
  const mostVolt = termOf(law, 'smallConnectionVolt');
  const mostAmpere = termOf(law, 'smallConnectionAmpere');
  if (connection.volt.greaterThan(mostVolt)) return construction(() => aboveVolt(connection, mostVolt));
  if (connection.ampere.greaterThan(mostAmpere))
    return construction(() => aboveAmpere(connection, mostAmpere));
  const { distanceM, ampere, volt, planReference } = connection;
  if (distanceM === undefined) throw distanceIsNeeded();
  const bounds = zoneBounds(law);
  const zone = bounds.findIndex((bound) => distanceM.lessThanOrEqualTo(bound));
  const price = ZONE_PRICES[zone];
  if (price === undefined) return construction(() => tooFar(distanceM.toFixed(), bounds.at(-1)!));
  return {
    basis: 'loadUnit',
    price,
    because: () => {
      const bound = bounds[zone]!;
      const plan = say(
        planReference ? ` (plāns ${planReference})` : '',
        planReference ? ` (plan ${planReference})` : '',
      );
      return say(
        `${lv.number(ampere)} A, ${lv.number(volt)} V un ${lv.number(distanceM)} m taisnā līnijā${plan.lv} nepārsniedz ${mostAmpere} A, ${mostVolt} V un ${lv.number(bound)} m`,
        `${en.number(ampere)} A, ${en.number(volt)} V and ${en.number(distanceM)} m in a straight line${plan.en} are within ${mostAmpere} A, ${mostVolt} V and ${en.number(bound)} m`,
      );
    },
  };
}

const construction = (because: () => Words): WorksBasis => ({ basis: 'construction', because });

const zoneBounds = (law: FeeLaw): readonly string[] =>
  law.figure('load-unit-zones')?.value.split('/') ?? [String(termOf(law, 'loadUnitDistanceM'))];

const tooFar = (distanceM: string, bound: string): Words =>
  say(
    `${lv.number(exact(distanceM))} m līdz tuvākajai 0,4 kV līnijai pārsniedz ${lv.number(exact(bound))} m`,
    `${en.number(exact(distanceM))} m to the nearest 0.4 kV line is above ${en.number(exact(bound))} m`,
  );
