import type { Authority } from '../../workflows/facts.ts';
import { day, dayOf, isAfter, isBefore } from '../law/days.ts';
import { normalPartyCode } from '../law/party-code.ts';
import type { Caller } from './caller.ts';

/** Those who represent a customer (II.5.3): how they are known, and when their authority binds. */

/** A representative is named by a code, and is whoever proves to be of it (D-21); a name that anybody can take opens nothing. */
export const isAgent = (caller: Pick<Caller, 'partyCode'>, agent: string): boolean =>
  caller.partyCode !== null && normalPartyCode(agent) === caller.partyCode;

/** II.5.3, II.6.2: an authority binds from its receipt until the receipt of its revocation, within its own dates. */
export function isEffective(authority: Authority, at: Temporal.Instant, timeZone: string): boolean {
  const today = dayOf(at, timeZone);
  if (
    isBefore(today, day(authority.from)) ||
    (authority.until !== null && isAfter(today, day(authority.until)))
  )
    return false;
  if (authority.revokedAt === null) return true;
  return authority.revokedAt.length === 10
    ? isBefore(today, day(authority.revokedAt))
    : Temporal.Instant.compare(at, authority.revokedAt) < 0;
}

/** How a representative stands in the index of words: found by the whole name alone, as no typed word has a colon. */
export const agentWord = (agent: string): string => `agent:${normalPartyCode(agent).toLowerCase()}`;

/** Everybody who has ever represented, for the index; whether an authority binds is asked when the case is read. */
export const agentWordsOf = (authorities: readonly Authority[]): string[] => [
  ...new Set(authorities.map(({ agent }) => agentWord(agent))),
];
