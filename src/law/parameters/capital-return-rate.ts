import { say } from '../words.ts';
import { figure, RATIO } from './figure.ts';

/** The regulator's rate used in the operator's tariff; the one in force on the day of conclusion counts. */
export const capitalReturnRate = figure({
  name: 'capital-return-rate',
  label: say('kapitāla atdeves likme', 'capital return rate'),
  unit: 'ratio a year',
  clause: 'II.def.fee-1/8.6',
  pattern: RATIO,
  values: {
    '2023-07-01': {
      value: '0.0272',
      source: 'reported: SPRK decision 65 of 2023-05-22, tariffs from 2023-07-01 (jauns.lv 574749)',
      status: 'reported',
    },
  },
});
