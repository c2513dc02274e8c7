import type { CaseRow } from '../../../db/rows.ts';
import type { Role } from '../../../workflows/roles.ts';
import { type Caller, isStaff, workingRole, worksOnCases } from '../caller.ts';
import { assertMayPost } from '../visible.ts';

/** Who adds and reads files (readings.md#rights): whoever may supplement the application, and staff who work on the case.
 *  Data protection and administrators see that a file is there, not what it holds. */

export const mayReadFiles = (caller: Caller): boolean => !isStaff(caller) || worksOnCases(caller);

/** @throws Refusal `forbidden` */
export function assertMayAdd(caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string): void {
  if (isStaff(caller) && worksOnCases(caller)) return;
  assertMayPost(caller, row, 'application.completed', undefined, at, timeZone);
}

export function mayAdd(caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string): boolean {
  try {
    assertMayAdd(caller, row, at, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** In which role somebody adds a file. */
export const addingRole = (caller: Caller): Role => workingRole(caller) ?? 'customer';
