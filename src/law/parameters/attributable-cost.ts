import { say } from '../words.ts';
import { EUR_PER_AMPERE, figure } from './figure.ts';

/** SPRK 1/7: investments of earlier years per ampere of the connection. */
export const attributableCost = figure({
  name: 'attributable-cost',
  label: say('attiecināmās izmaksas uz ampēru', 'attributable cost per ampere'),
  unit: 'EUR/A',
  clause: 'II.def.fee-1/7.1',
  pattern: EUR_PER_AMPERE,
  values: {
    '2018-03-27': {
      value: '',
      source: 'SPRK decision 1/7 of 2018-03-27; no published value was found, an administrator enters it',
      status: 'missing',
    },
  },
});
