import type { StepInvoice, StepNotice } from '../../../db/commit.ts';
import type { Transaction } from '../../../db/database.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import { drawInvoices, planOf, rowsOf } from '../../../src/casework/carry-out/plan.ts';
import type { Happened } from '../../../src/casework/happened.ts';
import { composeLetter, type LetterModel } from '../../../src/letters/compose.ts';
import { NEW_CASE } from '../../../workflows/step.ts';
import type { Story } from '../../builders/index.ts';

/** The letters of a story that is told in memory: its invoices are numbered and kept here as the database would. */

const PLACE = {
  id: '11111111-2222-4333-8444-555555555555',
  number: 'P-2025-000777',
  ownerAccount: 'anna',
  partyCode: null,
};

export type SentLetter = StepNotice & { readonly model: LetterModel };

/** Answers the two questions that numbering asks of a database. */
function register() {
  const kept = new Map<string, StepInvoice>();
  let last = 0;
  const tx = {
    inTransaction: true,
    async query(statement: string | { text: string }) {
      const text = typeof statement === 'string' ? statement : statement.text;
      if (text.includes('counters')) {
        last += 1;
        return [{ last }];
      }
      return [...kept.values()].map((invoice) => ({ caseId: PLACE.id, ...invoice }));
    },
  } as unknown as Transaction;
  return {
    tx,
    keep(invoices: readonly StepInvoice[]): void {
      for (const one of invoices) kept.set(one.number, one);
    },
    kept,
  };
}

export interface Told {
  readonly letters: readonly SentLetter[];
  readonly invoices: readonly StepInvoice[];
}

const rowOf = (notice: StepNotice): NoticeRow => ({
  ...notice,
  caseId: PLACE.id,
  attempts: 0,
  lastError: null,
});

/** The letter that a `notice.failed` of the story means, as the chart saw it. */
function failedIn({ event }: Happened, sent: readonly SentLetter[]): NoticeRow | null {
  const failed = event.computed.failedNotice;
  const letter = failed && sent.findLast((one) => one.notice === failed.notice && one.seq === failed.seq);
  return letter ? { ...rowOf(letter), channel: failed.channel } : null;
}

/** Every letter that the events of a story send, composed as in the product. */
export async function lettersIn({ happened, law }: Pick<Story, 'happened' | 'law'>): Promise<Told> {
  const { tx, keep, kept } = register();
  const letters: SentLetter[] = [];
  for (const [i, one] of happened.entries()) {
    const from = { state: happened[i - 1]?.state ?? NEW_CASE, version: i };
    const moment = { at: Temporal.Instant.from(one.event.at), law };
    const plan = planOf({
      place: PLACE,
      from,
      happened: [one],
      follows: { deadlines: [], timers: [] },
      moment,
    });
    const invoices = await drawInvoices(tx, plan);
    keep(invoices.written);
    const named = failedIn(one, letters);
    const rows = rowsOf(plan, { compose: composeLetter, wish: null, named, invoices });
    letters.push(...(rows.notices as readonly SentLetter[]));
  }
  return { letters, invoices: [...kept.values()] };
}
