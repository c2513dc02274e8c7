import { bankLinesOf, findBankLine } from '../../../db/bank-lines.ts';
import { findCase } from '../../../db/cases.ts';
import type { Database } from '../../../db/database.ts';
import { receiptsOf } from '../../../db/money.ts';
import type { CaseEvent } from '../../../workflows/events.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { bankReferenceAsOne } from '../carry-out/receipts.ts';

/** A line of the bank is received once, whoever enters it: two people with one statement before them book it twice else
 *  (II.10.2). The bank's own reference tells lines apart in all cases; without it, whoever enters a line that looks like an
 *  earlier one of the case is asked. At the same moment the version of the case decides, and the key of the line. */

type Line = CaseEvent<'payment.received'>['data'];

const plain = (reference: string | null): string =>
  (reference ?? '').toLocaleLowerCase('lv').replace(/[^\p{L}\p{N}]/gu, '');

export async function assertNotReceived(db: Database, caseId: string, line: Line): Promise<void> {
  const { account, bankReference, differsFrom } = line;
  const before =
    bankReference === undefined
      ? null
      : await findBankLine(db, { account, bankReference: bankReferenceAsOne(bankReference) });
  if (before) throw receivedAlready((await findCase(db, before.caseId))?.number ?? '', before.seq);
  const [receipts, lines] = await Promise.all([receiptsOf(db, caseId), bankLinesOf(db, caseId)]);
  const isKnownAsAnother = (seq: number): boolean =>
    bankReference !== undefined && lines.some((one) => one.seq === seq);
  const alike = receipts.findLast(
    (one) =>
      one.kind === 'received' &&
      one.amount === line.amount &&
      one.on === line.receivedOn &&
      one.account === account &&
      plain(one.reference) === plain(line.reference) &&
      !isKnownAsAnother(one.seq),
  );
  if (alike && alike.seq !== differsFrom) throw looksReceived(alike.seq);
}

const receivedAlready = (caseNumber: string, seq: number): Refusal =>
  new Refusal({
    code: 'payment.already-received',
    clause: 'II.10.2',
    detail: say(
      `Šī bankas rinda jau ir saņemta: lieta ${caseNumber}, ieraksts Nr. ${seq}. Otrreiz tā netiek grāmatota.`,
      `This line of the bank has been received: case ${caseNumber}, entry no. ${seq}. It is not booked twice.`,
    ),
  });

const looksReceived = (seq: number): Refusal =>
  new Refusal({
    code: 'payment.looks-received',
    clause: 'II.10.2',
    detail: say(
      `Tāds pats maksājums lietā jau ir: ieraksts Nr. ${seq} (tā pati summa, diena, konts un atsauce). Ja bankas izrakstā tā ir cita rinda, norādiet to: cita rinda nekā ieraksts Nr. ${seq} (differsFrom).`,
      `The case has the same payment already: entry no. ${seq} (same amount, day, account and reference). If it is another line of the statement, say so: another line than entry no. ${seq} (differsFrom).`,
    ),
  });
