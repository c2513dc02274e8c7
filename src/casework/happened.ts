import type { Computed } from '../../workflows/computed.ts';
import type { Deadline } from '../../workflows/deadlines/index.ts';
import type { Timer } from '../../workflows/deadlines/timer.ts';
import type { Effect } from '../../workflows/effects.ts';
import type { CaseEvent, EventType } from '../../workflows/events.ts';
import type { Party } from '../../workflows/roles.ts';
import type { CaseState } from '../../workflows/step.ts';
import type { LawBook } from '../law/law-book.ts';
import type { NamedFile } from './files/file.ts';

/** What is decided on one case, and what came of it. */

/** The case that a step belongs to, and whose it is. */
export interface Place {
  readonly id: string;
  readonly number: string;
  readonly ownerAccount: string | null;
  readonly partyCode: string | null;
}

export interface Act {
  readonly type: EventType;
  readonly data: object;
  readonly actor: string;
  readonly role: string;
  readonly party: Party;
  readonly computed: Computed;
  /** Files that came with it. They decide nothing. */
  readonly files?: readonly NamedFile[];
}

/** One event that happened, as history keeps it, with what is to be done for it. */
export interface Happened {
  readonly event: CaseEvent;
  readonly clause: string | null;
  readonly state: CaseState;
  readonly effects: readonly Effect[];
  readonly files?: readonly NamedFile[];
}

export interface Moment {
  readonly at: Temporal.Instant;
  readonly law: LawBook;
}

export interface Versioned {
  readonly state: CaseState;
  readonly version: number;
}

/** What the clock has to do with a case, and when. */
export interface Follows {
  readonly deadlines: readonly Deadline[];
  /** Soonest first. */
  readonly timers: readonly Timer[];
}

/** A step that is decided and not yet stored. */
export interface Decided {
  readonly place: Place;
  /** What was read of the case. */
  readonly from: Versioned;
  /** At least one event. */
  readonly happened: readonly Happened[];
  /** What follows for the case as it is left. */
  readonly follows: Follows;
  readonly moment: Moment;
}
