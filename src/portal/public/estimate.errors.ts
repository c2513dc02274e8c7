import { WRONG } from '../../law/fees/request-wording.ts';
import type { Words } from '../../law/words.ts';
import { type FormErrors, refusedForm } from '../forms/form-errors.ts';
import type { View } from '../frame/view.ts';
import type { MessageKey } from '../messages/translate.ts';
import { ESTIMATE_FIELDS } from './estimate.request.ts';

/** The price engine speaks to programs about strings and paths; people are told the same about what they typed. */
const PLAINLY: ReadonlyMap<string, MessageKey> = new Map([
  [WRONG.amount.en, 'estimate.wrong.amount'],
  [WRONG.ampere.en, 'estimate.wrong.ampere'],
  [WRONG.volt.en, 'estimate.wrong.volt'],
  [WRONG.distance.en, 'estimate.wrong.distance'],
  [WRONG.date.en, 'estimate.wrong.date'],
  [WRONG.ratio.en, 'estimate.wrong.ratio'],
  [WRONG.months.en, 'estimate.wrong.months'],
  [WRONG.monthsFromServiceContract.en, 'estimate.wrong.monthsFromService'],
  ['the amount is not given; 0.00 is an amount too', 'estimate.wrong.needed'],
  ['no value is in force', 'estimate.wrong.figure'],
  ['the distance is not given', 'estimate.wrong.distanceNeeded'],
]);

/** Figures that stand for a field of the form when they are missing. */
const FIGURE_FIELDS: Readonly<Record<string, string>> = {
  'load-unit-price': 'loadUnitPrice',
  'load-unit-price-zone-2': 'loadUnitPrice',
  'load-unit-price-zone-3': 'loadUnitPrice',
  'attributable-cost': 'costs.attributable',
  'capital-return-rate': 'deferral.annualRate',
  'costs.loadUnit': 'loadUnitPrice',
  connection: 'connection.ampere',
  technicalRules: 'technicalRules.issuedOn',
};

export const estimateErrors = (view: View, error: unknown): FormErrors =>
  refusedForm(view, error, {
    fields: FIGURE_FIELDS,
    shown: ESTIMATE_FIELDS,
    reword(_field, message: Words) {
      const key = PLAINLY.get(message.en);
      return key ? view.t(key) : null;
    },
  });
