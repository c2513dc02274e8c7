import type { ProposalRow } from '../../../db/law-proposals.ts';
import { day, dayOf, laterOf } from '../../law/days.ts';
import { type LawEntry, withEntry } from '../../law/enacted-law.ts';
import { firstDayOf } from '../entry-of.ts';
import type { LawDeskParts } from '../law-desk-parts.ts';
import type { Compared } from './impact.ts';

const TOUCHES: Readonly<Record<LawEntry['kind'], Compared['touches']>> = {
  figure: { prices: true, deadlines: false },
  setting: { prices: true, deadlines: true },
  terms: { prices: true, deadlines: true },
  calendar: { prices: false, deadlines: true },
  operator: { prices: false, deadlines: false },
};

/** The law without and with a change, on the first day on which it counts, or today where that has come. */
export async function lawsCompared(
  { clock, shelf }: Pick<LawDeskParts, 'clock' | 'shelf'>,
  { entry, revision }: ProposalRow,
): Promise<Compared> {
  const book = await shelf.refresh();
  const change = entry as LawEntry;
  const today = dayOf(await clock.now(), book.operator.timeZone);
  const from = firstDayOf(change);
  const on = from === null ? today : laterOf(today, day(from));
  const touches = TOUCHES[change.kind];
  return revision === null
    ? { present: book, proposed: withEntry(shelf.enactments(), change), on, touches }
    : { present: book.asOf(revision - 1), proposed: book.asOf(revision), on, touches };
}
