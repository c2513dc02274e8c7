import type { Connection, Transaction } from '../../../db/database.ts';
import { CaseHasMoved } from '../../../db/errors.ts';
import { bindFiles, filesOfCase } from '../../../db/files.ts';
import type { CaseRow } from '../../../db/rows.ts';
import type { Happened } from '../happened.ts';
import { keepFiles } from './case-files.ts';
import type { NamedFile } from './file.ts';
import { type AcceptableFile, namedFile } from './given-file.ts';

/** What an event brings beside its payload. */
interface EventFiles {
  /** As history names them. */
  readonly named: readonly NamedFile[];
  /** Stores them in the transaction of the step. */
  readonly alongside: (tx: Transaction, happened: readonly Happened[]) => Promise<void>;
}

/** The files that come with an event; where it files a draft, also those that the draft has gathered. null: none. */
export async function filesOfEvent(
  connection: Connection,
  row: CaseRow,
  type: string,
  given: readonly AcceptableFile[],
): Promise<EventFiles | null> {
  const gathered =
    row.status === 'draft' && type === 'application.submitted' ? await filesOfCase(connection, row.id) : [];
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
