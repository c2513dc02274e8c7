import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase, type Transaction } from '../db/connect.ts';
import { sqlStateOf } from '../db/errors.ts';
import { everyCaseId } from '../db/history.ts';
import { CHART_VERSION } from '../workflows/contract-case.machine.ts';
import type { EventType } from '../workflows/events.ts';
import { type CaseState, NEW_CASE, situationOf } from '../workflows/step.ts';
import { type Act, happen } from './casework/decide.ts';
import { type LawShelf, openLawShelf } from './casework/law-shelf.ts';
import { partyOfRole } from './casework/party.ts';
import { sameState } from './casework/replay.ts';
import { readEnvironment } from './environment/read-environment.ts';
import type { LawBook } from './law/law-book.ts';
import { Refusal } from './law/refusal.ts';

/** `npm run verify-history`: the history is the truth, the stored case its latest page. Rebuilds every case with the chart
 *  of this checkout and says which would come out otherwise: after a fault, or before an upgrade. Changes nothing. */

const USAGE = `Usage: npm run verify-history [-- --database-url <url> | --data-dir <folder>]

  Rebuilds every case from its history with the chart of this checkout and compares it with what is stored.
  Without a flag it looks where the product does (DATABASE_URL, else DATA_DIR, else ./data). Reads only; the
  embedded database is open to one process at a time, so stop the product first.

  Ends with 0 where every case comes out the same, 1 where one does not, 2 where nothing could be checked.
`;

/** Only what is compared, so that a database of an earlier or later release can be read as well. */
const CASES = `select id, number, version, chart_version as "chartVersion", status, snapshot
  from cases where id = any($1::uuid[]) order by id`;
const HISTORIES = `select case_id as "caseId", seq, type, at, actor, role, data, status
  from history where case_id = any($1::uuid[]) order by case_id, seq`;

interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly chartVersion: string;
  readonly status: string;
  readonly snapshot: unknown;
}

interface StoredEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly data: unknown;
  readonly status: string;
}

/** Where a case comes out otherwise than it is stored. */
export interface Difference {
  readonly number: string;
  readonly chartVersion: string;
  /** Whether the case goes on, so that an upgrade would change its future. */
  readonly live: boolean;
  /** The first event after which it differs; null: the case has no event. */
  readonly event: { readonly seq: number; readonly type: string } | null;
  /** The place in the stored case, `facts.offer.termOn`; null where the event itself cannot happen. */
  readonly path: string | null;
  readonly what: string;
}

export interface VersionCount {
  cases: number;
  live: number;
  differing: number;
  liveDiffering: number;
}

export interface Report {
  readonly checked: number;
  /** By the version of the chart that each case was last decided under. */
  readonly versions: ReadonlyMap<string, Readonly<VersionCount>>;
  readonly differences: readonly Difference[];
}

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

type Found = Pick<Difference, 'event' | 'path' | 'what'>;

function differenceOf(stored: StoredCase, events: readonly StoredEvent[], law: LawBook): Found | null {
  const gap = events.find((event, place) => event.seq !== place + 1) ?? null;
  if (gap) return { event: gap, path: null, what: 'the history has a gap before it' };
  let state = NEW_CASE;
  for (const event of events) {
    try {
      state = next(state, event, law);
    } catch (error) {
      return { event, path: null, what: `it is refused: ${whyRefused(error)}` };
    }
    const { status } = situationOf(state);
    if (status !== event.status)
      return { event, path: 'status', what: `recorded as ${event.status}, comes out as ${status}` };
  }
  return lastPageDiffers(stored, events, state, law);
}

/** The stored case beside the rebuilt one. */
function lastPageDiffers(
  stored: StoredCase,
  events: readonly StoredEvent[],
  rebuilt: CaseState,
  law: LawBook,
): Found | null {
  const last = events.at(-1) ?? null;
  if (stored.version !== events.length)
    return {
      event: last,
      path: 'version',
      what: `stored as ${stored.version}, the history has ${events.length} events`,
    };
  const { status } = situationOf(rebuilt);
  if (stored.status !== status)
    return { event: last, path: 'status', what: `stored as ${stored.status}, comes out as ${status}` };
  if (sameState(stored.snapshot as CaseState, rebuilt)) return null;
  const path = firstDifference(stored.snapshot, JSON.parse(JSON.stringify(rebuilt)), '') ?? '';
  return {
    event: lastToWrite(path, events, law) ?? last,
    path,
    what: 'the stored case differs from its history',
  };
}

interface StoredData {
  readonly computed?: Act['computed'];
  readonly actingParty?: Act['party'];
  readonly lawRevision?: number;
  readonly files?: unknown;
  readonly [field: string]: unknown;
}

function actOf({ type, data: stored, actor, role }: StoredEvent): Act & { readonly lawRevision: number } {
  const { computed = {}, actingParty, lawRevision = 0, files: _, ...data } = stored as StoredData;
  const as = type as EventType;
  return {
    type: as,
    data,
    actor,
    role,
    party: actingParty ?? partyOfRole(role, as, data),
    computed,
    lawRevision,
  };
}

function next(state: CaseState, event: StoredEvent, law: LawBook): CaseState {
  const { lawRevision, ...act } = actOf(event);
  const moment = { at: Temporal.Instant.from(event.at), law: law.asOf(lawRevision) };
  return happen({ state, version: event.seq - 1 }, act, moment).state;
}

