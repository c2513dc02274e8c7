import type { EditionView } from '../../administration/views/editions.ts';
import type { SettingView } from '../../administration/views/settings.ts';
import { FIGURES, isFigureName } from '../../law/parameters/index.ts';
import type { View } from '../frame/view.ts';
import { MESSAGES, type MessageKey } from '../messages/translate.ts';

/** How values of the law are written for people. */

type Value = string | number | boolean;

/** A ratio is told as a percentage, a date as a date: both have no unit. */
const unitText = ({ t }: View, unit: string): string => {
  const key = `administration.unit.${unit}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey) : '';
};

/** `0.21` as a ratio is 21 %, `92.40` as EUR/A stays with its unit; '' is a value that there is not. */
export function valueIn(view: View, unit: string, value: Value): string {
  const { formats } = view;
  const text = String(value);
  if (text === '') return view.t('administration.figures.none');
  if (unit.startsWith('ratio')) return `${formats.percent(text)} ${unitText(view, unit)}`.trim();
  if (unit === 'date') return formats.shortDate(text);
  if (!/^\d+(\.\d+)?$/.test(text)) return text;
  if (unit.startsWith('EUR'))
    return `${formats.amount(text).replace(/[\s\u00a0]EUR$/, '')}\u00a0${unitText(view, unit)}`;
  return `${formats.number(text)}\u00a0${unitText(view, unit)}`.trim();
}

export const figureValue = (view: View, name: string, value: Value): string =>
  isFigureName(name) ? valueIn(view, FIGURES[name].unit, value) : String(value);

/** A choice of a setting in words. */
export function settingValue({ t }: View, value: Value): string {
  if (typeof value === 'boolean') return t(value ? 'administration.yes' : 'administration.no');
  if (typeof value === 'number') return t('administration.days', { count: value });
  const key = `administration.settings.choices.${value}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey) : value;
}

/** What a setting answers: its clause in words, and the number under which the question is told. */
export function answersText(
  { t, clause }: View,
  { clause: under, reading }: Pick<SettingView, 'clause' | 'reading'>,
): { readonly text: string; readonly note: string } {
  return {
    text: clause(under) ?? under,
    note:
      reading === null
        ? t('administration.settings.policy')
        : t('administration.settings.reading', { number: reading }),
  };
}

export const capital = ({ language }: View, text: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** Who entered a row and who agreed to it. */
export function enteredText({ t, formats }: View, entered: EditionView['entered']): string {
  if (!entered) return t('administration.delivered');
  const told = t('administration.enteredBy', { by: entered.by, approvedBy: entered.approvedBy ?? '–' });
  return `${told}, ${formats.instant(entered.at)}`;
}
