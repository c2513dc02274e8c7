import type { Database } from '../../../db/connect.ts';
import {
  type CaseRow,
  columnsOf,
  type DeadlineRow,
  type HistoryRow,
  type InvoiceRow,
  type NoticeRow,
  type ReceiptRow,
} from '../../../db/rows.ts';
import { cases, deadlines, history, invoices, notices, receipts } from '../../../db/schema.ts';

import { replayed } from '../../../src/casework/decide/replay.ts';
import { openLawShelf } from '../../../src/casework/law-shelf.ts';
import type { LawBook } from '../../../src/law/law-book.ts';
import { type CaseState, NEW_CASE } from '../../../workflows/step.ts';

/** What is found in the database when the storm is over, read by nothing but SQL. */
export interface Evidence {
  readonly law: LawBook;
  /** Where virtual time stands. */
  readonly now: Temporal.Instant;
  readonly cases: readonly CaseEvidence[];
  readonly counters: ReadonlyMap<string, number>;
  readonly documents: readonly DocumentEvidence[];
}

interface DocumentEvidence {
  readonly id: string;
  readonly caseId: string | null;
}

export interface CaseEvidence {
  readonly row: CaseRow;
  readonly history: readonly HistoryRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly notices: readonly NoticeRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly invoices: readonly InvoiceRow[];
}

export async function gather(db: Database): Promise<Evidence> {
  const all = <Row extends object>(table: Parameters<typeof columnsOf>[0], name: string, order: string) =>
    db.query<Row>(`select ${columnsOf(table, 't')} from ${name} t order by ${order}`);
  const shelf = await openLawShelf(db);
  const rows = await all<CaseRow>(cases, 'cases', 't.number');
  const histories = Map.groupBy(await all<HistoryRow>(history, 'history', 't.case_id, t.seq'), ofCase);
  const running = Map.groupBy(await all<DeadlineRow>(deadlines, 'deadlines', 't.case_id, t.name'), ofCase);
  const letters = Map.groupBy(await all<NoticeRow>(notices, 'notices', 't.case_id, t.seq, t.id'), ofCase);
  const money = Map.groupBy(await all<ReceiptRow>(receipts, 'receipts', 't.case_id, t.seq, t.k'), ofCase);
  const issued = Map.groupBy(await all<InvoiceRow>(invoices, 'invoices', 't.case_id, t.number'), ofCase);
  const [clock] = await db.query<{ now: string }>('select now from clock where id = 1');
  const counters = await db.query<{ series: string; value: number }>('select series, value from counters');
  return {
    law: shelf.book(),
    now: Temporal.Instant.from(clock!.now),
    counters: new Map(counters.map(({ series, value }) => [series, Number(value)])),
    documents: await db.query<DocumentEvidence>('select id, case_id as "caseId" from documents'),
    cases: rows.map((row) => ({
      row,
      history: histories.get(row.id) ?? [],
      deadlines: running.get(row.id) ?? [],
      notices: letters.get(row.id) ?? [],
      receipts: money.get(row.id) ?? [],
      invoices: issued.get(row.id) ?? [],
    })),
  };
}

const ofCase = ({ caseId }: { readonly caseId: string }): string => caseId;

/** Every event of a history with what was before and after it. */
export function* retold({ history }: CaseEvidence, law: LawBook) {
  let before: CaseState = NEW_CASE;
  for (const row of history) {
    const happened = replayed(before, row, law);
    yield { row, before, happened, law: happened.event.law };
    before = happened.state;
  }
}

/** What a check has looked at, and what it found wrong. */
export interface Finding {
  readonly check: string;
  readonly looked: number;
  readonly wrong: readonly string[];
}
