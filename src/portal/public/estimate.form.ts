import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import { figureInForce } from '../../law/parameters/figure-in-force.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { View } from '../frame/view.ts';
import type { EstimateValues } from './estimate.request.ts';

interface EstimateGroup {
  readonly title: string;
  readonly text: string | null;
  readonly fields: readonly Field[];
  /** Stands open: something in it was filled in or is wrong. */
  readonly open: boolean;
}

export interface EstimateForm {
  readonly main: readonly Field[];
  readonly prices: readonly Field[];
  readonly more: readonly EstimateGroup[];
}

const VOLTS = ['230', '400', '6000', '10000', '20000', '110000'] as const;

export function estimateForm(
  view: View,
  values: EstimateValues,
  errors: FormErrors | null,
  book: LawBook,
): EstimateForm {
  const { t } = view;
  const { today } = view;
  const form = formFields(view, { 'connection.volt': '400', ...values }, errors);
  const number = { inputmode: 'decimal', width: 'short', autocomplete: 'off' } as const;
  const euros = { ...number, suffix: 'EUR', optional: true } as const;
  const group = (title: string, text: string | null, fields: readonly Field[]): EstimateGroup => ({
    title,
    text,
    fields,
    open: fields.some(
      ({ name, error }) =>
        error !== null || (values[name] !== undefined && !DEFAULTS.has(`${name}=${values[name]}`)),
    ),
  });
  return {
    main: [
      form.input('connection.ampere', {
        ...number,
        label: t('estimate.ampere'),
        hint: t('estimate.ampereHint'),
        suffix: 'A',
      }),
      form.select('connection.volt', {
        label: t('estimate.volt'),
        choices: VOLTS.map((value) => ({ value, label: t(`estimate.volts.v${value}`) })),
      }),
      form.input('connection.distanceM', {
        ...number,
        label: t('estimate.distance'),
        hint: t('estimate.distanceHint', { m: book.termsInForce(today).parameters.loadUnitDistanceM }),
        suffix: 'm',
        optional: true,
      }),
    ],
    prices: [
      form.input('loadUnitPrice', {
        ...number,
        label: t('estimate.loadUnitPrice'),
        hint: loadUnitPriceHint(view, book, today),
        suffix: 'EUR/A',
        optional: true,
      }),
      form.input('costs.construction', {
        ...euros,
        label: t('estimate.construction'),
        hint: t('estimate.constructionHint'),
      }),
    ],
    more: [
      group(t('estimate.more'), null, [
        form.input('costs.design', { ...euros, label: t('estimate.design') }),
        form.tick('operatorOrganisesDesign', {
          label: t('estimate.operatorOrganisesDesign'),
          optional: true,
        }),
        form.input('costs.capacityMaintenance', { ...euros, label: t('estimate.capacityMaintenance') }),
        form.tick('supplyInterruptedOrLoadReduced', {
          label: t('estimate.supplyInterrupted'),
          optional: true,
        }),
        form.input('costs.connecting', { ...euros, label: t('estimate.connecting') }),
        form.tick('connection.customerChoseContractor', {
          label: t('estimate.customerChoseContractor'),
          optional: true,
        }),
      ]),
      group(t('estimate.oldRules'), t('estimate.oldRulesText'), [
        form.date('technicalRules.issuedOn', {
          label: t('estimate.rulesIssuedOn'),
          optional: true,
        }),
        form.date('technicalRules.validUntil', {
          label: t('estimate.rulesValidUntil'),
          optional: true,
        }),
        form.input('costs.attributable', { ...euros, label: t('estimate.attributable') }),
        form.input('costs.actual', { ...euros, label: t('estimate.actual') }),
      ]),
      group(t('estimate.deferral'), t('estimate.deferralText'), [
        form.input('deferral.months', {
          label: t('estimate.months'),
          inputmode: 'numeric',
          width: 'short',
          autocomplete: 'off',
          optional: true,
        }),
        form.input('deferral.annualRate', {
          ...number,
          label: t('estimate.annualRate'),
          hint: t('estimate.annualRateHint'),
          optional: true,
        }),
        form.input('deferral.monthsFromSystemServiceContract', {
          label: t('estimate.monthsFromService'),
          inputmode: 'numeric',
          width: 'short',
          autocomplete: 'off',
          optional: true,
        }),
        form.tick('deferral.guaranteesProvided', { label: t('estimate.guarantees'), optional: true }),
        form.tick('deferral.termsInContract', { label: t('estimate.termsInContract'), optional: true }),
      ]),
      group(t('estimate.law'), null, [
        form.date('concludedOn', {
          label: t('estimate.concludedOn'),
          hint: t('estimate.concludedOnHint'),
          optional: true,
        }),
        form.select('regime', {
          label: t('estimate.regime'),
          width: 'full',
          choices: [
            { value: 'auto', label: t('estimate.regimes.auto') },
            { value: '1/8', label: t('estimate.regimes.r18') },
            { value: '1/7', label: t('estimate.regimes.r17') },
          ],
        }),
        form.select('edition', {
          label: t('estimate.edition'),
          width: 'full',
          choices: [
            { value: 'verified', label: t('estimate.editions.verified') },
            { value: 'reported', label: t('estimate.editions.reported') },
          ],
        }),
      ]),
    ],
  };
}

/** What a browser sends of untouched lists. */
const DEFAULTS: ReadonlySet<string> = new Set(['regime=auto', 'edition=verified']);

function loadUnitPriceHint({ t, formats }: View, book: LawBook, today: Day): string {
  const price = figureInForce('load-unit-price', today, book);
  if (!price) return t('estimate.loadUnitPriceHint');
  return t('estimate.loadUnitPriceKnown', {
    price: formats.number(price.value),
    since: formats.shortDate(price.since),
  });
}
