import type { Connection, Statement } from './database.ts';

const RECORD: Statement = {
  name: 'record_reads_of_cases',
  text: `insert into read_audit (at, account, case_id, what)
    select $1::timestamptz, $2, case_id, $3 from unnest($4::uuid[]) case_id`,
};

/** Notes that a member of staff has read personal data of several cases at once. */
export async function recordReads(
  connection: Connection,
  read: {
    readonly at: string;
    readonly account: string;
    readonly caseIds: readonly string[];
    readonly what: string;
  },
): Promise<void> {
  if (read.caseIds.length === 0) return;
  await connection.query(RECORD, [read.at, read.account, read.what, read.caseIds]);
}
