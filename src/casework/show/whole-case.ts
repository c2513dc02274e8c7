import type { Language } from '../../law/words.ts';
import { type Caller, isStaff } from '../caller.ts';
import { filesOfSeen } from '../files/case-files.ts';
import type { CaseworkParts } from '../parts.ts';
import { note, visibleCase } from '../seen-case.ts';
import { maySee } from '../visible.ts';
import { approvalsOfSeen } from './approvals.ts';
import { viewFor } from './filers-view.ts';
import { historyOfSeen } from './history.ts';
import { noticesOfSeen } from './letters.ts';
import type { WholeCase } from './shown.ts';

/** The case is found, and what staff read of it is noted, once for all its parts. */
export async function wholeCase(
  parts: CaseworkParts,
  caller: Caller,
  id: string,
  language: Language,
): Promise<WholeCase> {
  const seen = await visibleCase(parts, caller, id);
  const { row, moment } = seen;
  const { timeZone } = moment.law.operator;
  const [history, letters, files, approvals] = await Promise.all([
    historyOfSeen(parts, caller, seen),
    maySee(caller, row, moment.at, timeZone, 'letters') ? noticesOfSeen(parts, row) : [],
    filesOfSeen(parts, caller, row, moment.at, timeZone),
    isStaff(caller) ? approvalsOfSeen(parts, caller, row) : [],
    note(parts, caller, row, ['case', 'history', 'notices', 'files'], moment.at),
  ]);
  return {
    found: viewFor(caller, row, moment, language),
    history,
    letters,
    files,
    approvals,
  };
}
