import { endApproval, findApproval } from '../../../db/approvals.ts';
import { ApprovalIsDecided } from '../../../db/errors.ts';
import { findAnswer } from '../../../db/load.ts';
import type { ApprovalRow } from '../../../db/rows.ts';
import type { Role } from '../../../workflows/roles.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import type { Caller } from '../caller.ts';
import { type CaseworkParts, momentNow } from '../parts.ts';
import type { PostOptions, PostOutcome } from '../requests.ts';
import { concerns } from '../show/approvals.ts';
import { postEvent } from './post-event.ts';

/** A second person decides on an act that waits (readings.md#rights). */

const notFound = (): Refusal =>
  new Refusal({
    code: 'approval.not-found',
    kind: 'not-found',
    detail: say('Šāda apstiprinājuma nav.', 'There is no such approval.'),
  });

/** Whoever asked may take it back (D-22), and nothing else. */
function assertMayDecide(caller: Caller, row: ApprovalRow, decision: 'apply' | 'decline'): void {
  if (row.askedBy === caller.username && decision === 'decline') return;
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
  assertMayDecide(caller, row, decision.decision);
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
