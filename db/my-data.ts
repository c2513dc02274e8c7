import type { Connection } from './database.ts';
import { type AccountRow, type CaseRow, columnsOf } from './rows.ts';
import { accounts, cases } from './schema.ts';

/** What is held on one person, gathered from all tables in a fixed number of questions. */

const CASE = columnsOf(cases, 'c');

/** The person's own cases, and those in which it represents somebody; the latest first. */
export const casesOfPerson = (
  connection: Connection,
  person: {
    readonly accountId: string;
    readonly partyCode: string | null;
    readonly agentWords: readonly string[];
  },
): Promise<CaseRow[]> =>
  connection.query<CaseRow>(
    `select ${CASE} from cases c
     where c.owner_account = $1 or c.party_code = $2::text
       or c.id = any(array(select w.case_id from case_words w where w.word = any($3::text[])))
     order by c.created_at desc, c.id`,
    [person.accountId, person.partyCode, person.agentWords],
  );

/** Accounts of natural persons under one personal code that no provider of identities has proven. */
export const unprovenAccountsOf = (connection: Connection, partyCode: string): Promise<AccountRow[]> =>
  connection.query<AccountRow>(
    `select ${columnsOf(accounts, 'a')} from accounts a
     where a.party_code = $1 and a.kind = 'natural' and a.active
       and not exists (select from sign_in_identities i where i.account_id = a.id)
     order by a.created_at, a.id`,
    [partyCode],
  );

export interface StaffRead {
  readonly caseId: string;
  readonly day: string;
  readonly roles: readonly string[];
  readonly times: number;
}

/** Who of the staff read the cases, by role and day: the latest first. */
export const staffReadsOf = (
  connection: Connection,
  caseIds: readonly string[],
  timeZone: string,
): Promise<StaffRead[]> =>
  connection.query<StaffRead>(
    `select r.case_id as "caseId", (r.at at time zone $2)::date::text as day, a.roles, count(*)::int as times
     from read_audit r join accounts a on a.username = r.account
     where r.case_id = any($1::uuid[])
     group by r.case_id, day, a.roles order by day desc, r.case_id, a.roles`,
    [caseIds, timeZone],
  );

/** How often a member of staff read personal data, and on which days for the first and the last time. */
export async function ownReadsOf(
  connection: Connection,
  username: string,
): Promise<{ readonly times: number; readonly cases: number }> {
  const [row] = await connection.query<{ times: number; cases: number }>(
    'select count(*)::int as times, count(distinct case_id)::int as cases from read_audit where account = $1',
    [username],
  );
  return row!;
}

export interface LetterOfPerson {
  readonly caseId: string;
  readonly id: string;
  readonly notice: string;
  readonly channel: string;
  readonly to: string;
  readonly sentAt: string | null;
  readonly deliveredState: string;
  readonly deemedReceivedOn: string | null;
  readonly documentId: string | null;
}

/** The latest first. */
export const lettersOfCases = (
  connection: Connection,
  caseIds: readonly string[],
): Promise<LetterOfPerson[]> =>
  connection.query<LetterOfPerson>(
    `select n.case_id as "caseId", n.id, n.notice, n.channel, n.recipient as "to", n.sent_at as "sentAt",
       n.delivered_state as "deliveredState", n.deemed_received_on as "deemedReceivedOn", n.document_id as "documentId"
     from notices n where n.case_id = any($1::uuid[]) order by n.created_at desc, n.id`,
    [caseIds],
  );

export interface RowOfCase {
  readonly caseId: string;
  readonly [field: string]: unknown;
}

/** Money, files and reminders of the cases, as they stand. */
export async function particularsOfCases(
  connection: Connection,
  caseIds: readonly string[],
  accountId: string,
): Promise<{
  readonly invoices: readonly RowOfCase[];
  readonly receipts: readonly RowOfCase[];
  readonly payments: readonly RowOfCase[];
  readonly files: readonly RowOfCase[];
  readonly reminders: readonly RowOfCase[];
}> {
  const ids = [caseIds];
  const [invoices, receipts, payments, files, reminders] = await Promise.all([
    connection.query<RowOfCase>(
      `select case_id as "caseId", number, kind, issued_on as "issuedOn", due_on as "dueOn", gross::text as "amountGross", reference, state
       from invoices where case_id = any($1::uuid[]) order by issued_on, number`,
      ids,
    ),
    connection.query<RowOfCase>(
      `select case_id as "caseId", kind, "on", amount::text as amount, reference, account
       from receipts where case_id = any($1::uuid[]) order by "on", case_id`,
      ids,
    ),
    connection.query<RowOfCase>(
      `select case_id as "caseId", invoice_number as "invoiceNumber", amount::text as amount, provider, state, created_at as "createdAt"
       from payments where case_id = any($1::uuid[]) order by created_at`,
      ids,
    ),
    connection.query<RowOfCase>(
      `select f.case_id as "caseId", f.document_id as "documentId", d.name, f.purpose, f.added_role as "addedByRole", f.added_at as "addedAt"
       from case_files f join documents d on d.id = f.document_id where f.case_id = any($1::uuid[]) order by f.added_at`,
      ids,
    ),
    connection.query<RowOfCase>(
      `select case_id as "caseId", deadlines, email, language, changed_at as "changedAt"
       from reminder_wishes where account_id = $1 order by changed_at`,
      [accountId],
    ),
  ]);
  return { invoices, receipts, payments, files, reminders };
}
