import { hash } from 'node:crypto';

/** The same body gives the same hash, whatever the order of its fields. */
export const bodyHash = (body: unknown): string => hash('sha256', JSON.stringify(sorted(body)));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
