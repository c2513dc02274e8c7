import type { LawEntry } from '../../src/law/enacted-law.ts';
import type { Edition } from '../../src/law/law-book.ts';

/** What an administrator enters, each with its source. */

export const edition = (
  name: string,
  value: Edition['value'],
  since: string,
  status: Edition['status'] = 'verified',
) => ({
  name,
  value,
  since,
  source: 'Latvijas Vēstnesis',
  status,
});
export const figure = (...given: Parameters<typeof edition>): LawEntry => ({
  kind: 'figure',
  edition: edition(...given),
});
export const setting = (...given: Parameters<typeof edition>): LawEntry => ({
  kind: 'setting',
  edition: edition(...given),
});
