import { createHash, randomUUID } from 'node:crypto';
import { askApproval, findApproval } from '../../../db/approvals.ts';
import { IdempotencyKeyTaken, sqlStateOf } from '../../../db/errors.ts';
import type { CaseRow } from '../../../db/rows.ts';
import type { EventType } from '../../../workflows/events.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { refusalOfReuse } from '../answers.ts';
import type { Caller } from '../caller.ts';
import type { Act, Moment } from '../happened.ts';
import type { CaseworkParts } from '../parts.ts';
import type { EventRequest, PostOutcome } from '../requests.ts';
import { actingRole } from './acts.ts';
import { bodyHash } from './body-hash.ts';
import { decide } from './decide.ts';

interface Asked {
  readonly event: EventRequest;
  readonly hash: string;
  readonly key: string | undefined;
}

/** The act is decided to see that it is possible, and waits for the second person; the case stays as it is. Asked again
 *  under the same key, it is the same request. */
export async function askSecondPerson(
  parts: CaseworkParts,
  caller: Caller,
  row: CaseRow,
  { event, hash, key }: Asked,
  roles: readonly string[],
  acts: readonly Act[],
  moment: Moment,
): Promise<PostOutcome> {
  const id = key === undefined ? randomUUID() : idOfKey(`${caller.accountId} ${key}`);
  const before = key === undefined ? null : await findApproval(parts.db, id);
  if (before) {
    const { type, ...data } = before.event as { type: string; [field: string]: unknown };
    if (bodyHash({ caseId: before.caseId, type, data }) !== hash) throw refusalOfReuse();
    return { kind: 'awaits-approval', approvalId: id };
  }
  decide({ state: row.snapshot as CaseState, version: row.version }, acts, moment);
  await askApproval(parts.db, {
    id,
    caseId: row.id,
    event: { type: event.type, ...event.data },
    roles: [...roles],
    askedBy: caller.username,
    askedRole: actingRole(caller, event.type as EventType),
    askedAt: moment.at.toString(),
  }).catch((error: unknown) => {
    throw sqlStateOf(error) === '23505' ? new IdempotencyKeyTaken() : error;
  });
  return { kind: 'awaits-approval', approvalId: id };
}

/** One key of one account gives one approval. */
function idOfKey(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
