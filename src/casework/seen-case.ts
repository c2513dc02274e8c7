import { recordReads } from '../../db/accounts.ts';
import { findCase } from '../../db/cases.ts';
import type { CaseRow } from '../../db/rows.ts';
import { type Caller, isStaff, worksOnCases } from './caller.ts';
import { type CaseworkParts, momentNow } from './parts.ts';
import { assertVisible } from './visible.ts';

/** Looking at one case: whether it is there for the caller, and who of the staff has read what of it. */

export async function visibleCase(parts: CaseworkParts, caller: Caller, id: string) {
  const [row, moment] = await Promise.all([findCase(parts.db, id), momentNow(parts)]);
  assertVisible(caller, row, id, moment.at, moment.law.operator.timeZone);
  return { row, moment };
}

/** Staff who read what is personal are noted with what they read (II.8.3, II.9.5). */
export async function note(
  { db }: CaseworkParts,
  caller: Caller,
  row: CaseRow,
  what: string | readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (!isStaff(caller) || !worksOnCases(caller)) return;
  const reader = { at: at.toString(), account: caller.username, caseId: row.id };
  await recordReads(db, reader, typeof what === 'string' ? [what] : what);
}

/** A case that the caller was found to see. */
export type SeenCase = Awaited<ReturnType<typeof visibleCase>>;
