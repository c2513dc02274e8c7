import { Refusal } from '../../law/refusal.ts';
import type { Language, Words } from '../../law/words.ts';
import type { View } from '../frame/view.ts';

/** What is wrong with a form: above it as a summary with links, and at each field. */
export interface FormErrors {
  readonly summary: ErrorSummary;
  readonly wrong: readonly Wrong[];
  of(name: string): FieldProblem | null;
}

export interface FieldProblem {
  readonly text: string;
  readonly clause: string | null;
}

export interface ErrorSummary {
  readonly title: string;
  readonly text: string | null;
  readonly clause: string | null;
  readonly allowedFrom: string | null;
  readonly items: readonly { readonly text: string; readonly href: string | null }[];
}

export interface Wrong {
  readonly field: string;
  readonly text: string;
  readonly clause?: string | null;
  /** Said in the same words of any field, `Fill in this field.` */
  readonly isGeneral?: boolean;
}

/** The id of a field's input: names of fields may be paths, `connection.ampere`. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^\w-]/g, '-')}`;

export interface RefusedForm {
  /** Fields of the service under other names in the form, `{ 'load-unit-price': 'loadUnitPrice' }`. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Names of the fields that the form shows; what is wrong with others stands in the summary alone. */
  readonly shown?: ReadonlySet<string>;
  /** A plainer wording for a form than the service has for programs. */
  readonly reword?: (field: string, message: Words) => string | null;
}

/** A refusal of the service as errors of the form it came from. Any other error is thrown on: it is no matter of the form. */
export function refusedForm(
  view: View,
  error: unknown,
  { fields = {}, shown, reword }: RefusedForm = {},
): FormErrors {
  if (!(error instanceof Refusal) || error.kind === 'forbidden' || error.kind === 'not-found') throw error;
  const wrong = error.errors.map((one): Wrong => {
    const field = fields[one.field] ?? one.field;
    const clause = 'clause' in one && typeof one.clause === 'string' ? one.clause : null;
    const general = reword?.(field, one.message) ?? null;
    return {
      field,
      text: general ?? capital(one.message, view.language),
      clause,
      isGeneral: general !== null,
    };
  });
  const allowedFrom = error.allowedFrom
    ? view.t('form.allowedFrom', { day: view.formats.shortDate(error.allowedFrom.toString()) })
    : null;
  return formErrors(view, wrong, {
    text: error.detail[view.language],
    clause: view.clause(error.clause),
    allowedFrom,
    ...(shown ? { shown } : {}),
  });
}

interface Told {
  readonly text?: string | null;
  readonly clause?: string | null;
  readonly allowedFrom?: string | null;
  readonly shown?: ReadonlySet<string>;
}

/** Errors that a page found by itself. */
export function formErrors(view: View, wrong: readonly Wrong[], told: Told = {}): FormErrors {
  const byName = new Map<string, FieldProblem>();
  for (const { field, text, clause } of wrong) {
    if (!byName.has(field)) byName.set(field, { text, clause: view.clause(clause) });
  }
  const isShown = (field: string): boolean => told.shown?.has(field) ?? true;
  return {
    wrong,
    of: (name) => byName.get(name) ?? null,
    summary: {
      title: view.t('form.errorTitle', { count: Math.max(1, wrong.length) }),
      text: told.text ?? null,
      clause: told.clause ?? null,
      allowedFrom: told.allowedFrom ?? null,
      items: wrong.map(({ field, text }) => ({ text, href: isShown(field) ? `#${fieldId(field)}` : null })),
    },
  };
}

/** The summary with the name of the field before what is said of any: five times the same words would tell nothing. */
export const summaryOf = (
  { summary, wrong }: FormErrors,
  fields: readonly { readonly name: string; readonly label: string }[],
): ErrorSummary => ({
  ...summary,
  items: summary.items.map((item, index) => {
    const one = wrong[index];
    const label = one?.isGeneral && fields.find(({ name }) => name === one.field)?.label;
    return label ? { ...item, text: `${label}: ${item.text}` } : item;
  }),
});

/** Messages of the service follow a field's name; here they stand alone. */
const capital = (words: Words, language: Language): string => {
  const text = words[language];
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
};
