import type { EventType } from '../../workflows/events.ts';
import type { Case, Teller } from '../journeys/story.ts';

/** For every act that has a form: a case in which it is possible, who does it, what the form is filled with, what is wrong
 *  in it at first, and which second person decides where one must. Fields that are not named keep what the form shows. */
export interface ActRow {
  readonly type: EventType;
  readonly as: string;
  readonly begin: (at: Teller) => Promise<Case>;
  readonly fields: Readonly<Record<string, string>>;
  readonly wrong: { readonly fields: Readonly<Record<string, string>>; readonly at: string };
  readonly second?: string;
  /** What the page before the act tells. */
  readonly tells?: string;
  /** What the history keeps of it. */
  readonly records?: Readonly<Record<string, unknown>>;
  /** What the law refuses although every field is filled in, and under which clause. */
  readonly refused?: { readonly fields: Readonly<Record<string, string>>; readonly clause: string };
}

export const TOO_LONG = 'x'.repeat(6000);

/** Who may do an act, written out once more by hand: roles in the order of the alphabet. */
export type WhoMay = Readonly<Partial<Record<EventType, string>>>;
