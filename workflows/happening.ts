import type { IsoDay } from '../src/law/days.ts';
import type { LawBook } from '../src/law/law-book.ts';
import type { Computed } from './computed.ts';
import type { Party } from './roles.ts';

/** When and by whom something is done, and under which law: what can be told without knowing what. */
export interface Now {
  /** Instant of recording, RFC 3339. */
  readonly at: string;
  /** Its date in the operator's time zone. */
  readonly today: IsoDay;
  /** On whose behalf the actor acts. */
  readonly party: Party;
  readonly law: LawBook;
}

/** An act as the chart sees it. Time, actor and law come in with it. */
export interface Happening<Type extends string = string, Data = unknown> extends Now {
  readonly type: Type;
  readonly data: Data;
  /** Sequence number in the history of the case. */
  readonly seq: number;
  readonly actor: string;
  readonly role: string;
  readonly computed: Computed;
}
