import { keptQuote } from '../src/law/fees/kept-quote.ts';
import type { Consent, Facts } from './facts.ts';
import type { Happening } from './happening.ts';

/** Acts of both sides: each posts its own consent and the second one takes effect (II.12.1, II.14.1, II.4.6, II.11.4).
 *  The words of the agreement may differ; dates and amounts that both name may not. */

function termsOfConsent(event: Happening): Record<string, unknown> {
  const { agreement: _words, ...terms } = event.data as Record<string, unknown>;
  return terms;
}

export const consentOf = (event: Happening): Consent => ({
  by: event.party,
  on: event.today,
  terms: termsOfConsent(event),
  quote: event.computed.quote ? keptQuote(event.computed.quote) : null,
});

/** The other side's open consent, where it agrees with this one. */
export function matchingConsent(facts: Facts, event: Happening): Consent | null {
  const given = facts.consents[event.type];
  if (!given || given.by === event.party) return null;
  const mine = termsOfConsent(event);
  const agrees = Object.entries(given.terms).every(
    ([name, value]) => mine[name] === undefined || JSON.stringify(mine[name]) === JSON.stringify(value),
  );
  return agrees ? given : null;
}

/** What both sides have agreed, from both consents. */
export const agreedTerms = (facts: Facts, event: Happening): Record<string, unknown> => ({
  ...matchingConsent(facts, event)?.terms,
  ...termsOfConsent(event),
});
