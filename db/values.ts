/** How the values of both engines come back, so that no caller can tell which one answered:
 *  date → `2025-03-10`, timestamptz → `2025-03-10T08:00:00.12Z`, numeric → `1815.00` (text), int8 → number,
 *  json → parsed. Instants are compared as instants, not as text: they have as many decimals as they need. */

/** `2025-03-10 08:00:00.12+00` → `2025-03-10T08:00:00.12Z`. Every session runs in UTC (`connect.ts`). */
export const isoInstant = (text: string): string => {
  if (!text.endsWith('+00')) throw new Error(`An instant was expected in UTC, ending in +00; found ${text}.`);
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
};

/** Counts, identities and byte sizes; a number beyond 2^53 is refused rather than rounded. */
const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`A whole number up to 2^53 was expected; found ${text}.`);
  return value;
};

const asIs = (text: string): string => text;

/** Type numbers of PostgreSQL's catalogue. */
const OID = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  jsonb: 3802,
} as const;

export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: safeInteger,
  [OID.numeric]: asIs,
  [OID.date]: asIs,
  [OID.timestamp]: asIs,
  [OID.timestamptz]: isoInstant,
};
