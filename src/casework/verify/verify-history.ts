import type { Database, Transaction } from '../../../db/database.ts';
import { everyCaseId } from '../../../db/history.ts';
import type { LawShelf } from '../law-shelf.ts';
import { differenceOf, type StoredCase, type StoredEvent } from './difference.ts';
import type { Difference, Report, VersionCount } from './report.ts';

/** The history is the truth, the stored case its latest page: rebuilds every case with the chart of this checkout and finds
 *  those that come out otherwise. Reads only. */

/** Only what is compared, so that a database of an earlier or later release can be read as well. */
const CASES = `select id, number, version, chart_version as "chartVersion", status, snapshot
  from cases where id = any($1::uuid[]) order by id`;
const HISTORIES = `select case_id as "caseId", seq, type, at, actor, role, data, status
  from history where case_id = any($1::uuid[]) order by case_id, seq`;

const ENDED: ReadonlySet<string> = new Set(['annulled', 'withdrawn', 'closed', 'terminated']);
const BATCH = 500;

export async function verifyHistory(
  db: Database,
  shelf: Pick<LawShelf, 'refresh'>,
  onProgress: (checked: number) => void = () => undefined,
): Promise<Report> {
  const versions = new Map<string, VersionCount>();
  const differences: Difference[] = [];
  let checked = 0;
  for await (const ids of everyCaseId(db, BATCH)) {
    const batch = await readTogether(db, ids);
    // Read after the events: what they were decided by is among it.
    const law = await shelf.refresh();
    for (const [stored, events] of batch) {
      const difference = differenceOf(stored, events, law);
      const live = !ENDED.has(stored.status);
      const count = versions.get(stored.chartVersion) ?? {
        cases: 0,
        live: 0,
        differing: 0,
        liveDiffering: 0,
      };
      versions.set(stored.chartVersion, count);
      count.cases += 1;
      if (live) count.live += 1;
      if (!difference) continue;
      count.differing += 1;
      if (live) count.liveDiffering += 1;
      const { number, chartVersion } = stored;
      const { event, path, what } = difference;
      const at = event && { seq: event.seq, type: event.type };
      differences.push({ number, chartVersion, live, event: at, path, what });
    }
    checked += ids.length;
    onProgress(checked);
  }
  return { checked, versions, differences };
}

/** Cases and histories as of one moment, so that the product may go on meanwhile. */
const readTogether = (db: Database, ids: readonly string[]): Promise<[StoredCase, StoredEvent[]][]> =>
  db.transaction(async (tx: Transaction) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const stored = await tx.query<StoredCase>(CASES, [ids]);
    const events = Map.groupBy(await tx.query<StoredEvent>(HISTORIES, [ids]), ({ caseId }) => caseId);
    return stored.map((one) => [one, events.get(one.id) ?? []]);
  });
