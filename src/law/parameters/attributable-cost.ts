import { parameter } from '../parameter.ts';
import { say } from '../words.ts';

/** SPRK 1/7: investments of earlier years per ampere of the connection. */
export const attributableCost = parameter<string>({
  name: 'attributable-cost',
  label: say('attiecināmās izmaksas uz ampēru', 'attributable cost per ampere'),
  unit: 'EUR/A',
  values: {
    '2018-03-27': {
      value: '',
      source: 'SPRK decision 1/7 of 2018-03-27; no published value was found, an administrator enters it',
      status: 'missing',
      clause: 'II.def.fee-1/7.1',
    },
  },
});
