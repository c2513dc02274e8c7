import { say, type Words } from '../words.ts';
import { EUR, type Figure, figure } from './figure.ts';

/** Shown to the engineer as an orientation, never added by itself: whether something is done is a fact of the case
 *  (II.def.fee-1/8.5), and what is known is an amount with VAT for restorations alone. */
const connectingCostOf = (name: string, label: Words, value: string): Figure =>
  figure({
    name,
    label,
    unit: 'EUR with VAT',
    clause: 'II.def.fee-1/8.5',
    pattern: EUR,
    values: {
      '2021-01-01': {
        value,
        source: 'reported: connecting costs on restoration in 2021, with VAT (sadalestikls.lv)',
        status: 'reported',
      },
    },
  });

export const connectingCostLowVoltage = connectingCostOf(
  'connecting-cost-low-voltage',
  say('pieslēgšanas izmaksas, 0,4 kV, ar PVN', 'connecting cost at 0.4 kV, with VAT'),
  '28.08',
);

export const connectingCostMediumVoltage = connectingCostOf(
  'connecting-cost-medium-voltage',
  say('pieslēgšanas izmaksas, 6–20 kV, ar PVN', 'connecting cost at 6–20 kV, with VAT'),
  '89.13',
);
