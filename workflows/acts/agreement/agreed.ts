import { consentOf } from '../../consent.ts';
import type { Facts } from '../../facts.ts';
import { withoutFlags } from '../changes.ts';
import type { Change, Writing } from '../way.ts';

/** What acts of both sides have in common. */

/** The first consent waits for the other side. */
const recordConsent: Writing = (facts, event) => ({
  consents: { ...facts.consents, [event.type]: consentOf(event) },
});

export const FIRST_CONSENT = {
  says: 'The first consent waits for the other side.',
  write: recordConsent,
} as const;

/** A term agreed anew replaces the old one; suspensions before the agreement are in it. */
export function newTerm(facts: Facts, termOn: string, today: string): Change {
  return {
    term: { on: termOn, countsFrom: today },
    forceMajeure:
      facts.forceMajeure && facts.forceMajeure.endedOn === null
        ? { ...facts.forceMajeure, newTermAgreed: true }
        : facts.forceMajeure,
    flags: withoutFlags(facts, 'not-ready-by-term', 'offer-to-extend-term', 'term-missed-by-operator'),
  };
}
