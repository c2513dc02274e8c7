import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import type { CaseView } from '../../src/casework/show/shown.ts';
import { firstDifference } from '../../src/casework/verify/difference.ts';
import { type Report, told } from '../../src/casework/verify/report.ts';
import { verifyHistory } from '../../src/casework/verify/verify-history.ts';
import { ANNA, signedIn } from '../../src/demo/people.ts';
import { run } from '../../src/verify-history.ts';
import { applicationSchema } from '../../workflows/application.ts';
import { CHART_VERSION } from '../../workflows/case-machine.ts';
import { describeOnBothDatabases, freshServerUrl } from '../support/database.ts';

const NOW = Temporal.Instant.from('2025-03-10T08:00:00Z');
const LV = { language: 'lv' } as const;

/** A case of the customer that was registered, routed, offered and signed by both sides. */
async function aSignedCase(db: Database, address: string): Promise<CaseView> {
  const { book } = await openLawShelf(db);
  const clock = { kind: 'virtual', now: async () => NOW } as const;
  const casework = createCasework({ db, clock, lawBook: book, compose: (notice) => ({ notice }) });
  const connection = { phases: 3, ampere: '25', volt: '400' } as const;
  const application = applicationSchema.parse({
    customer: ANNA,
    object: { address },
    connection,
    purpose: 'new',
  });
  const { id } = await casework.submit(signedIn('customer'), application, LV);
  const post = (who: 'customer' | 'engineer', type: string, data: Record<string, unknown>) =>
    casework.post(signedIn(who), id, { type, data }, LV);
  await post('engineer', 'application.routed', { designNeeded: false, contractorNeeded: false });
  await post('engineer', 'offer.issued', {
    quote: { connection: { ampere: '25', volt: '400', distanceM: '20' }, loadUnitPrice: '90.00' },
    termOn: '2025-09-01',
    paymentDueOn: '2025-04-20',
    channel: 'portal',
    ownershipBoundary: 'uzskaites sadalne',
    worksBeforeFullPayment: false,
    worksInWithdrawalPeriod: false,
  });
  await post('customer', 'contract.signed', { party: 'customer', form: 'portal' });
  await post('engineer', 'contract.signed', { party: 'operator', form: 'portal' });
  return casework.find(signedIn('customer'), id, 'lv');
}

const verified = async (db: Database): Promise<Report> => verifyHistory(db, await openLawShelf(db));

describeOnBothDatabases('the check of histories', (database) => {
  const cases = new Map<string, CaseView>();
  beforeAll(async () => {
    for (const name of ['whole', 'snapshot', 'status', 'version', 'events'])
      cases.set(name, await aSignedCase(database(), `${name} iela 1`));
  });
  const of = (name: string): CaseView => cases.get(name)!;
  const found = ({ differences }: Report, name: string) =>
    differences.filter(({ number }) => number === of(name).number);

  test('finds every case as its history tells it', async () => {
    const report = await verified(database());
    expect(report.differences).toEqual([]);
    expect(report.checked).toBe(5);
    expect([...report.versions]).toEqual([
      [CHART_VERSION, { cases: 5, live: 5, differing: 0, liveDiffering: 0 }],
    ]);
    expect(told(report)).toContain('5 come out the same, 0 otherwise');
  });

  test('a changed fact of a stored case is found, with its place and the event that wrote it', async () => {
    await database().query(
      `update cases set snapshot = jsonb_set(snapshot::jsonb, '{facts,offer,paymentDueOn}', '"2031-01-01"') where id = $1`,
      [of('snapshot').id],
    );
    const report = await verified(database());
    expect(found(report, 'snapshot')).toEqual([
      {
        number: of('snapshot').number,
        chartVersion: CHART_VERSION,
        live: true,
        event: { seq: 4, type: 'offer.issued' },
        path: 'facts.offer.paymentDueOn',
        what: 'the stored case differs from its history',
      },
    ]);
    expect(told(report)).toContain(
      `${of('snapshot').number} (live): event 4 offer.issued, facts.offer.paymentDueOn: the stored case differs`,
    );
  });

  test('a changed status and a changed version of a stored case are found', async () => {
    await database().query(`update cases set status = 'closed' where id = $1`, [of('status').id]);
    await database().query(`update cases set version = 99 where id = $1`, [of('version').id]);
    const report = await verified(database());
    expect(found(report, 'status')).toMatchObject([
      { path: 'status', what: 'stored as closed, comes out as in-force' },
    ]);
    expect(found(report, 'version')).toMatchObject([
      { path: 'version', what: 'stored as 99, the history has 6 events' },
    ]);
  });

  test('an event that the chart refuses is found, and nothing of what it says is told', async () => {
    await database().query(
      `insert into history (case_id, seq, type, at, actor, role, clause, data, status)
       values ($1, 7, 'offer.objected', '2025-03-11T08:00:00Z', 'customer', 'customer', null, $2, 'objected')`,
      [of('events').id, JSON.stringify({ reasons: 'a secret' })],
    );
    const report = await verified(database());
    expect(found(report, 'events')).toMatchObject([
      { event: { seq: 7, type: 'offer.objected' }, path: null, what: 'it is refused: case.not-possible-now' },
    ]);
    expect(told(report)).not.toContain('a secret');
  });

  test('whether a case is live is counted apart for each version of the chart', async () => {
    await database().query(`update cases set chart_version = '0' where id = $1`, [of('whole').id]);
    const { versions } = await verified(database());
    expect(versions.get('0')).toEqual({ cases: 1, live: 1, differing: 0, liveDiffering: 0 });
    expect(versions.get(CHART_VERSION)).toEqual({ cases: 4, live: 3, differing: 4, liveDiffering: 3 });
  });
});

