import { type CaseState, NEW_CASE, situationOf } from '../../../workflows/step.ts';
import type { LawBook } from '../../law/law-book.ts';
import { Refusal } from '../../law/refusal.ts';
import { replayed, sameState } from '../decide/replay.ts';

/** Where one stored case and its history part. */

export interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly chartVersion: string;
  readonly status: string;
  readonly snapshot: unknown;
}

export interface StoredEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly data: unknown;
  readonly status: string;
}

export interface Found {
  /** The first event after which it differs; null: the case has no event. */
  readonly event: StoredEvent | null;
  /** The place in the stored case, `facts.offer.termOn`; null where the event itself cannot happen. */
  readonly path: string | null;
  readonly what: string;
}

/** null: the case comes out of its history as it is stored. */
export function differenceOf(stored: StoredCase, events: readonly StoredEvent[], law: LawBook): Found | null {
  const gap = events.find((event, place) => event.seq !== place + 1) ?? null;
  if (gap) return { event: gap, path: null, what: 'the history has a gap before it' };
  let state = NEW_CASE;
  for (const event of events) {
    try {
      state = replayed(state, event, law).state;
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
    const after = replayed(state, event, law).state;
    if (JSON.stringify(partOf(after)) !== JSON.stringify(partOf(state))) last = event;
    state = after;
  }
  return last;
}
