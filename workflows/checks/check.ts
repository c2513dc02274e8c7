import { type Day, day, isAfter, isBefore } from '../../src/law/days.ts';
import { Refusal, type RefusalDetails } from '../../src/law/refusal.ts';
import { say, type Words } from '../../src/law/words.ts';
import type { CaseEvent } from '../case-event.ts';
import type { EventType } from '../events.ts';
import type { Facts } from '../facts.ts';

/** A guard that can tell why it refuses. `not-this-way` only chooses between the ways out of a state. */
export type Verdict = Refusal | 'not-this-way' | null;
export type Check<Type extends EventType = EventType> = (
  facts: Facts,
  event: CaseEvent<Type>,
  params?: Readonly<Record<string, string>>,
) => Verdict;

/** Gives a check of one event type the shape that the table of all checks has; the chart uses it for that type only. */
export const check = <Type extends EventType>(decide: Check<Type>): Check => decide as unknown as Check;

export const choose =
  (applies: (facts: Facts, event: CaseEvent) => boolean): Check =>
  (facts, event) =>
    applies(facts, event) ? null : 'not-this-way';

export const refuse = (details: RefusalDetails): Refusal => new Refusal(details);

export const tooEarly = (code: string, clause: string, allowedFrom: Day, detail: Words): Refusal =>
  new Refusal({ code, clause, allowedFrom, detail });

/** A date in a payload that cannot be, whatever the state of the case. */
export function fieldRefusal(field: string, clause: string, message: Words): Refusal {
  return new Refusal({
    code: `invalid.${field}`,
    kind: 'invalid',
    clause,
    detail: message,
    errors: [{ field, message }],
  });
}

/** Recorded acts lie in the past: a date after the day of recording is refused. */
export function notInTheFuture(
  field: string,
  iso: string | undefined,
  today: string,
  clause: string,
): Refusal | null {
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
  clause: string,
  what: Words,
): Refusal | null {
  if (iso === undefined || earliest === null || !isBefore(day(iso), day(earliest))) return null;
  return new Refusal({
    code: `too-early.${field}`,
    clause,
    allowedFrom: day(earliest),
    detail: say(
      `Datums ${iso} ir pirms ${earliest} (${what.lv}).`,
      `${iso} lies before ${earliest} (${what.en}).`,
    ),
    errors: [{ field, message: say(`ne agrāk kā ${earliest}`, `not before ${earliest}`) }],
  });
}
