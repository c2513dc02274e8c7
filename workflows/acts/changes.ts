import type { IsoDay } from '../../src/law/days.ts';
import type { Facts, Flag } from '../facts.ts';

/** Small changes that several acts write. */

export const withFlag = (facts: Pick<Facts, 'flags'>, name: Flag['name'], on: IsoDay): readonly Flag[] =>
  facts.flags.some((flag) => flag.name === name) ? facts.flags : [...facts.flags, { name, on }];

export const withoutFlags = (facts: Facts, ...names: Flag['name'][]): readonly Flag[] =>
  facts.flags.filter((flag) => !names.includes(flag.name));

/** Forgets that deadlines have passed, where their term starts anew. */
export const withoutPassed = (facts: Facts, ...names: string[]): Facts['passed'] =>
  Object.fromEntries(Object.entries(facts.passed).filter(([name]) => !names.includes(name)));

export function withoutConsent(facts: Facts, type: string): Facts['consents'] {
  const { [type]: _given, ...others } = facts.consents;
  return others;
}
