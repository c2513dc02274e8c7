import { parameter } from '../parameter.ts';
import { say } from '../words.ts';

/** Upper bounds of the zones of distance in metres, each inclusive, nearest first. Where it is in force, the load unit
 *  reaches to the last bound instead of the distance that Part II names. */
export const loadUnitZones = parameter<string>({
  name: 'load-unit-zones',
  label: say('slodzes vienības attāluma zonas', 'zones of distance of the load unit'),
  unit: 'm',
  values: {
    '2025-05-01': {
      value: '50/150/300',
      source: 'reported in the press: jauns.lv 653605, tvnet.lv 8219105',
      status: 'reported',
      clause: 'II.def.fee-1/8.3',
    },
  },
});
