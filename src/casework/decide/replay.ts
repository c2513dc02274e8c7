import { isDeepStrictEqual } from 'node:util';
import { partyFor } from '../../../workflows/acts/act.ts';
import type { Computed } from '../../../workflows/computed.ts';
import { actOf, type EventType } from '../../../workflows/events.ts';
import { regionsOf, statusOf } from '../../../workflows/status.ts';
import { type CaseState, NEW_CASE } from '../../../workflows/step.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { Act, Happened } from '../happened.ts';
import { happen } from './decide.ts';

/** A row of history as it is stored. */
export interface Recorded {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly data: unknown;
}

interface StoredData {
  readonly computed?: Computed;
  /** On whose behalf, where the role does not tell; not the `party` of a signature, which is payload. */
  readonly actingParty?: Act['party'];
  /** The law that the event was decided by; left out: the delivered one. */
  readonly lawRevision?: number;
  /** What came with the event; no part of its payload. */
  readonly files?: unknown;
  readonly [field: string]: unknown;
}

/** A case rebuilt from its history alone: the history is the truth, the stored case its latest page. Each event meets the
 *  law that it was decided by, which its row names: neither a later change nor a process that learnt of one late makes
 *  the replay another one (ADR 0061). */
export const replay = (history: readonly Recorded[], law: LawBook): CaseState =>
  history.reduce((state, row) => replayed(state, row, law).state, NEW_CASE);

/** One event of a history, on what the events before it left.
 *  @throws Refusal where it cannot happen */
export function replayed(state: CaseState, row: Recorded, law: LawBook): Happened {
  const { computed = {}, actingParty, lawRevision = 0, files: _, ...data } = row.data as StoredData;
  const type = row.type as EventType;
  const act: Act = {
    type,
    data,
    actor: row.actor,
    role: row.role,
    party: actingParty ?? partyFor(actOf(type), row.role),
    computed,
  };
  const moment = { at: Temporal.Instant.from(row.at), law: law.asOf(lawRevision) };
  return happen({ state, version: row.seq - 1 }, act, moment);
}

/** A state as it is seen: what was owed after an end is a region of the chart, and was a word among the facts before. */
const asSeen = ({ value, facts }: CaseState) => ({
  value: statusOf(value) === 'terminated' ? 'terminated' : value,
  facts: { ...facts, lastRegions: regionsOf(value, facts) },
});

export const sameState = (a: CaseState, b: CaseState): boolean =>
  isDeepStrictEqual(plain(asSeen(a)), plain(asSeen(b)));

const plain = (state: object): unknown => JSON.parse(JSON.stringify(state));
