import type { Clause } from '../../src/law/clauses.ts';
import { type Day, day, isAfter, isBefore } from '../../src/law/days.ts';
import type { RefusalDetails } from '../../src/law/refusal.ts';
import { say, type Words } from '../../src/law/words.ts';
import type { Facts } from '../facts.ts';
import type { Happening, Now } from '../happening.ts';

/** Why not. A refusal is made of it only when somebody is told: most conditions are asked to see what is possible. */
export type Reason = RefusalDetails;

/** What a condition says: nothing against it, why not, or only that this is not the way that is taken. */
export type Verdict = Reason | 'not-this-way' | null;

/** A condition that can be told without the payload: by it alone an act is possible now, or is not. */
export type Standing = (facts: Facts, now: Now) => Verdict;
/** A condition on the payload too. */
export type Asking<Event extends Happening = Happening> = (facts: Facts, event: Event) => Verdict;

/** A condition that only chooses between the ways out of a state. */
export const choose =
  <Event extends Now>(applies: (facts: Facts, event: Event) => boolean) =>
  (facts: Facts, event: Event): Verdict =>
    applies(facts, event) ? null : 'not-this-way';

export const refuse = (reason: Reason): Reason => reason;

export const tooEarly = (code: string, clause: Clause, allowedFrom: Day, detail: Words): Reason => ({
  code,
  clause,
  allowedFrom,
  detail,
});

/** A date in a payload that cannot be, whatever the state of the case. */
export function fieldRefusal(field: string, clause: Clause, message: Words): Reason {
  return {
    code: `invalid.${field}`,
    kind: 'invalid',
    clause,
    detail: message,
    errors: [{ field, message }],
  };
}

/** Recorded acts lie in the past: a date after the day of recording is refused. */
export function notInTheFuture(
  field: string,
  iso: string | undefined,
  today: string,
  clause: Clause,
): Reason | null {
  if (iso === undefined || !isAfter(day(iso), day(today))) return null;
  return fieldRefusal(
    field,
    clause,
    say(`Datums ${iso} ir nākotnē (šodien ir ${today}).`, `${iso} lies in the future (today is ${today}).`),
  );
}

export function notBefore(
  field: string,
  iso: string | undefined,
  earliest: string | null,
  clause: Clause,
  what: Words,
): Reason | null {
  if (iso === undefined || earliest === null || !isBefore(day(iso), day(earliest))) return null;
  return {
    code: `too-early.${field}`,
    clause,
    allowedFrom: day(earliest),
    detail: say(
      `Datums ${iso} ir pirms ${earliest} (${what.lv}).`,
      `${iso} lies before ${earliest} (${what.en}).`,
    ),
    errors: [{ field, message: say(`ne agrāk kā ${earliest}`, `not before ${earliest}`) }],
  };
}
