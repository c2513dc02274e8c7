import { beforeAll, describe, expect, test } from 'vitest';
import { type CaseRow, columnsOf, type DeadlineRow, type HistoryRow } from '../../db/rows.ts';
import { cases, deadlines, history } from '../../db/schema.ts';
import { deadlineRows } from '../../src/casework/decide/deadline-rows.ts';
import { replay, replayed } from '../../src/casework/decide/replay.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { verifyHistory } from '../../src/casework/verify/verify-history.ts';
import { shownOf } from '../../tools/fixture/shown.ts';
import { type CaseState, NEW_CASE } from '../../workflows/step.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { keptAs, layKeptDatabase, shownThen } from '../support/kept-database.ts';

/** Databases that an earlier release made, as an upgrade to this one meets them: what was decided then stays decided. The
 *  numbers are those of the day on which they were kept; none of them may be missing. */
const KEPT = [
  { name: 'demo-and-storm', cases: 480, live: 118, events: 9447, statuses: 17, types: 55, revisions: 9 },
  { name: 'stories', cases: 106, live: 48, events: 1040, statuses: 17, types: 50, revisions: 0 },
] as const;

describe.each(KEPT)('cases that were kept of an earlier release: $name', (kept) => {
  describeOnBothDatabases('after the upgrade', (database) => {
    beforeAll(() => layKeptDatabase(database(), keptAs(kept.name)));

    const rowsOf = <Row extends object>(
      table: Parameters<typeof columnsOf>[0],
      name: string,
      order: string,
    ) => database().query<Row>(`select ${columnsOf(table, 't')} from ${name} t order by ${order}`);
    const historyRows = () => rowsOf<HistoryRow>(history, 'history', 't.case_id, t.seq');

    test('all of them are there, of every status and with acts of every kind', async () => {
      const events = await historyRows();
      const shelf = await openLawShelf(database());
      expect({
        events: events.length,
        statuses: new Set(events.map(({ status }) => status)).size,
        types: new Set(events.map(({ type }) => type)).size,
        revisions: shelf.enactments().length,
      }).toEqual({
        events: kept.events,
        statuses: kept.statuses,
        types: kept.types,
        revisions: kept.revisions,
      });
    });

    test('verify-history says the same of every case, live or ended', async () => {
      const { checked, versions, differences } = await verifyHistory(
        database(),
        await openLawShelf(database()),
      );
      expect(differences).toEqual([]);
      expect(checked).toBe(kept.cases);
      expect([...versions.values()]).toEqual([
        { cases: kept.cases, live: kept.live, differing: 0, liveDiffering: 0 },
      ]);
    });

    test('every event cites the clause under which it was recorded', async () => {
      const law = (await openLawShelf(database())).book();
      const otherwise: string[] = [];
      for (const [caseId, events] of Map.groupBy(await historyRows(), (row) => row.caseId)) {
        let state = NEW_CASE;
        for (const row of events) {
          const happened = replayed(state, row, law);
          if (happened.clause !== row.clause)
            otherwise.push(`${caseId} ${row.seq} ${row.type}: ${row.clause}, now ${happened.clause}`);
          state = happened.state;
        }
      }
      expect(otherwise).toEqual([]);
    });

    test('stored deadlines and the place in the queue are those that follow from the case', async () => {
      const law = (await openLawShelf(database())).book();
      const stored = Map.groupBy(
        await rowsOf<DeadlineRow>(deadlines, 'deadlines', 't.case_id, t.name'),
        (row) => row.caseId,
      );
      for (const row of await rowsOf<CaseRow>(cases, 'cases', 't.number')) {
        const { rows, ...inQueue } = deadlineRows(row.snapshot as CaseState, { law });
        expect((stored.get(row.id) ?? []).map(comparable).sort(byName), row.number).toEqual(
          rows.map(comparable).sort(byName),
        );
        const { queueOn, nextOn, overdue } = row;
        expect({ queueOn, nextOn, overdue }, row.number).toEqual(inQueue);
      }
    });

    test('what is shown of each case is what was shown then, as it is stored and as its history tells it', async () => {
      const law = (await openLawShelf(database())).book();
      const [clock] = await database().query<{ now: string }>('select now from clock');
      const now = Temporal.Instant.from(clock!.now);
      const then = await shownThen(keptAs(kept.name));
      const told = Map.groupBy(await historyRows(), (row) => row.caseId);
      expect(then.size).toBe(kept.cases);
      for (const row of await rowsOf<CaseRow>(cases, 'cases', 't.number')) {
        expect(shownOf(row, law, now), row.number).toEqual(then.get(row.number));
        const rebuilt = { ...row, snapshot: replay(told.get(row.id)!, law) };
        expect(shownOf(rebuilt, law, now), row.number).toEqual(then.get(row.number));
      }
    });
  });
});

type Comparable = Omit<DeadlineRow, 'caseId' | 'wakeAt' | 'attempts' | 'lastError'>;

/** When the clock looks again, and how often it has, is no matter of the case. Days come in with a time zone of their own. */
const comparable = ({ name, lastDay, earliestDay, dueAt, awaits, clause, state }: Comparable) => ({
  name,
  lastDay,
  earliestDay,
  dueAt: dueAt && Temporal.Instant.from(dueAt).toString(),
  awaits,
  clause,
  state,
});

const byName = (a: Comparable, b: Comparable): number => (a.name < b.name ? -1 : 1);
