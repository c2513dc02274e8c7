import type { Connection, Database } from '../../../db/database.ts';
import { type ChainedEvent, headsOf, linkOf, type Seal, type SealedHead, sealOf } from './link.ts';

/** The chain of history: each event holds the hash of the one before it in its case, each seal the last event of every case
 *  that went on since the seal before it. What was removed, changed, put in or put elsewhere breaks a link. Reads only. */

export interface BrokenLink {
  /** null: it is a seal, or nothing is left of the case but its id. */
  readonly number: string | null;
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly what: string;
}

export interface ChainReport {
  readonly events: number;
  /** The last seal; null: nothing was ever sealed. */
  readonly head: { readonly hash: string; readonly at: string; readonly events: number } | null;
  /** Events since the last seal: chained, and in no seal yet. */
  readonly unsealed: number;
  readonly broken: readonly BrokenLink[];
  /** Whether the history goes on from the head that was asked for; null: none was. */
  readonly extends: { readonly hash: string; readonly at: string; readonly events: number } | false | null;
}

const BATCH = 5_000;

const EVENTS = `select case_id as "caseId", seq, type, (extract(epoch from at) * 1000000)::bigint::text as at, actor, role,
    clause, status, data::text as data, encode(hash, 'hex') as hash
  from history where (case_id, seq) > ($1::uuid, $2::int) order by case_id, seq limit ${BATCH}`;

const SEALS = `select no, (extract(epoch from at) * 1000000)::bigint::text as at, at as "atInstant", events, heads,
    encode(hash, 'hex') as hash
  from history_seals where no > $1 order by no limit 10`;

const HASHES = `select h.case_id as "caseId", h.seq, encode(h.hash, 'hex') as hash
  from unnest($1::uuid[], $2::int[]) as s (case_id, seq) join history h on h.case_id = s.case_id and h.seq = s.seq`;

/** What waits for its seal, beside what stands in the history. */
const UNSEALED = `select u.case_id as "caseId", u.last_seq as "lastSeq", h.case_id is not null as stands,
    coalesce(h.hash = u.hash, false) as same
  from history_unsealed u left join history h on h.case_id = u.case_id and h.seq = u.last_seq`;

interface Unsealed {
  readonly caseId: string;
  readonly lastSeq: number;
  readonly stands: boolean;
  readonly same: boolean;
}

/** null: the database was made by a release that did not chain. */
export async function verifyChain(db: Database, anchor: string | null = null): Promise<ChainReport | null> {
  return db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const [{ chained } = { chained: false }] = await tx.query<{ chained: boolean }>(
      `select to_regclass('history_seals') is not null as chained`,
    );
    if (!chained) return null;
    const broken = new Broken();
    const seals = await checkSeals(tx, anchor, broken);
    const count = await checkEvents(tx, seals, broken);
    const { head } = seals;
    return {
      events: count,
      unsealed: count - (head?.events ?? 0),
      head,
      broken: await named(tx, broken.links),
      extends: anchor === null ? null : (seals.found ?? false),
    };
  });
}

type Unnamed = Omit<BrokenLink, 'number'>;
type Head = NonNullable<ChainReport['head']>;

interface Sealed {
  /** The last event of each case that a seal covers. */
  readonly upTo: ReadonlyMap<string, number>;
  readonly head: Head | null;
  readonly found: Head | null;
}

/** The earliest broken link of each case alone: what comes after it follows from it. */
class Broken {
  readonly #links = new Map<string | null, Unnamed>();

  tell(caseId: string, seq: number, what: string): void {
    const known = this.#links.get(caseId);
    if (!known || seq < known.seq!) this.#links.set(caseId, { caseId, seq, what });
  }

