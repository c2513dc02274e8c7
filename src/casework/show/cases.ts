import { CursorIsUnknown } from '../../../db/case-cursor.ts';
import { listCases } from '../../../db/case-list.ts';
import { Refusal } from '../../law/refusal.ts';
import { type Language, say } from '../../law/words.ts';
import { type Caller, isStaff } from '../caller.ts';
import { type CaseworkParts, momentNow } from '../parts.ts';
import type { CaseListQuery } from '../requests.ts';
import { searchedBy } from '../searched.ts';
import { note, visibleCase } from '../seen-case.ts';
import { listedFor, maySee } from '../visible.ts';
import { viewFor } from './filers-view.ts';
import type { CaseView } from './shown.ts';

/** Cases: a customer sees the own ones, staff all, each the part that the role needs. */

export async function findView(
  parts: CaseworkParts,
  caller: Caller,
  id: string,
  language: Language,
): Promise<CaseView> {
  const { row, moment } = await visibleCase(parts, caller, id);
  await note(parts, caller, row, 'case', moment.at);
  return viewFor(caller, row, moment, language);
}

export async function listViews(
  parts: CaseworkParts,
  caller: Caller,
  query: CaseListQuery,
  language: Language,
): Promise<{ items: CaseView[]; next: string | null }> {
  const { limit, cursor, ...filter } = query;
  const mine = isStaff(caller) ? undefined : listedFor(caller);
  if (mine === null) return { items: [], next: null };
  const [page, moment] = await Promise.all([
    listCases(
      parts.db,
      { ...searchedBy(caller, filter), ...(mine ? { mine } : {}) },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    ).catch(unknownCursor),
    momentNow(parts),
  ]);
  // The index knows who represents, not on which days: an authority that does not bind today shows nothing (II.5.3).
  const { timeZone } = moment.law.operator;
  const seen = page.items.filter((row) => maySee(caller, row, moment.at, timeZone));
  return {
    items: seen.map((row) => viewFor(caller, row, moment, language)),
    next: page.next,
  };
}

/** Bad input where a cursor is unknown; any other error as it is. */
export function unknownCursor(error: unknown): never {
  if (!(error instanceof CursorIsUnknown)) throw error;
  const message = say('nepazīstams kursors', 'the cursor is not of this list');
  throw new Refusal({
    code: 'invalid.cursor',
    kind: 'invalid',
    detail: message,
    errors: [{ field: 'cursor', message }],
  });
}
