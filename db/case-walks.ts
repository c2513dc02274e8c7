import {
  alternativeConditions,
  type CaseFilter,
  deadlineMark,
  isAtPlace,
  isOverdue,
  type Parameter,
  QUEUE,
  restConditions,
  rowConditions,
  where,
} from './case-filter.ts';
import type { Connection, Statement } from './database.ts';

/** A status and whoever is awaited in it: within one such pair the index of the queue is in the order of the queue. */
export interface QueuePlace {
  readonly status: string;
  readonly awaits: string;
}

/** There are a few dozen pairs, found by skipping through the index from one to the next. */
const PLACES: Statement = {
  name: 'places_of_the_queue',
  text: `
    with recursive place as (
      (select status, awaits from cases order by status, awaits limit 1)
      union all
      select n.* from place p cross join lateral (
        select status, awaits from cases where (status, awaits) > (p.status, p.awaits) order by status, awaits limit 1) n)
    select status, awaits from place`,
};

export const placesOfQueue = (connection: Connection): Promise<QueuePlace[]> =>
  connection.query<QueuePlace>(PLACES);

export interface Walking {
  readonly filter: CaseFilter;
  readonly places: readonly QueuePlace[];
  readonly parameter: Parameter;
  /** Conditions besides those of the filter: where the page begins. */
  readonly beyond: readonly string[];
  /** Alternatives that few cases have: those are collected by an index of their own. */
  readonly rare: ReadonlySet<CaseFilter>;
  /** Rows of each walk; null: as many as there are. */
  readonly limit: number | null;
  /** false: rows are counted, in no order. */
  readonly ordered: boolean;
  /** Each place is a walk of its own, so that what merges them takes from each no more rows than it needs. A statement of
   *  as many parts costs some milliseconds to plan; without, all places of equal conditions share one. */
  readonly apart: boolean;
}

/** Statements that give `id` and `q`, the day in the queue, each in that order by an index: merged, they are the cases of
 *  the filter but for its words and its deadline. A case may be in several. */
export function walksOf(walking: Walking): readonly string[] {
  const { filter, parameter, rare } = walking;
  const shared = (): string[] => [
    ...rowConditions(filter, parameter),
    ...alternativeConditions(filter, parameter),
  ];
  if (filter.mine)
    return ownerConditions(filter.mine, parameter).map((one) => walk(walking, [one, ...shared()]));
  if (filter.ids || filter.ownerAccount || filter.partyCode) return [walk(walking, shared())];
  if (isOverdue(filter)) return [walk(walking, shared(), lateCases(walking))];
  const alternatives = filter.anyOf ?? [{}];
  const conditionsOf = (one: CaseFilter): string[] => [
    ...rowConditions(filter, parameter),
    ...alternativeConditions({ anyOf: [one] }, parameter),
  ];
  return [
    ...placeWalks(
      walking,
      alternatives.filter((one) => !isOverdue(one) && !rare.has(one)),
    ),
    ...alternatives.filter(isOverdue).map((one) => walk(walking, conditionsOf(one), lateCases(walking))),
    ...alternatives
      .filter((one) => !isOverdue(one) && rare.has(one))
      .map((one) => walk(walking, conditionsOf(one), casesOf(deadlineMark(one.deadline!, parameter).ids!))),
  ];
}

function ownerConditions(
  { ownerAccount, partyCode, agentWords = [] }: NonNullable<CaseFilter['mine']>,
  parameter: Parameter,
): string[] {
  return [
    `c.owner_account = ${parameter(ownerAccount)}`,
    ...(partyCode === null ? [] : [`c.party_code = ${parameter(partyCode)}`]),
    ...(agentWords.length === 0
      ? []
      : [
          `c.id = any(array(select w.case_id from case_words w where w.word = any(${parameter(agentWords)}::text[])))`,
        ]),
  ];
}

interface Source {
  readonly from: string;
  readonly q: string;
}

const ALL_CASES: Source = { from: 'cases c', q: QUEUE };

/** Through the index of late cases alone: the planner would cut it with that of the queue, which has all cases. */
const lateCases = ({ ordered }: Walking): Source => ({
  from: `(select *, coalesce(queue_on, 'infinity'::date) as q from cases where overdue ${ordered ? 'order by q, id' : ''} offset 0) c`,
  q: 'c.q',
});

/** Looked up one by one: the planner takes a few ids for many and reads all cases instead. */
export const casesOf = (ids: string): Source => ({
  from: `(${ids}) f (id) cross join lateral (select * from cases o where o.id = f.id limit 1) c`,
  q: QUEUE,
});

const sorted = ({ ordered, limit }: Walking): string =>
  `${ordered ? 'order by q, c.id' : ''} ${limit === null ? '' : `limit ${limit}`}`;

const walk = (walking: Walking, conditions: readonly string[], { from, q } = ALL_CASES): string =>
  `select c.id, ${q} as q from ${from} ${where([...conditions, ...walking.beyond])} ${sorted(walking)}`;

/** Of each place, the cases of any alternative that there may be at it. */
function placeWalks(walking: Walking, alternatives: readonly CaseFilter[]): readonly string[] {
  const { filter, places, parameter, beyond, apart } = walking;
  const shared = restConditions(filter, parameter);
  const rests = alternatives.map((one) => ({ one, text: restOf(one, parameter) }));
  const byRest = new Map<string, QueuePlace[]>();
  for (const place of places.filter((one) => isAtPlace(filter, one))) {
    const here = rests.filter(({ one }) => isAtPlace(one, place)).map(({ text }) => text);
    if (here.length === 0) continue;
    const rest = here.includes('true') ? 'true' : `(${here.join(' or ')})`;
    byRest.set(rest, [...(byRest.get(rest) ?? []), place]);
  }
  return [...byRest].flatMap(([rest, at]) => {
    const conditions = [...shared, ...(rest === 'true' ? [] : [rest]), ...beyond];
    if (apart)
      return at.map(({ status, awaits }) =>
        walk(walking, [
          `c.status = ${parameter(status)}`,
          `c.awaits = ${parameter(awaits)}`,
          ...shared,
          rest,
        ]),
      );
    const statuses = parameter(at.map(({ status }) => status));
    const awaited = parameter(at.map(({ awaits }) => awaits));
    return [
      `select w.id, w.q from unnest(${statuses}::text[], ${awaited}::text[]) p (status, awaits) cross join lateral (
        select c.id, ${QUEUE} as q from cases c ${where(['c.status = p.status', 'c.awaits = p.awaits', ...conditions])}
        ${sorted(walking)}) w`,
    ];
  });
}

function restOf(one: CaseFilter, parameter: Parameter): string {
  const conditions = restConditions(one, parameter);
  if (one.deadline) conditions.push(deadlineMark(one.deadline, parameter).isOn('c.id', QUEUE));
  return conditions.length === 0 ? 'true' : `(${conditions.join(' and ')})`;
}
