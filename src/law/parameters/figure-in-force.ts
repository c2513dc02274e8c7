import { type Day, day, isAfter } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import { type FigureStatus, figureIsMissing, type ValueInForce } from '../parameter.ts';
import { Refusal } from '../refusal.ts';
import type { Figure } from './figure.ts';
import { FIGURES, type FigureName } from './index.ts';

/** `verified`: what an offer may rest on. `reported`: a preview that also takes what nobody has confirmed. */
export const RULE_EDITIONS = ['verified', 'reported'] as const;
export type RuleEdition = (typeof RULE_EDITIONS)[number];

/** The value of a figure on a day. Rows that an administrator entered stand above the delivered file; a reported value
 *  counts in a preview alone; a row `missing` ends the figure; a yearly price runs out with its year. */
export function figureInForce(
  name: FigureName,
  on: Day,
  book: LawBook,
  edition: RuleEdition = 'verified',
): ValueInForce<string> | undefined {
  const counts = (status: FigureStatus): boolean => edition === 'reported' || status !== 'reported';
  const iso = on.toString();
  const entered = book.figures.findLast((row) => row.name === name && row.since <= iso && counts(row.status));
  const figure: Figure = FIGURES[name];
  const delivered = Object.entries(figure.values).findLast(
    ([since, row]) => since <= iso && counts(row.status),
  );
  const found: ValueInForce<string> | undefined = entered
    ? { ...entered, value: String(entered.value) }
    : delivered && { name, since: delivered[0], ...delivered[1] };
  if (!found || found.status === 'missing') return undefined;
  if (figure.lastDay && isAfter(on, figure.lastDay(day(found.since)))) return undefined;
  return found;
}

/** The refusal of a price that needs a figure which nobody has confirmed, with the clause that asks for it. */
export function missingFigure(name: FigureName, on: Day): Refusal {
  const { label, clause }: Figure = FIGURES[name];
  const { code, kind, detail, errors } = figureIsMissing(name, label, on);
  return new Refusal({ code, kind, clause, detail, errors: errors.map((error) => ({ ...error, clause })) });
}

/** @throws Refusal naming the figure and the day where no confirmed value is in force */
export function requiredFigure(name: FigureName, on: Day, book: LawBook): ValueInForce<string> {
  const found = figureInForce(name, on, book);
  if (!found) throw missingFigure(name, on);
  return found;
}
