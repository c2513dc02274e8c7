import type { IsoDay } from '../../src/law/days.ts';
import type { CaseEvent } from '../case-event.ts';
import type { EventType } from '../events.ts';
import type { Facts, Flag } from '../facts.ts';

/** An event written into the facts: only what has changed. */
export type Change = Partial<Facts>;
export type Writing<Type extends EventType = EventType> = (
  facts: Facts,
  event: CaseEvent<Type>,
  params?: Readonly<Record<string, string>>,
) => Change;

/** Gives a record of one event type the shape of the table; the chart uses it for that type only. */
export const record = <Type extends EventType>(write: Writing<Type>): Writing => write as unknown as Writing;

export const withFlag = (facts: Facts, name: Flag['name'], on: IsoDay): readonly Flag[] =>
  facts.flags.some((flag) => flag.name === name) ? facts.flags : [...facts.flags, { name, on }];

export const withoutFlags = (facts: Facts, ...names: Flag['name'][]): readonly Flag[] =>
  facts.flags.filter((flag) => !names.includes(flag.name));

/** Forgets that deadlines have passed, where their term starts anew. */
export const withoutPassed = (facts: Facts, ...names: string[]): Facts['passed'] =>
  Object.fromEntries(Object.entries(facts.passed).filter(([name]) => !names.includes(name)));
