import { parameter } from '../parameter.ts';
import { say, type Words } from '../words.ts';
import { type Figure, lastDayOfPriceYear } from './figure.ts';

const NOT_FOUND =
  'published each year in Latvijas Vēstnesis for 1 May to 30 April; no value was found, an administrator enters it';

/** EUR per ampere. Not applied where rivers, bogs, roads, railways, protected areas, buildings or a refusing landowner
 *  essentially change length and cost: the engineer then gives the individual price (`loadUnitPrice` of the request). */
const loadUnitPriceOf = (name: string, label: Words, since: string): Figure => ({
  ...parameter<string>({
    name,
    label,
    unit: 'EUR/A',
    values: { [since]: { value: '', source: NOT_FOUND, status: 'missing', clause: 'II.def.fee-1/8.3' } },
  }),
  lastDay: lastDayOfPriceYear,
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
