import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import {
  accountActAppliedSchema,
  accountsSchema,
  accountWithLogSchema,
  jobsSchema,
  readsSchema,
} from '../../src/api/accounts-schemas.ts';
import { historyHeadSchema } from '../../src/api/history.routes.ts';
import { approvalsSchema, awaitsApprovalSchema, problemSchema } from '../../src/api/schemas.ts';
import { verifyChain } from '../../src/casework/verify/chain.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { applicationBody } from '../builders/application-body.ts';
import { openFreshEmbedded } from '../support/database.ts';

let db: Database;
let api: RunningApi;

beforeAll(async () => {
  db = await openFreshEmbedded();
  api = await runApi(db);
}, 60_000);

afterAll(async () => {
  await api.stop();
  await db.close();
});

const get = (path: string, as: string | null = 'admin') => api.call('get', path, { as });
const post = (path: string, body: unknown, as: string | null = 'admin') =>
  api.call('post', path, { as, body });
const NEW = { username: 'rita', name: 'Rita Kalniņa', roles: ['finance', 'engineer'] };

describe('accounts over HTTP', () => {
  test('401, 403, 404, 422, 409', async () => {
    expect((await get('/accounts', null)).status).toBe(401);
    for (const path of ['/accounts', '/accounts/demo-admin', '/accounts/nobody'])
      expect((await get(path, 'engineer')).status).toBe(403);
    expect((await get('/accounts/nobody')).status).toBe(404);
    expect((await post('/accounts/nobody', { act: 'dance' })).status).toBe(404);
    expect((await post('/accounts/demo-engineer', { act: 'dance' })).status).toBe(422);
    expect((await get('/accounts?role=king')).status).toBe(422);
    const own = await post('/accounts/demo-admin', { act: 'close' });
    expect([own.status, problemSchema.parse(own.body).type]).toEqual([
      409,
      'urn:pieslegums:problem:account.own-administration',
    ]);
  });

  test('202: an account is asked for, and signs in once another administrator has approved it', async () => {
    const lacking = await post('/accounts', { username: 'x', roles: ['clock'] });
    expect(
      problemSchema
        .parse(lacking.body)
        .errors?.map(({ field }) => field)
        .sort(),
    ).toEqual(['name', 'roles.0', 'username']);
    const asked = await post('/accounts', NEW);
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
    const { approvalId } = awaitsApprovalSchema.parse(asked.body);
    expect(asked.headers.get('Location')).toBe(`/api/v1/approvals/${approvalId}`);
    const applied = await post(`/approvals/${approvalId}`, { decision: 'apply' }, 'admin2');
    const { account, password } = accountActAppliedSchema.parse(applied.body);
    expect(account).toMatchObject({ username: 'rita', roles: ['engineer', 'finance'], active: true });
    expect((await post('/accounts', NEW)).status).toBe(409);
    expect((await post('/sessions', { username: 'rita', password }, null)).status).toBe(200);
    const { log } = accountWithLogSchema.parse((await get(`/accounts/${account.id}`)).body);
    expect(log).toMatchObject([{ what: 'account.created', actor: 'admin2', data: { askedBy: 'admin' } }]);
    const { items } = accountsSchema.parse((await get('/accounts?q=kalniņa')).body);
    expect(items.map(({ username }) => username)).toEqual(['rita']);
  });
});

describe('work in the background over HTTP', () => {
  test('is told to administrators; what has not failed is not tried again', async () => {
    expect(jobsSchema.parse((await get('/jobs')).body)).toMatchObject({ failed: [], failedLetters: 0 });
    expect((await get('/jobs', 'service')).status).toBe(403);
    expect((await post('/jobs', { caseId: 'x', deadline: 'term' })).status).toBe(422);
    const job = { caseId: '00000000-0000-4000-8000-000000000000', deadline: 'term' };
    expect((await post('/jobs', job)).status).toBe(404);
    expect((await post('/jobs', job, 'engineer')).status).toBe(403);
  });
});

describe('who read what, over HTTP', () => {
  test('data protection finds the reading of staff, and nobody else does', async () => {
    const { id, number } = (await post('/cases', applicationBody(), 'customer')).body as {
      id: string;
      number: string;
    };
    await get(`/cases/${id}`, 'finance');
    const { items } = readsSchema.parse((await get(`/reads?case=${number}&account=finance`, 'privacy')).body);
    expect(items).toMatchObject([{ account: 'finance', caseId: id, number, what: 'case' }]);
    expect((await get('/reads', 'admin')).status).toBe(403);
    expect((await get('/reads?day=yesterday', 'privacy')).status).toBe(422);
    expect((await get('/reads?before=x', 'privacy')).status).toBe(422);
  });

  test('the approvals of a case are for staff', async () => {
    const { id } = (await post('/cases', applicationBody(), 'customer')).body as { id: string };
    expect(approvalsSchema.parse((await get(`/cases/${id}/approvals`, 'service')).body).items).toEqual([]);
    expect((await get(`/cases/${id}/approvals`, 'customer')).status).toBe(403);
    expect((await get(`/cases/${id}/approvals`, 'company')).status).toBe(404);
    expect((await get('/cases/7/approvals', 'service')).status).toBe(404);
  });
});

describe('the head of the history over HTTP', () => {
  test('is for administrators and data protection, and covers what has just happened', async () => {
    expect((await get('/history/head', null)).status).toBe(401);
    for (const as of ['customer', 'engineer', 'service', 'finance'])
      expect((await get('/history/head', as)).status).toBe(403);
    const head = async (as: string) => historyHeadSchema.parse((await get('/history/head', as)).body);
    const before = await head('admin');
    expect(await head('privacy')).toEqual(before);
    expect((await post('/cases', applicationBody(), 'customer')).status).toBe(201);
    const after = await head('admin');
    expect(after.events).toBeGreaterThan(before.events);
    expect(after.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(after.hash).not.toBe(before.hash);
    expect(await verifyChain(db, before.hash ?? after.hash)).toMatchObject({ broken: [], unsealed: 0 });
  });
});
