import { say } from '../words.ts';
import { figure } from './figure.ts';

/** Upper bounds of the zones of distance in metres, each inclusive, nearest first. Where it is in force, the load unit
 *  reaches to the last bound instead of the distance that Part II names. */
export const loadUnitZones = figure({
  name: 'load-unit-zones',
  label: say('slodzes vienības attāluma zonas', 'zones of distance of the load unit'),
  unit: 'm',
  clause: 'II.def.fee-1/8.3',
  pattern: /^\d{1,3}(\/\d{1,3}){0,2}$/,
  values: {
    '2025-05-01': {
      value: '50/150/300',
      source: 'reported in the press: jauns.lv 653605, tvnet.lv 8219105',
      status: 'reported',
    },
  },
});
