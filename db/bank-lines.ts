import type { Connection } from './database.ts';
import { type BankLineRow, columnsOf } from './rows.ts';
import { bankLines } from './schema.ts';

const LINE = columnsOf(bankLines, 'b');

/** Where a line of the bank has been received. */
export async function findBankLine(
  connection: Connection,
  { account, bankReference }: Pick<BankLineRow, 'account' | 'bankReference'>,
): Promise<BankLineRow | null> {
  const [row] = await connection.query<BankLineRow>(
    `select ${LINE} from bank_lines b where b.account = $1 and b.bank_reference = $2`,
    [account, bankReference],
  );
  return row ?? null;
}

export const bankLinesOf = (connection: Connection, caseId: string): Promise<BankLineRow[]> =>
  connection.query<BankLineRow>(`select ${LINE} from bank_lines b where b.case_id = $1`, [caseId]);

/** Waits for whoever enters the same line at this moment. false: it is received already. */
export async function addBankLine(connection: Connection, line: BankLineRow): Promise<boolean> {
  const added = await connection.db.insert(bankLines).values(line).onConflictDoNothing().returning();
  return added.length > 0;
}
