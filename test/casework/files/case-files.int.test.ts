import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '../../../db/cases.ts';
import { filesOfCase } from '../../../db/files.ts';
import { historyOf } from '../../../db/history.ts';
import type { Caller } from '../../../src/casework/caller.ts';
import type { Casework } from '../../../src/casework/casework.ts';
import { createCasework } from '../../../src/casework/create.ts';
import { replay, sameState } from '../../../src/casework/decide/replay.ts';
import type { FilesOfCase, NewFile } from '../../../src/casework/files/file.ts';
import {
  CASE_LIMIT_BYTES,
  FILE_LIMIT_BYTES,
  FILES_A_CASE,
  FILES_AT_ONCE,
} from '../../../src/casework/files/limits.ts';
import { openLawShelf } from '../../../src/casework/law-shelf.ts';
import type { CaseView } from '../../../src/casework/show/shown.ts';
import { verifyHistory } from '../../../src/casework/verify/verify-history.ts';
import { ANNA, signedIn, type Who } from '../../../src/demo/people.ts';
import { callerBehind } from '../../../src/identity/accounts.ts';
import { DEMO_ACCOUNTS } from '../../../src/identity/demo-accounts.ts';
import { applicationSchema } from '../../../workflows/application.ts';
import { behindTheGuard } from '../../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { asice, file, heic, jpeg, pdf } from './file-samples.ts';

const NOW = Temporal.Instant.from('2025-03-10T08:00:00Z');
const LV = { language: 'lv' } as const;
const SHA256 = /^[\da-f]{64}$/;

const staff = (username: 'privacy' | 'admin'): Caller =>
  callerBehind(
    { ...DEMO_ACCOUNTS.find((one) => one.username === username)!, passwordHash: null, createdAt: '' },
    { level: '0', method: 'none', proven: false },
  );

const byPassword = (): Caller => ({ ...signedIn('customer'), level: 'P' });

