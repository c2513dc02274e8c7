import { normalPartyCode } from '../law/party-code.ts';

/** A Latvian personal code out of what a provider tells: `010190-10000`, `01019010000`, or with the country before it as
 *  ETSI EN 319 412-1 writes it, `PNOLV-010190-10000`. null for anything else. Codes of other countries have eleven digits
 *  too (Estonia, Lithuania): one that names its country is never taken for a Latvian one. */
export function latvianPersonalCode(told: unknown): string | null {
  if (typeof told !== 'string') return null;
  const [, digits] = /^(?:PNOLV-)?(\d{6}-?\d{5})$/.exec(told.trim()) ?? [];
  return digits === undefined ? null : normalPartyCode(digits);
}

/** A Latvian registration number out of what a provider tells: `40003000000`, or as ETSI EN 319 412-1 writes it,
 *  `NTRLV-40003000000`. null for anything else: numbers of other countries, and personal codes, which begin with a day of
 *  birth or 32 and never with 4 to 9. */
export function latvianRegistrationNumber(told: unknown): string | null {
  const one: unknown = Array.isArray(told) && told.length === 1 ? told[0] : told;
  if (typeof one !== 'string') return null;
  return /^(?:NTRLV-)?([4-9]\d{10})$/.exec(one.trim())?.[1] ?? null;
}
