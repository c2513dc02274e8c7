import { cursorAt, placeOf } from './case-cursor.ts';
import {
  alternativeConditions,
  type CaseFilter,
  deadlineMark,
  isIndexed,
  isOverdue,
  type Mark,
  type Parameter,
  QUEUE,
  rowConditions,
  where,
  wordMark,
} from './case-filter.ts';
import { casesOf, placesOfQueue, type QueuePlace, walksOf } from './case-walks.ts';
import type { Connection } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';
import { type Composed, compose } from './statement.ts';
import { prefixesOf } from './words.ts';

export interface CasePage {
  readonly items: readonly CaseRow[];
  /** Where the next page starts; null: this was the last one. */
  readonly next: string | null;
}

export const MOST_CASES_A_PAGE = 200;

/** How a list is found that an index of its own leads to: a typed word, a deadline. What it costs is bounded by these and
 *  not by the number of cases, unless many cases have what is looked for and all stand far back in the queue. */
export interface Bounds {
  /** Fewer cases than this are collected and sorted; of more, the queue is walked. */
  readonly few: number;
  /** So many cases are asked on that walk before it is given up. */
  readonly asked: number;
  /** Fewer than this are then collected after all; of more, the walk goes on to its end. */
  readonly many: number;
}

const BOUNDS: Bounds = { few: 5_000, asked: 3_000, many: 20_000 };

/** A page of cases in the order of the queue: by the earliest last day that awaits the operator, then those without. */
export async function listCases(
  connection: Connection,
  filter: CaseFilter,
  page: { readonly limit: number; readonly cursor?: string },
  bounds = BOUNDS,
): Promise<CasePage> {
  const limit = Math.min(Math.max(page.limit, 1), MOST_CASES_A_PAGE);
  if (filter.q?.trim() && prefixesOf(filter.q).length === 0) return { items: [], next: null };
  const list: List = { filter, cursor: page.cursor, limit: limit + 1 };
  const rows = await rowsOf(connection, list, bounds);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorAt(items.at(-1)!) : null };
}

interface List {
  readonly filter: CaseFilter;
  readonly cursor: string | undefined;
  readonly limit: number;
}

async function rowsOf(
  connection: Connection,
  list: List,
  { few, asked, many }: Bounds,
): Promise<readonly CaseRow[]> {
  const run = ({ text, values }: Composed) => connection.query<CaseRow>(text, values);
  const { filter } = list;
  if (isOfOneOwner(filter)) return run(walked(list, { places: [], rare: new Set(), most: null }));
  const marks = marksOf(filter).filter(isCountable);
  const rarest = await rarestFirst(connection, marks, few);
  if (rarest[0] && rarest[0].cases < few) return run(collected(list, rarest));
  const way = {
    places: isOverdue(filter) ? [] : await placesOfQueue(connection),
    rare: await rareAlternatives(connection, filter, many),
  };
  if (marks.length === 0) return run(walked(list, { ...way, most: null }));
  const near = await run(walked(list, { ...way, most: asked }));
  if (near.length === list.limit) return near;
  const recounted = await rarestFirst(connection, marks, many);
  return run(recounted[0]!.cases < many ? collected(list, recounted) : walked(list, { ...way, most: null }));
}

/** An index of its own leads to those cases alone. */
const isOfOneOwner = ({ ids, mine, ownerAccount, partyCode }: CaseFilter): boolean =>
  [ids, mine, ownerAccount, partyCode].some((one) => one !== undefined);

/** What is looked for in other tables: every typed word, and the deadline. */
type MarkOf = (parameter: Parameter) => Mark;

const marksOf = (filter: CaseFilter): readonly MarkOf[] => [
  ...prefixesOf(filter.q ?? '').map(
    (prefix): MarkOf =>
      (parameter) =>
        wordMark(prefix, parameter),
  ),
  ...deadlineMarks(filter),
];

const deadlineMarks = ({ deadline }: CaseFilter): readonly MarkOf[] =>
  deadline ? [(parameter) => deadlineMark(deadline, parameter)] : [];

const isCountable = (mark: MarkOf): boolean => mark(() => '').ids !== null;

interface CountedMark {
  readonly mark: MarkOf;
  /** Up to a bound. */
  readonly cases: number;
}

async function rarestFirst(
  connection: Connection,
  marks: readonly MarkOf[],
  bound: number,
): Promise<readonly CountedMark[]> {
  const counts = await countMarks(connection, marks, bound);
  return marks.map((mark, i) => ({ mark, cases: counts[i]! })).sort((a, b) => a.cases - b.cases);
}

/** Alternatives with a deadline that few cases have: an index leads to them wherever they stand in the queue. */
async function rareAlternatives(
  connection: Connection,
  filter: CaseFilter,
  bound: number,
): Promise<ReadonlySet<CaseFilter>> {
  const indexed = (filter.anyOf ?? []).filter(isFoundByDeadline);
  const counts = await countMarks(connection, indexed.flatMap(deadlineMarks), bound);
  return new Set(indexed.filter((_, i) => counts[i]! < bound));
}

