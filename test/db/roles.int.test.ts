import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../db/connect.ts';
import { storeDocument } from '../../db/documents.ts';
import { sqlStateOf } from '../../db/errors.ts';
import { sealHistory } from '../../db/history-chain.ts';
import { migrate } from '../../db/migrate.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { verifyChain } from '../../src/casework/verify/chain.ts';
import { verifyHistory } from '../../src/casework/verify/verify-history.ts';
import { giveRoles } from '../../src/commands/roles.ts';
import { layDemoData } from '../../src/demo/lay-demo-data.ts';
import { readEnvironment } from '../../src/environment/read-environment.ts';
import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import { openMigrated } from '../../src/product/database.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { applicationBody } from '../builders/application-body.ts';

/** A database as an installation sets it up: owned by one role, worked on by another, checked by a third. */

const mark = randomUUID().slice(0, 8);
const NAME = `roles_${mark}`;
const OWNER = `owner_${mark}`;
const PRODUCT = `product_${mark}`;
const READER = `reader_${mark}`;

let owner: Database;
let product: Database;
let reader: Database;
let api: RunningApi;

const urlOf = (user: string): string => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${NAME}`;
  url.username = user;
  url.password = 'a password';
  return url.href;
};
const opened = (user: string): Promise<Database> => openDatabase({ databaseUrl: urlOf(user) });

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  // As docs/operations.md tells the administrator of the server.
  await admin.query('create role pieslegums_runtime');
  await admin.query('create role pieslegums_read');
  for (const role of [OWNER, PRODUCT, READER])
    await admin.query(`create role ${role} login password 'a password'`);
  await admin.query(`grant pieslegums_runtime to ${PRODUCT}`);
  await admin.query(`grant pieslegums_read to ${READER}`);
  await admin.query(`create database ${NAME} owner ${OWNER}`);
  await admin.end();
  owner = await opened(OWNER);
  await giveRoles(owner);
  await giveRoles(owner);
  product = await opened(PRODUCT);
  reader = await opened(READER);
  // The ordinary writes of a year, with every kind of act.
  const { book } = await openLawShelf(product);
  await layDemoData({
    db: product,
    lawBook: book,
    compose: (notice) => ({ notice }),
    now: Temporal.Instant.from('2026-11-20T08:00:00Z'),
  });
  await storeDocument(product, {
    id: 'scan',
    caseId: null,
    name: 'scan.pdf',
    contentType: 'application/pdf',
    createdAt: '2026-11-20T08:00:00Z',
    bytes: new Uint8Array([1]),
  });
  await sealHistory(product);
  api = await runApi(product);
}, 120_000);

afterAll(async () => {
  await api?.stop();
  for (const database of [reader, product, owner]) await database?.close();
});

const refusalOf = (database: Database, sql: string): Promise<string | undefined> =>
  database.query(sql).then(
    () => 'done',
    (error: unknown) => sqlStateOf(error),
  );

const NOT_ALLOWED = '42501';

describe('the role that the product works as', () => {
  test('does everything that the product does: its histories come out as they are stored', async () => {
    const report = await verifyHistory(product, await openLawShelf(product));
    expect(report.checked).toBeGreaterThan(20);
    expect(report.differences).toEqual([]);
    expect(await verifyChain(product)).toMatchObject({ broken: [], unsealed: 0 });
  });

  test('serves over HTTP: a customer signs in and applies, an administrator reads the head', async () => {
    const session = await api.call('post', '/sessions', {
      body: { username: 'customer', password: DEMO_PASSWORD },
    });
    expect(session.status).toBe(200);
    const filed = await api.call('post', '/cases', { as: 'customer', body: applicationBody() });
    expect(filed.status).toBe(201);
    expect((await api.call('get', '/history/head', { as: 'admin' })).status).toBe(200);
  });

  test('starts where nothing is to migrate, with the owner’s address and without it', async () => {
    expect(await migrate(product)).toBe(0);
    for (const owned of [{}, { OWNER_DATABASE_URL: urlOf(OWNER) }]) {
      const db = await openMigrated(readEnvironment({ DATABASE_URL: urlOf(PRODUCT), ...owned }));
      expect(await db.query('select current_user::text as me')).toEqual([{ me: PRODUCT }]);
      await db.close();
    }
  });

  test.each([
    'alter table history disable trigger history_is_append_only',
    'alter table history disable trigger all',
    'drop trigger history_is_append_only on history',
    'drop table history',
    'drop function refuse_change() cascade',
    'truncate history',
    'truncate history_unsealed',
    "set session_replication_role = 'replica'",
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    `create or replace function seal_history() returns bigint language sql as 'select 0::bigint'`,
    'create table history_seals_of_mine (no int)',
    'create temporary table history (case_id uuid)',
    `create function public.netstring(int) returns text language sql as 'select 1::text'`,
    'alter table history owner to current_user',
    'alter table history rename to former_history',
    'create rule quiet as on update to history do instead nothing',
    `set role ${OWNER}`,
    'delete from history',
    `update history set actor = 'somebody else'`,
    'delete from history_seals',
    'delete from history_unsealed',
    `insert into history_seals values (99, now(), 0, '', '')`,
    `insert into history_unsealed values (gen_random_uuid(), 1, 1, '')`,
    'delete from approvals',
    'delete from receipts',
    'delete from invoices',
    'delete from payments',
    'delete from notices',
    `update documents set name = 'x'`,
    `update blobs set bytes = ''`,
    `update law_editions set recorded_by = 'x'`,
    'delete from account_log',
    'delete from read_audit',
  ])('is not allowed: %s', async (sql) => {
    expect(await refusalOf(product, sql)).toBe(NOT_ALLOWED);
  });

  test('grants itself nothing', async () => {
    await refusalOf(product, `grant update on history to ${PRODUCT}`);
    expect(await refusalOf(product, `update history set actor = 'somebody else'`)).toBe(NOT_ALLOWED);
  });

  test.each([
    'update receipts set amount = amount + 1',
    `update notices set notice = 'N-OTHER'`,
    `update invoices set gross = 1`,
    `update approvals set asked_by = 'somebody else'`,
    'delete from documents',
    `insert into history select case_id, seq + 100, type, at, actor, role, clause, data, status, hash from history`,
  ])('is refused by the guard: %s', async (sql) => {
    expect(await refusalOf(product, sql)).toBe('P0403');
  });
});

describe('the role that reads', () => {
  test('checks the whole history', async () => {
    expect((await verifyHistory(reader, await openLawShelf(reader))).differences).toEqual([]);
    expect((await verifyChain(reader))!.broken).toEqual([]);
  });

  test.each([
    'insert into cases select * from cases limit 1',
    `update cases set status = 'closed'`,
    'delete from cases',
    'delete from deadlines',
    'select seal_history()',
    'select password_hash from accounts',
    'select token_hash from sessions',
    'create temporary table mine (no int)',
    'alter table history disable trigger all',
    'set role pieslegums_runtime',
  ])('is not allowed: %s', async (sql) => {
    expect(await refusalOf(reader, sql)).toBe(NOT_ALLOWED);
  });
});
