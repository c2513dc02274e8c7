import type { Day, IsoDay } from '../days.ts';
import { say, type Words } from '../words.ts';
import { EUR_PER_AMPERE, type Figure, figure } from './figure.ts';

/** The operator publishes the price for 1 May to 30 April; the first one ran from July 2021 to 2022-04-30.
 *  A price since 2024-05-01 holds to 2025-04-30, one entered since 2024-09-15 as well. */
function lastDayOfPriceYear(since: Day): Day {
  const endOfApril = new Temporal.PlainDate(since.year, 4, 30);
  return since.month < 5 ? endOfApril : endOfApril.add({ years: 1 });
}

const NOT_FOUND =
  'published each year in Latvijas Vēstnesis for 1 May to 30 April; no value was found, an administrator enters it';

/** EUR per ampere. Not applied where rivers, bogs, roads, railways, protected areas, buildings or a refusing landowner
 *  essentially change length and cost: the engineer then gives the individual price (`loadUnitPrice` of the request). */
const loadUnitPriceOf = (name: string, label: Words, since: IsoDay): Figure =>
  figure({
    name,
    label,
    unit: 'EUR/A',
    clause: 'II.def.fee-1/8.3',
    pattern: EUR_PER_AMPERE,
    lastDay: lastDayOfPriceYear,
    values: { [since]: { value: '', source: NOT_FOUND, status: 'missing' } },
  });

export const loadUnitPrice = loadUnitPriceOf(
  'load-unit-price',
  say('slodzes vienības cena', 'load-unit price'),
  '2021-07-01',
);

export const loadUnitPriceZone2 = loadUnitPriceOf(
  'load-unit-price-zone-2',
  say('slodzes vienības cena otrajā attāluma zonā', 'load-unit price in the second zone of distance'),
  '2025-05-01',
);

export const loadUnitPriceZone3 = loadUnitPriceOf(
  'load-unit-price-zone-3',
  say('slodzes vienības cena trešajā attāluma zonā', 'load-unit price in the third zone of distance'),
  '2025-05-01',
);
