import { Refusal } from '../../law/refusal.ts';
import type { Period } from '../../reports/regulator.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { Form } from '../forms/form-body.ts';
import { type FormErrors, formErrors, refusedForm } from '../forms/form-errors.ts';
import type { View } from '../frame/view.ts';
import type { MessageKey } from '../messages/translate.ts';

/** The period that a page of figures is asked for, in its address. */
export interface AskedPeriod {
  readonly period: Period;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors | null;
}

export interface PeriodForm {
  readonly action: string;
  readonly fields: readonly Field[];
  readonly tabs: Tabs;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(iso: string): boolean {
  if (!ISO_DAY.test(iso)) return false;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).year >= 2000;
  } catch {
    return false;
  }
}

/** Days may be typed as people write them; what is no day is told at its field, and the usual period is shown. */
export function askedPeriod(view: View, form: Form, usual: Period): AskedPeriod {
  const typed = { from: isoDayOf(form.text('from')), to: isoDayOf(form.text('to')) };
  const period = { from: typed.from || usual.from, to: typed.to || usual.to };
  const wrong = (['from', 'to'] as const).filter((name) => !isDay(period[name]));
  if (wrong.length === 0) return { period, values: period, errors: null };
  const errors = formErrors(
    view,
    wrong.map((field) => ({ field, text: view.t('overview.period.notADay') })),
  );
  return { period: usual, values: { from: form.text('from'), to: form.text('to') }, errors };
}

/** A period that the service refuses is told like one that is no day. */
export async function withinPeriod<Found>(
  view: View,
  asked: AskedPeriod,
  usual: Period,
  read: (period: Period) => Promise<Found>,
): Promise<{ readonly asked: AskedPeriod; readonly found: Found }> {
  try {
    return { asked, found: await read(asked.period) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'period.invalid') throw error;
    const errors = refusedForm(view, error, { shown: new Set(['from', 'to']) });
    return { asked: { ...asked, period: usual, errors }, found: await read(usual) };
  }
}

export function periodForm(
  view: View,
  action: string,
  { period, values, errors }: AskedPeriod,
  choices: readonly { readonly key: MessageKey; readonly period: Period }[],
): PeriodForm {
  const { t } = view;
  const form = formFields(view, values, errors);
  return {
    action,
    fields: [
      form.date('from', { label: t('overview.period.from') }),
      form.date('to', { label: t('overview.period.to') }),
    ].map((field) => ({ ...field, required: false })),
    tabs: {
      label: t('overview.period.label'),
      tabs: choices.map((choice) => ({
        label: t(choice.key as 'overview.period.month'),
        href: periodHref(action, choice.period),
        current: choice.period.from === period.from && choice.period.to === period.to,
        count: null,
      })),
    },
  };
}

export const periodHref = (path: string, { from, to }: Period): string => `${path}?from=${from}&to=${to}`;

export function lastMonths(today: Temporal.PlainDate, months: number): Period {
  return { from: today.subtract({ months }).add({ days: 1 }).toString(), to: today.toString() };
}

export function previousQuarter(today: Temporal.PlainDate): Period {
  const first = today.with({ day: 1, month: today.month - ((today.month - 1) % 3) });
  return { from: first.subtract({ months: 3 }).toString(), to: first.subtract({ days: 1 }).toString() };
}

export function calendarYear(today: Temporal.PlainDate, yearsAgo: number): Period {
  const first = today.with({ day: 1, month: 1 }).subtract({ years: yearsAgo });
  return { from: first.toString(), to: first.add({ years: 1 }).subtract({ days: 1 }).toString() };
}
