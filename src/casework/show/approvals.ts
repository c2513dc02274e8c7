import { namesBehind } from '../../../db/accounts.ts';
import { approvalsOf, pendingApprovals } from '../../../db/approvals.ts';
import { findCase, findCases } from '../../../db/cases.ts';
import type { ApprovalRow, CaseRow } from '../../../db/rows.ts';
import { ROLES, type Role } from '../../../workflows/roles.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { type Caller, isStaff, worksOnCases } from '../caller.ts';
import { type CaseworkParts, momentNow } from '../parts.ts';
import { assertVisible } from '../visible.ts';
import type { ApprovalView } from './shown.ts';

/** Acts that wait for a second person, or waited (readings.md#rights). */

const rolesOf = (row: ApprovalRow): Role[] => ROLES.filter((role) => row.roles.includes(role));

/** Whether an approval is shown to somebody: who asked for it, and those who may decide it. */
export const concerns = (caller: Caller, row: ApprovalRow): boolean =>
  row.askedBy === caller.username || caller.roles.some((role) => row.roles.includes(role));

export async function listApprovals({ db }: CaseworkParts, caller: Caller): Promise<ApprovalView[]> {
  const mine = (await pendingApprovals(db)).filter((row) => concerns(caller, row));
  const caseIds = mine.map((row) => row.caseId);
  const [cases, names] = await Promise.all([findCases(db, caseIds), namesBehind(db, peopleOf(mine))]);
  const numbers = new Map(cases.map((row) => [row.id, row.number]));
  return mine.map((row) => viewOf(row, numbers.get(row.caseId) ?? '', names));
}

const peopleOf = (rows: readonly ApprovalRow[]): string[] =>
  rows.flatMap(({ askedBy, decidedBy }) => (decidedBy === null ? [askedBy] : [askedBy, decidedBy]));

const viewOf = (row: ApprovalRow, caseNumber: string, names: ReadonlyMap<string, string>): ApprovalView => ({
  id: row.id,
  caseId: row.caseId,
  caseNumber,
  event: row.event as ApprovalView['event'],
  askedBy: row.askedBy,
  askedByName: names.get(row.askedBy) ?? null,
  askedAt: row.askedAt,
  roles: rolesOf(row),
  state: row.state,
  decidedBy: row.decidedBy,
  decidedByName: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? null),
  decidedAt: row.decidedAt,
  reasons: row.reasons,
});

const forStaff = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say('Apstiprinājumus redz darbinieki.', 'Approvals are for staff.'),
  });

/** Every approval of one case with who decided it. Those who work on no cases learn of the act and not of its content,
 *  as in the history. */
export async function approvalsOfCase(
  parts: CaseworkParts,
  caller: Caller,
  caseId: string,
): Promise<ApprovalView[]> {
  const [row, { at, law }] = await Promise.all([findCase(parts.db, caseId), momentNow(parts)]);
  assertVisible(caller, row, caseId, at, law.operator.timeZone);
  if (!isStaff(caller)) throw forStaff();
  return approvalsOfSeen(parts, caller, row);
}

/** The approvals of a case that a member of staff was found to see. */
export async function approvalsOfSeen(
  parts: CaseworkParts,
  caller: Caller,
  row: Pick<CaseRow, 'id' | 'number'>,
): Promise<ApprovalView[]> {
  const knowsTheAct = worksOnCases(caller);
  const approvals = await approvalsOf(parts.db, row.id);
  const names = await namesBehind(parts.db, peopleOf(approvals));
  return approvals.map((one) => {
    const view = viewOf(one, row.number, names);
    if (knowsTheAct) return view;
    // What a customer's own act made void was ended by the customer.
    const decidedByName = view.state === 'void' ? null : view.decidedByName;
    return { ...view, event: { type: view.event.type }, reasons: null, decidedByName };
  });
}
