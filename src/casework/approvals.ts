import { namesBehind } from '../../db/accounts.ts';
import { approvalsOf, endApproval, findApproval, pendingApprovals } from '../../db/approvals.ts';
import { findCase, findCases } from '../../db/cases.ts';
import { ApprovalIsDecided } from '../../db/errors.ts';
import { findAnswer } from '../../db/load.ts';
import type { ApprovalRow, CaseRow } from '../../db/rows.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import type { Caller, Role } from './caller.ts';
import { isStaff, ROLES } from './caller.ts';
import type { ApprovalView, PostOptions, PostOutcome } from './casework.ts';
import { type CaseworkParts, momentNow } from './parts.ts';
import { postEvent } from './post-event.ts';
import { assertVisible } from './visible.ts';

/** Acts that wait for a second person (readings.md#rights). */

const rolesOf = (row: ApprovalRow): Role[] => ROLES.filter((role) => row.roles.includes(role));

const concerns = (caller: Caller, row: ApprovalRow): boolean =>
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
  const worksOnCases = caller.roles.some((role) => CASE_ROLES.has(role));
  const approvals = await approvalsOf(parts.db, row.id);
  const names = await namesBehind(parts.db, peopleOf(approvals));
  return approvals.map((one) => {
    const view = viewOf(one, row.number, names);
    if (worksOnCases) return view;
    // What a customer's own act made void was ended by the customer.
    const decidedByName = view.state === 'void' ? null : view.decidedByName;
    return { ...view, event: { type: view.event.type }, reasons: null, decidedByName };
  });
}

const CASE_ROLES: ReadonlySet<Role> = new Set<Role>(['service', 'engineer', 'finance']);

const notFound = (): Refusal =>
  new Refusal({
    code: 'approval.not-found',
    kind: 'not-found',
    detail: say('Šāda apstiprinājuma nav.', 'There is no such approval.'),
  });

function assertSecondPerson(caller: Caller, row: ApprovalRow): void {
  if (row.askedBy !== caller.username && caller.roles.some((role) => row.roles.includes(role))) return;
  throw new Refusal({
    code: 'approval.second-person',
    kind: 'forbidden',
    detail: say(
      'Lemj cita persona, nevis tā, kas ierosināja.',
      'Another person decides, not the one who asked.',
    ),
  });
}

/** The first person's act, done with the second person's consent: history names both. */
const asFirstPerson = (row: ApprovalRow): Caller => ({
  accountId: `approval:${row.id}`,
  username: row.askedBy,
  roles: [row.askedRole as Role],
  level: '0',
  method: 'none',
  kind: 'staff',
  partyCode: null,
});

const alreadyDecided = (): Refusal =>
  new Refusal({
    code: 'approval.decided',
    detail: say('Par šo apstiprinājumu jau ir lemts.', 'This approval has already been decided.'),
  });

export async function decideApproval(
  parts: CaseworkParts,
  caller: Caller,
  approvalId: string,
  decision: { decision: 'apply' | 'decline'; reasons: string },
  options: PostOptions,
): Promise<PostOutcome | { kind: 'declined' }> {
  const row = await findApproval(parts.db, approvalId);
  if (!row || !concerns(caller, row)) throw notFound();
  assertSecondPerson(caller, row);
  const first = asFirstPerson(row);
  const key = options.idempotencyKey;
  const answered = key === undefined ? null : await findAnswer(parts.db, first.accountId, key);
  if (answered) return answered.response as PostOutcome;
  if (row.state !== 'pending') throw alreadyDecided();
  const reasons = decision.reasons.trim() === '' ? null : decision.reasons;
  const { type, ...data } = row.event as { type: string; [field: string]: unknown };
  try {
    if (decision.decision === 'decline') {
      const at = (await momentNow(parts)).at.toString();
      await endApproval(parts.db, row.id, { state: 'declined', by: caller.username, at, reasons });
      return { kind: 'declined' };
    }
    return await postEvent(
      parts,
      first,
      row.caseId,
      { type, data },
      { language: options.language, ...(key === undefined ? {} : { idempotencyKey: key }) },
      { step: { id: row.id, state: 'applied', decidedBy: caller.username, reasons }, by: caller },
    );
  } catch (error) {
    throw error instanceof ApprovalIsDecided ? alreadyDecided() : error;
  }
}
