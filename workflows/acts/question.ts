import { z } from 'zod';
import type { Role } from '../roles.ts';

/** How a form asks for the data of an act, where their schema does not say it all. */

/** By what a part is asked for. `lines`: one item a line; `moment`: a day, told as an instant; `declaration`: a tick that
 *  must be made. */
export type Control =
  | 'line'
  | 'area'
  | 'lines'
  | 'day'
  | 'moment'
  | 'amount'
  | 'whole'
  | 'email'
  | 'phone'
  | 'tick'
  | 'declaration'
  | 'choice';

/** What stands in a field before anybody has typed. */
export type FirstValue =
  | 'today'
  | 'first-choice'
  | 'zero'
  | 'case-number'
  | 'channel-of-offer'
  | 'boundary-of-offer'
  | 'open-suspension'
  | 'money-outstanding'
  | 'money-received'
  | 'refund-due';

/** What a page gives where it does not ask: nothing, the side that the person stands on, or that a signature in a form
 *  which has a time stamp bears one. */
export type Instead = 'nothing' | 'own-side' | 'time-stamp';

export interface Question {
  /** Beside what the schema tells. */
  readonly as?: Control;
  readonly first?: FirstValue;
  /** Of the operator's people alone, who enter what came on paper. */
  readonly ofStaff?: true;
  /** From what a role chooses, where its form offers less than the schema allows. */
  readonly choices?: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** No form asks for it. */
  readonly instead?: Instead;
}

/** By what the pieces of payloads are asked for. A registry of our own: nothing of it reaches the API's document. */
const CONTROLS = z.registry<{ readonly control: Control }>();

/** A piece that says how it is asked for, wherever it stands. */
export function askedAs<Piece extends z.ZodType>(control: Control, piece: Piece): Piece {
  CONTROLS.add(piece, { control });
  return piece;
}

/** What a piece has said, also of a narrower one that was made of it. */
export const controlOfPiece = (piece: z.ZodType): Control | null => CONTROLS.get(piece)?.control ?? null;
