import type { Clause } from '../../src/law/clauses.ts';
import type { Asking, Reason, Standing, Verdict } from '../conditions/verdict.ts';
import type { Effect } from '../effects.ts';
import type { Facts } from '../facts.ts';
import type { Happening, Now } from '../happening.ts';

/** What an event writes into the facts: only what has changed. */
export type Change = Partial<Facts>;
export type Writing<Event extends Happening = Happening> = (facts: Facts, event: Event) => Change;

/** One way in which an act, or the case by itself, goes on: under which clause, if what holds, and what comes of it. Where
 *  it leads is the chart's. */
export interface Way<Event extends Happening = Happening> {
  /** The name under which chart, picture and model test know it: `offer.objected, late`. */
  readonly name: string;
  /** The act; null: it happens by itself. */
  readonly type: string | null;
  readonly clause: Clause | null;
  /** The deadline whose passing it is; null: it is none. */
  readonly deadline: string | null;
  /** What happens, in a sentence. */
  readonly says: string;
  /** By these alone, whatever the payload, it is possible now or is not. */
  readonly possible: Readonly<Record<string, Standing>>;
  /** Conditions on the payload. */
  readonly allowed: Readonly<Record<string, Asking<Event>>>;
  readonly write: Writing<Event> | null;
  readonly effects: readonly Effect[];
  /** The conditions without their names, as they are asked: those of the state first. */
  readonly asked: { readonly standing: readonly Standing[]; readonly payload: readonly Asking<Event>[] };
}

/** A way as an act defines it; what it leaves out is none. */
export type WayDefinition<Event extends Happening> = Partial<
  Pick<Way<Event>, 'clause' | 'deadline' | 'possible' | 'allowed' | 'write' | 'effects'>
> &
  Pick<Way<Event>, 'says'>;

export function wayOf<Event extends Happening>(
  name: string,
  type: string | null,
  clause: Clause | null,
  definition: WayDefinition<Event>,
): Way {
  const { says, deadline = null, possible = {}, allowed = {}, write = null, effects = [] } = definition;
  const way: Way<Event> = {
    name,
    type,
    clause: definition.clause === undefined ? clause : definition.clause,
    deadline,
    says,
    possible,
    allowed,
    write,
    effects,
    asked: { standing: Object.values(possible), payload: Object.values(allowed) },
  };
  // The chart takes it for events of its own type alone.
  return way as unknown as Way;
}

/** What happens by itself as soon as its conditions hold. */
export const byItself = (
  name: string,
  definition: Omit<WayDefinition<Happening>, 'allowed'> & { readonly clause: Clause },
): Way => wayOf(name, null, definition.clause, definition);

/** What stands against a way whatever the payload; null: nothing. */
export function standingVerdict({ asked }: Way, facts: Facts, now: Now): Verdict {
  for (const condition of asked.standing) {
    const verdict = condition(facts, now);
    if (verdict !== null) return verdict;
  }
  return null;
}

/** The first thing that stands against a way. */
export function verdictOf(way: Way, facts: Facts, event: Happening): Verdict {
  const standing = standingVerdict(way, facts, event);
  if (standing !== null) return standing;
  for (const condition of way.asked.payload) {
    const verdict = condition(facts, event);
    if (verdict !== null) return verdict;
  }
  return null;
}

/** Why a way is not open; not that another one is taken. */
export const isReason = (verdict: Verdict): verdict is Reason =>
  typeof verdict === 'object' && verdict !== null;
