import { say } from '../words.ts';
import { figure, RATIO } from './figure.ts';

export const vatRate = figure({
  name: 'vat-rate',
  label: say('PVN pamatlikme', 'value added tax, standard rate'),
  unit: 'ratio',
  clause: 'II.10.3',
  pattern: RATIO,
  values: {
    // The public table says “18 % before 2009” without a first day; earlier years lie outside the product.
    '2008-01-01': { value: '0.18', source: 'public VAT table: 18 % before 2009', status: 'verified' },
    '2009-01-01': { value: '0.21', source: 'public VAT table: 21 % from 2009-01-01', status: 'verified' },
    '2011-01-01': { value: '0.22', source: 'public VAT table: 22 % from 2011-01-01', status: 'verified' },
    '2012-07-01': { value: '0.21', source: 'public VAT table: 21 % from 2012-07-01', status: 'verified' },
  },
});
