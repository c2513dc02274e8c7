import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { askApproval } from '../../db/approvals.ts';
import { commitSteps } from '../../db/commit.ts';
import { storeDocument } from '../../db/documents.ts';
import { sqlStateOf } from '../../db/errors.ts';
import { removeFile, storeFiles } from '../../db/files.ts';
import { addPayment } from '../../db/payments.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { AT, aCase, aNotice, anInvoice, created } from './a-step.ts';

/** Whether the database refuses each change of what shows who did what, and lets through what lawfully goes on. */

const CASE = randomUUID();
const DRAFT = randomUUID();
const APPROVAL = randomUUID();
const PAYMENT = randomUUID();
const of = (table: string, id: string) => `${table} where case_id = '${CASE}' and ${id}`;

const REFUSED: readonly (readonly [harm: string, change: string])[] = [
  ['an approval loses its second person', `update approvals set asked_by = 'maija' where id = '${APPROVAL}'`],
  ['an approval is of another act', `update approvals set event = '{"type":"x"}' where id = '${APPROVAL}'`],
  ['an approval is gone', `delete from approvals where id = '${APPROVAL}'`],
  ['money is gone', `delete from receipts where case_id = '${CASE}'`],
  ['money is less', `update receipts set amount = amount - 1 where case_id = '${CASE}'`],
  ['money came later', `update receipts set "on" = "on" + 1 where case_id = '${CASE}'`],
  ['an invoice asks for less', `update invoices set gross = 1 where case_id = '${CASE}'`],
  ['a settled invoice is open again', `update invoices set state = 'open' where number = 'settled-${CASE}'`],
  ['an invoice’s lines are others', `update invoices set data = '{}' where number = 'open-${CASE}'`],
  ['an invoice is gone', `delete from invoices where case_id = '${CASE}'`],
  ['a booked payment is not booked', `update payments set state = 'begun' where id = '${PAYMENT}'`],
  ['a payment is of another sum', `update payments set amount = 1 where id = '${PAYMENT}'`],
  ['a payment is gone', `delete from payments where id = '${PAYMENT}'`],
  ['a sent letter went elsewhere', `update notices set recipient = 'x' where id = 'sent'`],
  ['a sent letter says something else', `update notices set model = '{}' where id = 'sent'`],
  ['a sent letter has another document', `update notices set document_id = 'x' where id = 'sent'`],
  ['a sent letter waits again', `update notices set delivered_state = 'queued' where id = 'sent'`],
  ['a letter counts earlier', `update notices set deemed_received_on = '2025-03-11' where id = 'sent'`],
  ['a letter counts no more', `update notices set deemed_received_on = null where id = 'sent'`],
  ['a letter that came back was received', `update notices set delivered_state = 'sent' where id = 'failed'`],
  ['a waiting letter is of another kind', `update notices set notice = 'N-END' where id = 'waits'`],
  ['a letter is gone', `delete from ${of('notices', "id = 'waits'")}`],
  ['a file of an act is gone', `delete from case_files where case_id = '${CASE}'`],
  ['a file was added by another', `update case_files set added_by = 'x' where case_id = '${CASE}'`],
  ['a file came with another act', `update case_files set seq = 2 where case_id = '${CASE}'`],
  ['a document is of another name', `update documents set name = 'x' where case_id = '${CASE}'`],
  ['a document has other bytes', `update documents set sha256 = 'x' where case_id = '${CASE}'`],
  ['the text of Part II is gone', `delete from documents where id = 'terms-${CASE}'`],
  ['bytes are others', `update blobs set bytes = '\\x00'`],
  ...['approvals', 'receipts', 'invoices', 'payments', 'notices', 'case_files', 'history_seals'].map(
    (table) => [`${table} is empty`, `truncate ${table}`] as const,
  ),
  ['documents are gone', 'truncate documents cascade'],
  ['bytes are gone', 'truncate blobs cascade'],
];