async function countMarks(
  connection: Connection,
  marks: readonly MarkOf[],
  bound: number,
): Promise<readonly number[]> {
  if (marks.length === 0) return [];
  const { text, values } = compose((parameter) => {
    const counts = marks.map(
      (mark, i) =>
        `(select count(*)::int from (select from (${mark(parameter).ids}) m limit ${bound}) n) as "${i}"`,
    );
    return `select ${counts.join(', ')}`;
  });
  const [found] = await connection.query<Record<string, number>>(text, values);
  return marks.map((_, i) => found![i]!);
}

const ROW = columnsOf(cases, 'c');

/** The page is chosen by ids alone: sorting whole rows would cost more than finding them. */
const rowsOfChosen = (chosen: string, found: string | null = null): string => `
  with ${found === null ? '' : `found as materialized (${found}),`} chosen as materialized (${chosen})
  select ${ROW} from chosen x join cases c on c.id = x.id order by x.q, x.id`;

const beyond = ({ cursor }: List, parameter: Parameter): string[] => {
  if (cursor === undefined) return [];
  const { queueOn, id } = placeOf(cursor);
  return [`(${QUEUE}, c.id) > (${parameter(queueOn)}::date, ${parameter(id)}::uuid)`];
};

interface Way {
  readonly places: readonly QueuePlace[];
  readonly rare: ReadonlySet<CaseFilter>;
  /** So many cases are asked for what is looked for; null: all, until the page is full. */
  readonly most: number | null;
}

/** From the place of the cursor on, case by case, in the order of the queue. */
const walked = (list: List, { places, rare, most }: Way): Composed =>
  compose((parameter) => {
    const { filter, limit } = list;
    const marks = marksOf(filter).map((mark) => mark(parameter).isOn('a.id', 'a.q'));
    const walks = walksOf({
      filter,
      places,
      rare,
      parameter,
      beyond: beyond(list, parameter),
      limit: marks.length === 0 ? limit : most,
      ordered: true,
      apart: marks.length > 0 || passesCases(filter, rare),
    });
    if (walks.length === 0) return rowsOfChosen(NOTHING);
    const merged = `select distinct on (q, id) id, q from (${union(walks)}) u order by q, id`;
    return rowsOfChosen(
      marks.length === 0
        ? `${merged} limit ${limit}`
        : `select a.id, a.q from (${merged} ${most === null ? '' : `limit ${most}`}) a ${where(marks)} order by q, id limit ${limit}`,
    );
  });

/** Whether walking passes cases that are not of the list: each place by itself would be walked to its own full page. */
const passesCases = (filter: CaseFilter, rare: ReadonlySet<CaseFilter>): boolean =>
  [filter.openedFrom, filter.openedBefore, filter.overdue].some((one) => one !== undefined) ||
  (filter.anyOf ?? []).some((one) => one.deadline !== undefined && !isOverdue(one) && !rare.has(one));

const isFoundByDeadline = ({ deadline }: CaseFilter): boolean =>
  deadline !== undefined && isIndexed(deadline);

const NOTHING = 'select c.id, c.queue_on as q from cases c where false';

const union = (walks: readonly string[]): string => walks.map((one) => `(${one})`).join(' union all ');

/** All cases that have what is looked for, the rarest first, then sorted. */
const collected = (list: List, [rarest, ...others]: readonly CountedMark[]): Composed =>
  compose((parameter) => {
    const { filter, limit } = list;
    const alsoIn = others.map(({ mark }) => `m.case_id in (${mark(parameter).ids})`);
    const conditions = [
      ...rowConditions(filter, parameter),
      ...alternativeConditions(filter, parameter),
      ...beyond(list, parameter),
      ...marksOf(filter)
        .filter((mark) => !isCountable(mark))
        .map((mark) => mark(parameter).isOn('c.id', QUEUE)),
    ];
    return rowsOfChosen(
      `select c.id, ${QUEUE} as q from ${casesOf('select case_id from found').from} ${where(conditions)} order by q, c.id limit ${limit}`,
      `select distinct m.case_id from (${rarest!.mark(parameter).ids}) m ${where(alsoIn)}`,
    );
  });

/** How many cases each filter finds, up to `most`, in one statement. */
export async function countCases(
  connection: Connection,
  filters: readonly CaseFilter[],
  most: number,
): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const places = await placesOfQueue(connection);
  const { text, values } = compose((parameter) => {
    const counts = filters.map((one, index) => {
      const filter = one.deadline && !one.anyOf ? { anyOf: [one] } : one;
      const walks = walksOf({
        filter,
        places,
        rare: new Set(filter.anyOf?.filter(isFoundByDeadline)),
        parameter,
        beyond: [],
        limit: null,
        ordered: false,
        apart: false,
      });
      const marks = marksOf(filter).map((mark) => mark(parameter).isOn('a.id', 'a.q'));
      const found = walks.map((each) => `(select a.id from (${each}) a ${where(marks)} limit ${most})`);
      if (found.length === 0) return `0 as "${index}"`;
      return `(select count(*)::int from (select id from (${found.join(' union ')}) u limit ${most}) n) as "${index}"`;
    });
    return `select ${counts.join(', ')}`;
  });
  const [row] = await connection.query<Record<string, number>>(text, values);
  return filters.map((_, index) => row![index]!);
}
