import type { CaseFilter } from '../../db/case-filter.ts';
import { countCases, listCases, MOST_CASES_A_PAGE } from '../../db/case-list.ts';
import { recordReads } from '../../db/case-reads.ts';
import { casesOfProject } from '../../db/cases.ts';
import { heldCases } from '../../db/holds.ts';
import { casesTouchedSince, livesOf } from '../../db/report.ts';
import { removeView, renameView, savedViewsOf, saveView } from '../../db/saved-views.ts';
import type { Caller } from '../casework/caller.ts';
import { type CaseworkParts, momentNow, todayOf } from '../casework/parts.ts';
import { searchedBy } from '../casework/searched.ts';
import { unknownCursor } from '../casework/show/cases.ts';
import { day, startOfDay } from '../law/days.ts';
import { caseLine } from './case-line.ts';
import { readDashboard } from './dashboard.ts';
import { figureCounting } from './figures.ts';
import { heldOf } from './holds.ts';
import { keptFor } from './kept-for.ts';
import { type Milestone, milestonesOf } from './milestones.ts';
import { MOST_COUNTED, type Overview } from './overview.ts';
import { projectOf } from './project.ts';
import { cannotBeKept, noSuchProject, noSuchView, periodIsWrong, tooManyViews } from './refusals.ts';
import { type Period, type RegulatorReport, regulatorReport } from './regulator.ts';
import { assertSeesFigures, assertStaff, seesNames } from './rights.ts';
import { filterOf, worksOf } from './work.ts';

type Parts = Pick<CaseworkParts, 'db' | 'clock' | 'lawBook'>;

/** Figures walk through many cases: they are worked out at most this often for one period, whoever asks. */
const WORKED_OUT_EVERY_MS = 60_000;
const CASES_AT_ONCE = 1000;
const HOLDS_A_PAGE = 50;
const MOST_VIEWS = 30;
const LONGEST_PERIOD = Temporal.Duration.from({ months: 60 });

export function createOverview(parts: Parts): Overview {
  const { db } = parts;
  const figures = figureCounting(parts);
  const reports = keptFor<RegulatorReport>(WORKED_OUT_EVERY_MS);

  async function* lines(caller: Caller, filter: CaseFilter) {
    assertStaff(caller);
    const moment = await momentNow(parts);
    const today = todayOf(moment);
    const daysBefore = moment.law.setting('queue.targetDaysBefore', today);
    const withNames = seesNames(caller);
    let cursor: string | null = null;
    do {
      const page = { limit: MOST_CASES_A_PAGE, ...(cursor === null ? {} : { cursor }) };
      const { items, next } = await listCases(db, searchedBy(caller, filter), page);
      if (withNames)
        await recordReads(db, {
          at: moment.at.toString(),
          account: caller.username,
          caseIds: items.map(({ id }) => id),
          what: 'export',
        });
      yield items.map((row) => caseLine(row, daysBefore, withNames));
      cursor = next;
    } while (cursor !== null);
  }

  async function milestones(period: Period, timeZone: string): Promise<readonly Milestone[]> {
    const found: Milestone[] = [];
    const touched = await casesTouchedSince(db, startOfDay(day(period.from), timeZone).toString());
    for (let first = 0; first < touched.length; first += CASES_AT_ONCE) {
      const { acts, deadlines, endings } = await livesOf(
        db,
        touched.slice(first, first + CASES_AT_ONCE),
        timeZone,
      );
      const deadlinesOf = Map.groupBy(deadlines, ({ caseId }) => caseId);
      const reasons = new Map(endings.map(({ caseId, reason }) => [caseId, reason]));
      for (const [caseId, ofCase] of Map.groupBy(acts, (one) => one.caseId)) {
        const life = {
          acts: ofCase,
          deadlines: deadlinesOf.get(caseId) ?? [],
          endingReason: reasons.get(caseId) ?? null,
        };
        found.push(...milestonesOf(life).filter(({ on }) => period.from <= on && on <= period.to));
      }
    }
    return found;
  }

  return {
    async counts(caller) {
      assertStaff(caller);
      const works = worksOf(caller);
      const found = await countCases(
        db,
        works.map((work) => filterOf(work, caller)),
        MOST_COUNTED + 1,
      );
      return works.map((work, index) => ({
        work,
        cases: Math.min(found[index]!, MOST_COUNTED),
        more: found[index]! > MOST_COUNTED,
      }));
    },
    lines,
    async dashboard(caller, period) {
      assertSeesFigures(caller);
      assertPeriod(period);
      const today = todayOf(await momentNow(parts));
      return readDashboard(db, await figures.countedAt(), today, period);
    },
    async regulator(caller, period) {
      assertSeesFigures(caller);
      assertPeriod(period);
      const moment = await momentNow(parts);
      return reports(`${period.from} ${period.to} ${todayOf(moment)}`, async () =>
        regulatorReport(period, await milestones(period, moment.law.operator.timeZone)),
      );
    },
    async holds(caller, cursor) {
      assertStaff(caller);
      const moment = await momentNow(parts);
      const page = { limit: HOLDS_A_PAGE, ...(cursor === undefined ? {} : { cursor }) };
      return heldOf(await heldCases(db, page).catch(unknownCursor), todayOf(moment));
    },
    async project(caller, projectId) {
      assertStaff(caller);
      const rows = await casesOfProject(db, projectId);
      if (rows.length === 0) throw noSuchProject();
      return projectOf(projectId, rows, seesNames(caller));
    },
    async savedViews(caller) {
      assertStaff(caller);
      return savedViewsOf(db, caller.accountId);
    },
    async saveView(caller, { id, name, query }) {
      assertStaff(caller);
      assertKeepable(name, query);
      const known = await savedViewsOf(db, caller.accountId);
      if (known.some((one) => one.id === id)) return;
      if (known.length >= MOST_VIEWS) throw tooManyViews(MOST_VIEWS);
      const { at } = await momentNow(parts);
      await saveView(db, { id, accountId: caller.accountId, name, query, createdAt: at.toString() });
    },
    async renameView(caller, id, name) {
      assertStaff(caller);
      assertKeepable(name, '');
      if (!(await renameView(db, caller.accountId, id, name))) throw noSuchView();
    },
    async removeView(caller, id) {
      assertStaff(caller);
      await removeView(db, caller.accountId, id);
    },
  };
}

const LONGEST_NAME = 60;
const LONGEST_QUERY = 1000;

function assertKeepable(name: string, query: string): void {
  if (name === '' || name.length > LONGEST_NAME || query.length > LONGEST_QUERY)
    throw cannotBeKept(LONGEST_NAME);
}

function assertPeriod({ from, to }: Period): void {
  const first = day(from);
  const last = day(to);
  if (Temporal.PlainDate.compare(first, last) > 0) throw periodIsWrong('order');
  if (Temporal.PlainDate.compare(first.add(LONGEST_PERIOD), last) < 0) throw periodIsWrong('length');
}
