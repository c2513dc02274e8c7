import type { Quote } from './quote-shape.ts';

/** A quote as a case carries it along: the sums, what was asked, and the law that it rests on. The explanation is made
 *  from these whenever it is shown (`recompute`), and stands in full in the event that brought the quote. */
export type KeptQuote = Omit<
  Quote,
  'lines' | 'compared' | 'trace' | 'figures' | 'settings' | 'terms' | 'ignored' | 'obstacles'
>;

export function keptQuote(quote: Quote): KeptQuote {
  const {
    lines: _lines,
    compared: _compared,
    trace: _trace,
    figures: _figures,
    settings: _settings,
    terms: _terms,
    ignored: _ignored,
    obstacles: _obstacles,
    ...kept
  } = quote;
  return kept;
}
