import type { z } from 'zod';
import type { LetterAsked } from '../casework/carry-out/letter.ts';
import type { Enclosure } from './enclosures.ts';

/** One kind of letter: its view model, and how an event fills it. */
export interface LetterDefinition<Fields extends z.ZodType = z.ZodType> {
  readonly fields: Fields;
  readonly fill: (asked: LetterAsked) => z.input<Fields>;
  /** What a letter says anew when it goes out again and is received on another day. */
  readonly refill?: (asked: LetterAsked) => Partial<z.input<Fields>>;
  /** Whether a letter that did not arrive still holds; always, where it is left out. */
  readonly stands?: (asked: LetterAsked, written: z.output<Fields>) => boolean;
  /** What is sent along, each on a page of its own. */
  readonly enclose?: (asked: LetterAsked) => Enclosure[];
}

export const letter = <Fields extends z.ZodType>(
  definition: LetterDefinition<Fields>,
): LetterDefinition<Fields> => definition;