const LAWFUL: readonly (readonly [act: string, change: string])[] = [
  [
    'an open invoice is voided',
    `update invoices set state = 'void', data = '{}' where number = 'open-${CASE}'`,
  ],
  [
    'an approval is decided',
    `update approvals set state = 'declined', decided_by = 'x' where id = '${APPROVAL}'`,
  ],
  [
    'a waiting letter gets another address',
    `update notices set recipient = 'x', model = '{}' where id = 'waits'`,
  ],
  [
    'a waiting letter leaves',
    `update notices set delivered_state = 'posted', sent_at = now() where id = 'waits'`,
  ],
  ['a letter counts later', `update notices set deemed_received_on = '2025-03-20' where id = 'sent'`],
  [
    'a sent letter comes back',
    `update notices set delivered_state = 'failed', deemed_received_on = null where id = 'sent'`,
  ],
];

describeOnBothDatabases('evidence', (database) => {
  const aFile = (caseId: string, seq: number | null) => ({
    file: {
      caseId,
      documentId: randomUUID(),
      seq,
      purpose: 'scan',
      addedBy: 'customer',
      addedRole: 'customer',
      addedAt: AT,
    },
    name: 'scan.pdf',
    contentType: 'application/pdf',
    bytes: new TextEncoder().encode(`file of ${caseId}`),
    sha256: '',
  });
  const draftFile = aFile(DRAFT, null);

  beforeAll(async () => {
    const letter = (id: string, deliveredState: string) =>
      aNotice(id, { deliveredState, deemedReceivedOn: '2025-03-12', documentId: `doc-${id}` });
    await commitSteps(database(), [
      created({
        caseId: CASE,
        receipts: [
          {
            seq: 1,
            k: 0,
            kind: 'received',
            amount: '10.00',
            on: '2025-03-10',
            reference: 'r',
            account: 'main',
            counts: true,
          },
        ],
        invoices: [anInvoice(`open-${CASE}`), anInvoice(`settled-${CASE}`, { state: 'settled' })],
        notices: [
          letter('sent', 'sent'),
          letter('waits', 'queued'),
          { ...letter('failed', 'failed'), deemedReceivedOn: null },
        ],
      }),
      created({ caseId: DRAFT, case: aCase({ status: 'draft' }) }),
    ]);
    await askApproval(database(), {
      id: APPROVAL,
      caseId: CASE,
      event: { type: 'offer.issued' },
      roles: ['engineer'],
      askedBy: 'engineer',
      askedRole: 'engineer',
      askedAt: AT,
    });
    await addPayment(database(), {
      caseId: CASE,
      id: PAYMENT,
      invoiceNumber: `open-${CASE}`,
      reference: 'r',
      amount: '10.00',
      payer: null,
      provider: 'bank',
      providerReference: null,
      state: 'paid',
      besides: false,
      createdAt: AT,
      endedAt: AT,
    });
    await database().transaction((tx) => storeFiles(tx, [aFile(CASE, 1), draftFile]));
    await storeDocument(database(), {
      id: `terms-${CASE}`,
      caseId: null,
      name: 'terms.pdf',
      contentType: 'application/pdf',
      createdAt: AT,
      bytes: new Uint8Array([1]),
    });
  });

  describe('is refused to be changed', () => {
    test.each(REFUSED)('%s', async (_harm, change) => {
      const error: unknown = await database()
        .query(change)
        .then(
          () => null,
          (one: unknown) => one,
        );
      expect(sqlStateOf(error), String(error)).toBe('P0403');
    });
  });

  describe('goes on where the act goes on', () => {
    test.each(LAWFUL)('%s', async (_act, change) => {
      await database().query(change);
    });

    test('an approval is decided once', async () => {
      await expect(
        database().query(`update approvals set state = 'applied' where id = '${APPROVAL}'`),
      ).rejects.toThrow(/append-only/);
    });

    test('the file of a draft is taken away', async () => {
      const { file, ...rest } = draftFile;
      await database().transaction((tx) => removeFile(tx, { ...file, ...rest, size: 1 }));
      expect(await database().query(`select from documents where case_id = '${DRAFT}'`)).toEqual([]);
    });
  });
});
