import { say } from '../words.ts';
import { figure, RATIO } from './figure.ts';

/** What the customer pays of the works where the connection is not small. Reports differ on the base of the half; it is
 *  read like the half of Part II: half of the construction or load-unit cost. */
export const worksShareOfLargerConnections = figure({
  name: 'works-share-of-larger-connections',
  label: say(
    'klienta daļa lielāka pieslēguma būvdarbos',
    'customer share of the works of a larger connection',
  ),
  unit: 'ratio',
  clause: 'II.def.split',
  pattern: RATIO,
  values: {
    '2024-05-01': {
      value: '0.5',
      source: 'reported: saeima.lv 33369, consultation on sprk.gov.lv',
      status: 'reported',
    },
  },
});
