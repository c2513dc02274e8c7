import type { Plural } from './message.ts';

/** The words of an act, all in one entry of one file for each language. */
export interface ActWords {
  /** What one may do: the label of the act. */
  readonly act: string;
  /** What has happened: the line of a timeline. */
  readonly event: string;
  /** What follows, told before it is confirmed; an act that has no form of its own needs none. */
  readonly follows?: string;
  /** Where it may be done in many cases at once: the button, by their number, and what follows in each. */
  readonly inBulk?: { readonly confirm: Plural; readonly follows: string };
  /** Parts of its form by their key, where they are called otherwise than in `parts.ts`. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly hints?: Readonly<Record<string, string>>;
  /** What a part is chosen from: words by the part's key and the value. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
