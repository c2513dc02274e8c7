import type { Connection, Transaction } from '../../../db/database.ts';
import { CaseHasMoved } from '../../../db/errors.ts';
import { bindFiles, filesOfCase, type StoredFile } from '../../../db/files.ts';
import type { CaseRow } from '../../../db/rows.ts';
import { actOf, type EventType } from '../../../workflows/events.ts';
import type { Caller } from '../caller.ts';
import { actingRole } from '../decide/acts.ts';
import type { Happened } from '../happened.ts';
import type { EventRequest } from '../requests.ts';
import { keepFiles } from './case-files.ts';
import type { NamedFile } from './file.ts';
import { type AcceptableFile, namedFile } from './given-file.ts';
import { restsOnAFile } from './refusals.ts';

/** Files that came before the act: a draft has gathered them; or service has added to the case what its act rests on, each
 *  of them for one act. */
async function gatheredFor(
  connection: Connection,
  row: CaseRow,
  event: EventRequest,
  caller: Caller,
  given: readonly AcceptableFile[],
): Promise<readonly StoredFile[]> {
  if (row.status === 'draft' && event.type === 'application.submitted')
    return filesOfCase(connection, row.id);
  const act = actOf(event.type as EventType);
  const role = actingRole(caller, act.type as EventType);
  if (given.length > 0 || !act.restsOnFile(event.data, role)) return [];
  const fits = ({ seq, addedRole, purpose }: StoredFile): boolean =>
    seq === null &&
    addedRole === role &&
    role !== 'customer' &&
    (purpose === 'scan' || purpose === act.files.staff);
  const there = (await filesOfCase(connection, row.id)).filter(fits);
  if (there.length === 0) throw restsOnAFile(act.clause);
  return there;
}

/** What an event brings beside its payload. */
interface EventFiles {
  /** As history names them. */
  readonly named: readonly NamedFile[];
  /** Stores them in the transaction of the step. */
  readonly alongside: (tx: Transaction, happened: readonly Happened[]) => Promise<void>;
}

/** The files that come with an event. null: none.
 *  @throws Refusal where the act rests on a file and there is none */
export async function filesOfEvent(
  connection: Connection,
  row: CaseRow,
  event: EventRequest,
  caller: Caller,
  given: readonly AcceptableFile[],
): Promise<EventFiles | null> {
  const gathered = await gatheredFor(connection, row, event, caller, given);
  if (gathered.length + given.length === 0) return null;
  return {
    named: [...gathered, ...given].map(namedFile),
    async alongside(tx, happened) {
      const { seq, actor, role, at } = happened.find(({ files }) => files !== undefined)!.event;
      const ids = gathered.map(({ documentId }) => documentId);
      // One was taken away since it was read: decided anew, the event does not name it.
      if (ids.length > 0 && (await bindFiles(tx, row.id, ids, seq)) < ids.length)
        throw new CaseHasMoved(row.id);
      if (given.length === 0) return;
      const there = await filesOfCase(tx, row.id);
      await keepFiles(tx, row.id, given, there, { seq, addedBy: actor, addedRole: role, addedAt: at });
    },
  };
}
