import type { LawEditionRow } from '../../../db/law.ts';
import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { Figure } from '../../law/parameters/figure.ts';
import { figureInForce, type RuleEdition } from '../../law/parameters/figure-in-force.ts';
import { FIGURES, type FigureName } from '../../law/parameters/index.ts';
import type { Language } from '../../law/words.ts';
import { type EditionView, enteredEdition, inOrder } from './editions.ts';

export interface FigureView {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly clause: string;
  /** How a value is written. */
  readonly pattern: string;
  /** What an offer of today rests on; null: missing, and a price that needs it is refused. */
  readonly inForce: FigureInForce | null;
  /** What a preview of today takes where that is another one: a reported edition that nobody has confirmed. */
  readonly reported: FigureInForce | null;
  readonly editions: readonly EditionView[];
}

interface FigureInForce {
  readonly value: string;
  readonly since: string;
  readonly status: string;
  readonly source: string;
}

export function figureViews(
  rows: readonly LawEditionRow[],
  book: LawBook,
  today: Day,
  language: Language,
): FigureView[] {
  const entered = Map.groupBy(
    rows.filter((row) => row.kind === 'figure'),
    (row) => row.name,
  );
  return (Object.keys(FIGURES) as FigureName[]).map((name) => {
    const figure: Figure = FIGURES[name];
    const delivered = Object.entries(figure.values).map(
      ([since, { value, status, source }]): EditionView => ({ value, since, status, source, entered: null }),
    );
    const inForce = valueOn(name, today, book, 'verified');
    const previewed = valueOn(name, today, book, 'reported');
    return {
      name,
      label: figure.label[language],
      unit: figure.unit,
      clause: figure.clause,
      pattern: figure.pattern.source,
      inForce,
      reported: previewed?.status === 'reported' ? previewed : null,
      editions: inOrder([...delivered, ...(entered.get(name) ?? []).map(enteredEdition)]),
    };
  });
}

function valueOn(name: FigureName, on: Day, book: LawBook, edition: RuleEdition): FigureInForce | null {
  const found = figureInForce(name, on, book, edition);
  if (!found) return null;
  const { value, since, status, source } = found;
  return { value, since, status, source };
}
