import { z } from 'zod';
import { withFlag } from '../acts/changes.ts';
import { type Change, type Way, type WayDefinition, type Writing, wayOf } from '../acts/way.ts';
import { choose } from '../conditions/verdict.ts';
import { isoDay } from '../data.ts';
import type { Facts } from '../facts.ts';
import type { Happening } from '../happening.ts';
import type { DeadlineRule } from './deadline.ts';

/** What the clock notes when a deadline has passed, and what follows from it. */

export const PASSED = 'deadline.passed';
export const passedData = z.strictObject({ name: z.string(), day: isoDay });
export type Passed = Happening<string, z.output<typeof passedData>>;

/** It is noted, and staff are told where it is a breach or opens a right. */
export function notePassed(
  rule: Pick<DeadlineRule, 'flag'> | undefined,
  facts: Facts,
  { data, today, law }: Passed,
): Change {
  const flag = rule?.flag?.(facts, law);
  return {
    passed: { ...facts.passed, [data.name]: data.day },
    flags: flag ? withFlag(facts, flag, today) : facts.flags,
  };
}

export const passingOf =
  (rule: DeadlineRule): Writing<Passed> =>
  (facts, event) =>
    notePassed(rule, facts, event);

type Passing = WayDefinition<Passed> & Required<Pick<WayDefinition<Passed>, 'clause'>>;

/** What the passing of one deadline does beyond being noted. */
export const whenPassed = (rule: DeadlineRule, what: string, definition: Passing): Way =>
  wayOf<Passed>(`${PASSED}: ${rule.name}, ${what}`, PASSED, null, {
    ...definition,
    deadline: rule.name,
    allowed: {
      deadlineIsThis: choose<Passed>((_facts, { data }) => data.name === rule.name),
      ...definition.allowed,
    },
  });