/** A refusal's code says enough; its words may quote what people wrote. */
const whyRefused = (error: unknown): string => (error instanceof Refusal ? error.code : String(error));

/** The place at which two pieces of plain JSON first differ, in the order in which they are written. */
export function firstDifference(a: unknown, b: unknown, at: string): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return at;
  if (Array.isArray(a) !== Array.isArray(b)) return at;
  const [inA, inB] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(inB), ...Object.keys(inA)])) {
    const below = Array.isArray(a) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`;
    const found =
      Object.hasOwn(inA, key) && Object.hasOwn(inB, key) ? firstDifference(inA[key], inB[key], below) : below;
    if (found !== null) return found;
  }
  return null;
}

/** The last event that wrote the part of the case in which a path lies. */
function lastToWrite(path: string, events: readonly StoredEvent[], law: LawBook): StoredEvent | null {
  const [part, fact = ''] = path.split(/[.[]/);
  const partOf = ({ value, facts }: CaseState): unknown =>
    part === 'facts' ? (facts as unknown as Record<string, unknown>)[fact] : value;
  let state = NEW_CASE;
  let last: StoredEvent | null = null;
  for (const event of events) {
    const after = next(state, event, law);
    if (JSON.stringify(partOf(after)) !== JSON.stringify(partOf(state))) last = event;
    state = after;
  }
  return last;
}

const MOST_TOLD = 50;

/** The report in words, for a console. */
export function told({ checked, versions, differences }: Report): string {
  const lines = [
    `${checked} cases were rebuilt with chart version ${CHART_VERSION}, that of this checkout.`,
    '',
  ];
  for (const [version, count] of [...versions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const same = count.cases - count.differing;
    lines.push(
      `last decided under chart version ${version}: ${count.cases} cases, ${count.live} of them live; ` +
        `${same} come out the same, ${count.differing} otherwise (${count.liveDiffering} live)`,
    );
  }
  if (differences.length > 0) lines.push('');
  for (const { number, live, event, path, what } of differences.slice(0, MOST_TOLD)) {
    const where = [event ? `event ${event.seq} ${event.type}` : 'no event', ...(path === null ? [] : [path])];
    lines.push(`${number} (${live ? 'live' : 'ended'}): ${where.join(', ')}: ${what}`);
  }
  if (differences.length > MOST_TOLD) {
    lines.push(`… and ${differences.length - MOST_TOLD} more`, '', 'Places at which they differ:');
    const places = Map.groupBy(
      differences,
      ({ event, path }) => `${path ?? 'refused'}, written by ${event?.type ?? '–'}`,
    );
    for (const [place, there] of [...places].sort(([, a], [, b]) => b.length - a.length))
      lines.push(`  ${there.length} at ${place}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What the person at the console can set right, told without a stack. */
class Mistake extends Error {}

function addressFrom(args: readonly string[]): { databaseUrl: string } | { dataDir: string } {
  const text = { type: 'string' } as const;
  let given: { 'database-url'?: string; 'data-dir'?: string };
  try {
    given = parseArgs({ args: [...args], options: { 'database-url': text, 'data-dir': text } }).values;
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { 'database-url': databaseUrl, 'data-dir': dataDir } = given;
  if (databaseUrl !== undefined && dataDir !== undefined)
    throw new Mistake(`Name either --database-url or --data-dir, not both.\n\n${USAGE}`);
  if (databaseUrl !== undefined) return { databaseUrl };
  if (dataDir !== undefined) return { dataDir };
  const environment = readEnvironment(process.env);
  return environment.database.kind === 'server' ? { databaseUrl: environment.database.url } : environment;
}

const PROGRESS_EVERY_MS = 5_000;

/** Runs the command; answers the exit code of the process. */
export async function run(
  args: readonly string[],
  say: (text: string) => void,
  hint: (text: string) => void,
): Promise<0 | 1 | 2> {
  try {
    const address = addressFrom(args);
    if ('dataDir' in address && !existsSync(join(address.dataDir, 'database')))
      throw new Mistake(`There is no embedded database in ${address.dataDir}.`);
    const db = await openDatabase('dataDir' in address ? { dataDir: address.dataDir } : address);
    try {
      const shelf = await openLawShelf(db);
      const [{ count } = { count: 0 }] = await db.query<{ count: number }>(
        'select count(*)::int as count from cases',
      );
      let lastTold = performance.now();
      const report = await verifyHistory(db, shelf, (checked) => {
        if (performance.now() - lastTold < PROGRESS_EVERY_MS) return;
        lastTold = performance.now();
        hint(`${checked} of ${count} cases …\n`);
      });
      say(told(report));
      return report.differences.length > 0 ? 1 : 0;
    } finally {
      await db.close();
    }
  } catch (error) {
    hint(`${reasonOf(error)}\n`);
    return 2;
  }
}

/** 42P01: no such table; 42703: no such column. */
function reasonOf(error: unknown): string {
  const state = sqlStateOf(error);
  if (state === '42P01' || state === '42703')
    return 'The tables are not those of this release. Run the check on a copy of the database that this release has migrated.';
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.main) {
  process.exitCode = await run(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