describe('npm run verify-history', () => {
  const console = () => {
    const said: string[] = [];
    const hinted: string[] = [];
    return {
      said,
      hinted,
      run: (...args: string[]) =>
        run(
          args,
          (text) => said.push(text),
          (text) => hinted.push(text),
        ),
    };
  };

  test('ends with 0 on a folder whose cases come out the same, with 1 after one was changed', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'pieslegums-verify-'));
    const db = await openDatabase({ dataDir });
    await migrate(db);
    const { id } = await aSignedCase(db, 'Parauga iela 1');
    await db.close();
    const whole = console();
    expect(await whole.run('--data-dir', dataDir)).toBe(0);
    expect(whole.said.join('')).toContain('1 cases were rebuilt');

    const changed = await openDatabase({ dataDir });
    await changed.query(
      `update cases set snapshot = jsonb_set(snapshot::jsonb, '{facts,receivedOn}', 'null') where id = $1`,
      [id],
    );
    await changed.close();
    expect(await console().run('--data-dir', dataDir)).toBe(1);
    await rm(dataDir, { recursive: true });
  });

  test('reads a server by its address, and changes nothing there', async () => {
    const databaseUrl = await freshServerUrl();
    const db = await openDatabase({ databaseUrl });
    await aSignedCase(db, 'Parauga iela 2');
    const before = await db.query('select * from cases');
    expect(await console().run('--database-url', databaseUrl)).toBe(0);
    expect(await db.query('select * from cases')).toEqual(before);
    await db.close();
  });

  test('ends with 2 and a word on why where nothing can be checked', async () => {
    const missing = console();
    expect(await missing.run('--data-dir', join(tmpdir(), 'nothing-is-here'))).toBe(2);
    expect(missing.hinted.join('')).toContain('There is no embedded database');
    expect(await console().run('--data-dir', 'x', '--database-url', 'postgres://x')).toBe(2);
    expect(await console().run('--unknown')).toBe(2);
  });
});

describe('the first place at which two pieces of JSON differ', () => {
  test.each([
    [{ a: 1 }, { a: 1 }, null],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a.b[1]'],
    [{ a: null }, {}, 'a'],
    [{}, { a: undefined }, 'a'],
    [{ a: [] }, { a: {} }, 'a'],
    ['in', { contract: {} }, ''],
  ])('%j and %j differ at %j', (a, b, at) => {
    expect(firstDifference(a, b, '')).toBe(at);
  });
});