  tellOfSeal(what: string): void {
    if (!this.#links.has(null)) this.#links.set(null, { caseId: null, seq: null, what });
  }

  get links(): Unnamed[] {
    return [...this.#links.values()];
  }
}

async function checkSeals(tx: Connection, anchor: string | null, broken: Broken): Promise<Sealed> {
  const upTo = new Map<string, number>();
  let head: Head | null = null;
  let found: Head | null = null;
  for (let no = 0; ; ) {
    const seals = await tx.query<Seal & { atInstant: string }>(SEALS, [no]);
    if (seals.length === 0) return { upTo, head, found };
    for (const seal of seals) {
      if (seal.no !== no + 1) broken.tellOfSeal(`seal ${no + 1} is missing`);
      else if (sealOf(head?.hash ?? '', seal) !== seal.hash)
        broken.tellOfSeal(`seal ${seal.no} is not the one that was made`);
      no = seal.no;
      head = { hash: seal.hash, at: seal.atInstant, events: seal.events };
      if (seal.hash === anchor) found = head;
      await checkHeads(tx, headsOf(seal), seal.atInstant, upTo, broken);
    }
  }
}

/** What a seal holds of each case against what stands in the history now. */
async function checkHeads(
  tx: Connection,
  heads: readonly SealedHead[],
  at: string,
  upTo: Map<string, number>,
  broken: Broken,
): Promise<void> {
  const rows = await tx.query<Pick<SealedHead, 'caseId' | 'hash'>>(HASHES, [
    heads.map(({ caseId }) => caseId),
    heads.map(({ lastSeq }) => lastSeq),
  ]);
  const hashes = new Map(rows.map(({ caseId, hash }) => [caseId, hash]));
  for (const { caseId, firstSeq, lastSeq, hash } of heads) {
    const before = upTo.get(caseId) ?? 0;
    if (firstSeq !== before + 1) broken.tell(caseId, before + 1, 'it was never sealed, and later ones were');
    else if (!hashes.has(caseId)) broken.tell(caseId, lastSeq, `it was sealed at ${at} and is missing`);
    else if (hashes.get(caseId) !== hash)
      broken.tell(caseId, lastSeq, `it is not the one that was sealed at ${at}: the case was written anew`);
    upTo.set(caseId, lastSeq);
  }
}

/** Answers how many events there are. */
async function checkEvents(tx: Connection, { upTo }: Sealed, broken: Broken): Promise<number> {
  const waiting = new Map<string, number>();
  for (const { caseId, lastSeq, stands, same } of await tx.query<Unsealed>(UNSEALED)) {
    if (!stands) broken.tell(caseId, lastSeq, 'it waits for its seal and is missing');
    else if (!same)
      broken.tell(caseId, lastSeq, 'it is not the one that waits for its seal: the case was written anew');
    waiting.set(caseId, Math.max(lastSeq, waiting.get(caseId) ?? 0));
  }
  const covered = (caseId: string): number => Math.max(upTo.get(caseId) ?? 0, waiting.get(caseId) ?? 0);
  let count = 0;
  let before: Pick<ChainedEvent, 'caseId' | 'seq' | 'hash'> = { caseId: FIRST, seq: 0, hash: '' };
  const endOf = ({ caseId, seq }: typeof before): void => {
    if (seq > covered(caseId)) broken.tell(caseId, seq, 'it is in no seal and does not wait for one');
  };
  for (;;) {
    const events = await tx.query<ChainedEvent>(EVENTS, [before.caseId, before.seq]);
    for (const event of events) {
      const isFirst = event.caseId !== before.caseId;
      if (isFirst && before.seq > 0) endOf(before);
      const expected = isFirst ? 1 : before.seq + 1;
      if (event.seq !== expected) broken.tell(event.caseId, expected, 'it is missing');
      else if (linkOf(isFirst ? '' : before.hash, event) !== event.hash)
        broken.tell(event.caseId, event.seq, 'it is not the one that was written, or not in its place');
      before = event;
    }
    count += events.length;
    if (events.length < BATCH) break;
  }
  if (before.seq > 0) endOf(before);
  return count;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Under the number by which people know the case. */
async function named(tx: Connection, links: readonly Unnamed[]): Promise<BrokenLink[]> {
  const rows = await tx.query<{ id: string; number: string }>(
    'select id, number from cases where id = any($1::uuid[])',
    [links.flatMap(({ caseId }) => caseId ?? [])],
  );
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return links.map((link) => ({ number: (link.caseId && numbers.get(link.caseId)) ?? null, ...link }));
}