describeOnBothDatabases('files of a case', (database) => {
  let casework: Casework;
  beforeAll(async () => {
    const { book } = await openLawShelf(database());
    const clock = { kind: 'virtual', now: async () => NOW } as const;
    casework = createCasework({ db: database(), clock, lawBook: book, compose: (notice) => ({ notice }) });
  });

  const application = () =>
    applicationSchema.parse({
      customer: ANNA,
      object: { address: `${randomUUID()} iela 1` },
      connection: { phases: 3, ampere: '25', volt: '400' },
      purpose: 'new',
    });
  const filed = (): Promise<CaseView> => casework.submit(signedIn('customer'), application(), LV);
  const aDraft = (): Promise<CaseView> => casework.draft(signedIn('customer'), application(), LV);

  /** A case with an offer that may be signed or objected to. */
  async function offered(): Promise<string> {
    const { id } = await filed();
    const post = (type: string, data: Record<string, unknown>) =>
      casework.post(signedIn('engineer'), id, { type, data }, LV);
    await post('application.routed', { designNeeded: false, contractorNeeded: false });
    await post('offer.issued', {
      quote: { connection: { ampere: '25', volt: '400', distanceM: '20' }, loadUnitPrice: '90.00' },
      termOn: '2025-09-01',
      paymentDueOn: '2025-04-20',
      channel: 'portal',
      ownershipBoundary: 'uzskaites sadalne',
      worksBeforeFullPayment: false,
      worksInWithdrawalPeriod: false,
    });
    return id;
  }

  /** As if the file had so many bytes. */
  const weighs = (documentId: string, bytes: number) =>
    behindTheGuard(
      database(),
      ['documents'],
      ['update documents set size = $2 where id = $1', [documentId, bytes]],
    );
  const add = (id: string, files: readonly NewFile[], who: Who = 'customer', idempotencyKey?: string) =>
    casework.addFiles(signedIn(who), id, files, idempotencyKey === undefined ? {} : { idempotencyKey });
  const filesFor = (id: string, who: Who = 'customer'): Promise<FilesOfCase> =>
    casework.files(signedIn(who), id);
  const objects = (id: string, files: readonly NewFile[], more: object = {}, who: Who = 'service') =>
    casework.post(
      signedIn(who),
      id,
      { type: 'offer.objected', data: { reasons: 'Trase šķērso dārzu.' } },
      { ...LV, files, ...more },
    );
  const countOf = async (table: string, where: string, value: string): Promise<number> =>
    (
      await database().query<{ count: number }>(
        `select count(*)::int as count from ${table} where ${where} = $1`,
        [value],
      )
    )[0]!.count;

  describe('are kept', () => {
    test('by the hash of their bytes: equal bytes once, each name for itself', async () => {
      const one = await filed();
      const other = await filed();
      const bytes = jpeg(randomUUID());
      const [first] = await add(one.id, [file(bytes, 'IMG_0001.JPG', 'photo')]);
      const [second] = await add(other.id, [file(bytes, 'mans.jpg', 'photo')]);
      expect(first).toEqual({
        documentId: expect.any(String),
        name: 'IMG_0001.JPG',
        contentType: 'image/jpeg',
        size: bytes.byteLength,
        sha256: expect.stringMatching(SHA256),
        purpose: 'photo',
        addedBy: 'customer',
        addedRole: 'customer',
        addedAt: '2025-03-10T08:00:00Z',
        seq: null,
      });
      expect(second).toMatchObject({ sha256: first!.sha256, name: 'mans.jpg' });
      expect(second!.documentId).not.toBe(first!.documentId);
      expect(await countOf('blobs', 'sha256', first!.sha256)).toBe(1);
      expect(await casework.document(signedIn('customer'), second!.documentId)).toEqual({
        name: 'mans.jpg',
        contentType: 'image/jpeg',
        isUpload: true,
        bytes: expect.toSatisfy((kept: Uint8Array) => Buffer.from(kept).equals(bytes)),
      });
    });

    test('up to the largest size, byte by byte', async () => {
      const { id } = await filed();
      const bytes = new Uint8Array(FILE_LIMIT_BYTES);
      bytes.set(pdf(randomUUID()));
      bytes[FILE_LIMIT_BYTES - 1] = 0xff;
      const [kept] = await add(id, [file(bytes, 'projekts.pdf', 'design')]);
      const read = await casework.document(signedIn('customer'), kept!.documentId);
      expect(Buffer.from(read.bytes).equals(bytes)).toBe(true);
    });

    test('once, however often the same request comes, also at the same time', async () => {
      const { id } = await filed();
      const key = randomUUID();
      const photo = file(jpeg(randomUUID()), 'foto.jpg', 'photo');
      const answers = await Promise.all([1, 2, 3].map(() => add(id, [photo], 'customer', key)));
      expect(new Set(answers.map(([one]) => one!.documentId)).size).toBe(1);
      expect((await filesFor(id)).items).toHaveLength(1);
      await expect(add(id, [file(jpeg('another'))], 'customer', key)).rejects.toMatchObject({
        code: 'idempotency-key.reused',
      });
      const other = await filed();
      await add(other.id, [file(jpeg('another'))], 'customer', key);
      expect((await filesFor(other.id)).items, 'a key is of one case').toHaveLength(1);
    });
  });

  describe('are refused', () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>');
    test.each([
      ['a page that is called a photo', [file(page, 'foto.jpg', 'photo')], 'file.type'],
      ['a drawing with scripts', [file(new TextEncoder().encode('<svg/>'), 'plāns.svg')], 'file.type'],
      [
        'a program that is called a PDF',
        [file(new TextEncoder().encode('MZ\x90'), 'rēķins.pdf')],
        'file.type',
      ],
      ['an empty file', [file(new Uint8Array())], 'file.empty'],
      ['a file above the limit', [file(new Uint8Array(FILE_LIMIT_BYTES + 1))], 'file.too-large'],
      ['too many at once', Array.from({ length: FILES_AT_ONCE + 1 }, () => file(pdf())), 'file.too-many'],
      ['none at all', [], 'file.missing'],
      ['a good one beside a bad one', [file(pdf('good'), 'labs.pdf'), file(page, 'slikts.pdf')], 'file.type'],
    ])('%s', async (_name, files, code) => {
      const { id } = await filed();
      await expect(add(id, files)).rejects.toMatchObject({
        code,
        kind: 'invalid',
        errors: [{ field: 'file' }],
      });
      expect((await filesFor(id)).items).toEqual([]);
    });

    test('a refusal names the file and the types that are taken, in both languages', async () => {
      const { id } = await filed();
      await expect(add(id, [file(page, '../\u202Eplāns.pdf')])).rejects.toMatchObject({
        detail: {
          lv: 'Failu „plāns.pdf” nevar pieņemt: pēc satura tas nav PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC vai ASiC-E.',
          en: 'The file “plāns.pdf” cannot be taken: by its content it is not PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC or ASiC-E.',
        },
      });
    });

    test('what a full case has no room for: neither by number nor by size', async () => {
      const full = await filed();
      for (let begun = 0; begun < FILES_A_CASE; begun += FILES_AT_ONCE)
        await add(
          full.id,
          Array.from({ length: FILES_AT_ONCE }, (_, index) => file(pdf(`${begun + index}`))),
        );
      await expect(add(full.id, [file(pdf('one more'))])).rejects.toMatchObject({
        code: 'file.case-is-full',
      });
      const heavy = await filed();
      const [kept] = await add(heavy.id, [file(pdf(randomUUID()))]);
      await weighs(kept!.documentId, CASE_LIMIT_BYTES - 10);
      await expect(add(heavy.id, [file(pdf('a page'))])).rejects.toMatchObject({ code: 'file.case-is-full' });
    });

    test('who fills the last place at the same time is counted', async () => {
      const { id } = await filed();
      const [kept] = await add(id, [file(pdf(randomUUID()))]);
      await weighs(kept!.documentId, CASE_LIMIT_BYTES - 40);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 5 }, (_, index) => add(id, [file(pdf(`only one of five ${index}`))])),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('are for those who may see the case', () => {
    test('another customer finds neither the case nor the file', async () => {
      const { id } = await filed();
      const [kept] = await add(id, [file(pdf(randomUUID()))]);
      const notFound = { kind: 'not-found' };
      await expect(add(id, [file(pdf())], 'company')).rejects.toMatchObject(notFound);
      await expect(filesFor(id, 'company')).rejects.toMatchObject(notFound);
      await expect(casework.document(signedIn('company'), kept!.documentId)).rejects.toMatchObject(notFound);
      await expect(casework.removeFile(signedIn('company'), id, kept!.documentId)).rejects.toMatchObject(
        notFound,
      );
    });

    test('II.5.4.3: whoever filed reads the own files by password, and does not add', async () => {
      const { id } = await filed();
      await expect(casework.addFiles(byPassword(), id, [file(pdf())], {})).rejects.toMatchObject({
        code: 'rights.not-identified',
      });
      expect(await casework.files(byPassword(), id)).toMatchObject({ mayAdd: false, mayRemove: false });
    });

    test('II.5.3: a representative adds where the authority covers supplementing the application', async () => {
      const authorised = async (scope: string): Promise<string> => {
        const { id } = await filed();
        const data = { agent: '40000000001', scope: [scope], from: '2025-03-01' };
        await casework.post(signedIn('customer'), id, { type: 'authority.filed', data }, LV);
        return id;
      };
      await add(await authorised('application.completed'), [file(pdf())], 'company');
      await expect(add(await authorised('contract.signed'), [file(pdf())], 'company')).rejects.toMatchObject({
        code: 'rights.outside-scope',
      });
    });

    test('staff who work on cases add and read, and every reading is noted', async () => {
      const { id } = await filed();
      for (const who of ['service', 'engineer', 'finance'] as const) {
        const [kept] = await add(id, [file(pdf(who), `${who}.pdf`, 'scan')], who);
        expect(kept).toMatchObject({ addedBy: who, addedRole: who });
        await casework.document(signedIn(who), kept!.documentId);
        await filesFor(id, who);
        const reads = await database().query<{ what: string }>(
          'select what from read_audit where case_id = $1 and account = $2 order by what',
          [id, who],
        );
        expect(reads.map(({ what }) => what)).toEqual([`document ${kept!.documentId}`, 'files']);
      }
      const { items } = await filesFor(id);
      expect(
        items.map(({ addedBy }) => addedBy),
        'a customer reads roles, no names',
      ).toEqual(['engineer', 'finance', 'service']);
    });

    test.each(['privacy', 'admin'] as const)('%s sees that there is a file, not which', async (who) => {
      const { id } = await filed();
      const [kept] = await add(id, [file(pdf(randomUUID()), 'diagnoze.pdf')]);
      const seen = await casework.files(staff(who), id);
      expect(seen).toMatchObject({ mayAdd: false, items: [{ documentId: kept!.documentId, name: null }] });
      await expect(casework.document(staff(who), kept!.documentId)).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(casework.addFiles(staff(who), id, [file(pdf())], {})).rejects.toMatchObject({
        kind: 'forbidden',
      });
    });
  });

  describe('of a draft', () => {
    test('can be taken away again, with their bytes where nobody else has the same', async () => {
      const { id } = await aDraft();
      const shared = pdf(randomUUID());
      const other = await filed();
      await add(other.id, [file(shared)]);
      const [own, both] = await add(id, [file(heic()), file(shared, 'tas pats.pdf')]);
      expect(await filesFor(id)).toMatchObject({ mayAdd: true, mayRemove: true });
      for (const { documentId } of [own!, both!, own!])
        await casework.removeFile(signedIn('customer'), id, documentId);
      expect((await filesFor(id)).items).toEqual([]);
      await expect(casework.document(signedIn('customer'), own!.documentId)).rejects.toMatchObject({
        kind: 'not-found',
      });
      expect(await countOf('blobs', 'sha256', own!.sha256)).toBe(0);
      expect(await countOf('blobs', 'sha256', both!.sha256), 'another case has the same').toBe(1);
    });

    test('taken away and added at the same time under the same bytes, are there or not, and never half', async () => {
      const { id } = await aDraft();
      const bytes = pdf(randomUUID());
      for (let round = 0; round < 5; round++) {
        const [kept] = await add(id, [file(bytes)]);
        const [, [added]] = await Promise.all([
          casework.removeFile(signedIn('customer'), id, kept!.documentId),
          add((await aDraft()).id, [file(bytes)]),
        ]);
        const read = await casework.document(signedIn('customer'), added!.documentId);
        expect(Buffer.from(read.bytes).equals(bytes)).toBe(true);
      }
    });

    test('are named by the event that files it, and stay from then on', async () => {
      const { id } = await aDraft();
      const [plan] = await add(id, [file(pdf(randomUUID()), 'plāns.pdf', 'application')]);
      await casework.post(signedIn('customer'), id, { type: 'application.submitted', data: {} }, LV);
      const history = await casework.history(signedIn('customer'), id);
      const filing = history.find(({ type }) => type === 'application.submitted')!;
      const { documentId, name, sha256 } = plan!;
      expect(filing.data).toMatchObject({ files: [{ documentId, name, sha256 }] });
      expect(await filesFor(id)).toMatchObject({
        mayAdd: true,
        mayRemove: false,
        items: [{ seq: filing.seq }],
      });
      await expect(casework.removeFile(signedIn('customer'), id, documentId)).rejects.toMatchObject({
        code: 'file.is-evidence',
        kind: 'not-possible',
      });
    });

    test('filed while one is taken away: history names what is there', async () => {
      for (let round = 0; round < 5; round++) {
        const { id } = await aDraft();
        const [kept] = await add(id, [file(pdf(randomUUID()))]);
        await Promise.allSettled([
          casework.post(signedIn('customer'), id, { type: 'application.submitted', data: {} }, LV),
          casework.removeFile(signedIn('customer'), id, kept!.documentId),
        ]);
        const history = await historyOf(database(), id);
        const filing = history.find(({ type }) => type === 'application.submitted')!.data as {
          files?: { documentId: string }[];
        };
        const stored = await filesOfCase(database(), id);
        expect((filing.files ?? []).map(({ documentId }) => documentId)).toEqual(
          stored.map(({ documentId }) => documentId),
        );
      }
    });
  });

  describe('that come with an act', () => {
    test('are stored with it, and history names them by their hash', async () => {
      const id = await offered();
      await objects(id, [
        file(pdf(randomUUID()), 'iebildumi.pdf', 'scan'),
        file(asice(), 'paraksts.asice', 'scan'),
      ]);
      const { items } = await filesFor(id, 'service');
      const act = (await casework.history(signedIn('service'), id)).find(
        ({ type }) => type === 'offer.objected',
      )!;
      expect(items).toHaveLength(2);
      for (const one of items)
        expect(one).toMatchObject({
          seq: act.seq,
          addedBy: 'service',
          addedRole: 'service',
          purpose: 'scan',
        });
      expect(act.data).toEqual({
        reasons: 'Trase šķērso dārzu.',
        files: expect.arrayContaining(
          items.map(({ documentId, name, sha256 }) => ({ documentId, name, sha256 })),
        ),
      });
      const row = (await findCase(database(), id))!;
      const { book } = await openLawShelf(database());
      expect(sameState(replay(await historyOf(database(), id), book()), row.snapshot as never)).toBe(true);
    });

    test('are not stored where the act is refused', async () => {
      const { id, version } = await filed();
      const bytes = pdf(randomUUID());
      await expect(objects(id, [file(bytes)])).rejects.toMatchObject({ kind: 'not-possible' });
      const stale = { expectedVersion: version + 7 };
      await expect(objects(await offered(), [file(bytes)], stale)).rejects.toMatchObject({
        code: 'case.stale-version',
      });
      expect((await filesFor(id)).items).toEqual([]);
      expect(await countOf('documents', 'case_id', id)).toBe(0);
    });

    test('make the act refused where they are not taken', async () => {
      const id = await offered();
      const before = await casework.find(signedIn('service'), id, 'lv');
      const page = file(new TextEncoder().encode('<html>'), 'iebildumi.pdf', 'scan');
      await expect(objects(id, [file(pdf()), page])).rejects.toMatchObject({ code: 'file.type' });
      expect(await casework.find(signedIn('service'), id, 'lv')).toEqual(before);
      expect((await filesFor(id)).items).toEqual([]);
    });

    test('make the act refused where the case is full', async () => {
      const id = await offered();
      const [kept] = await add(id, [file(pdf(randomUUID()))]);
      await weighs(kept!.documentId, CASE_LIMIT_BYTES);
      await expect(objects(id, [file(pdf())])).rejects.toMatchObject({ code: 'file.case-is-full' });
      expect(await casework.find(signedIn('service'), id, 'lv')).toMatchObject({ status: 'offered' });
    });

    test('come once with a second click, and another file under the same key is another request', async () => {
      const id = await offered();
      const scan = file(pdf(randomUUID()), 'iebildumi.pdf', 'scan');
      const once = { idempotencyKey: randomUUID() };
      const answers = await Promise.all([1, 2, 3].map(() => objects(id, [scan], once)));
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect((await filesFor(id)).items).toHaveLength(1);
      await expect(objects(id, [file(pdf('other'))], once)).rejects.toMatchObject({
        code: 'idempotency-key.reused',
      });
      await expect(objects(id, [], once)).rejects.toMatchObject({ code: 'idempotency-key.reused' });
    });

    test('come with the signature that concludes the contract', async () => {
      const id = await offered();
      await casework.post(
        signedIn('engineer'),
        id,
        { type: 'contract.signed', data: { party: 'operator', form: 'portal' } },
        LV,
      );
      await casework.post(
        signedIn('service'),
        id,
        { type: 'contract.signed', data: { party: 'customer', form: 'handwritten-identifiable' } },
        { ...LV, files: [file(jpeg(randomUUID()), 'paraksts.jpg', 'scan')] },
      );
      expect(await casework.find(signedIn('service'), id, 'lv')).toMatchObject({ status: 'in-force' });
      const signing = (await historyOf(database(), id))
        .filter(({ type }) => type === 'contract.signed')
        .at(-1)!;
      expect((await filesFor(id)).items).toMatchObject([{ name: 'paraksts.jpg', seq: signing.seq }]);
    });

    test('are refused with an act that waits for a second person, who would not see them', async () => {
      const id = await offered();
      await expect(
        casework.post(
          signedIn('service'),
          id,
          { type: 'application.annulled', data: { reasons: 'novecojis' } },
          { ...LV, files: [file(pdf())] },
        ),
      ).rejects.toMatchObject({ code: 'file.not-with-approval' });
    });
  });

  test('every case with files comes out of its history as it is stored', async () => {
    const report = await verifyHistory(database(), await openLawShelf(database()));
    expect(report.checked).toBeGreaterThan(20);
    expect(report.differences).toEqual([]);
  });
});
