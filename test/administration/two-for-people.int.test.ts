import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { accountActAppliedSchema, accountsSchema } from '../../src/api/accounts-schemas.ts';
import { approvalsSchema, awaitsApprovalSchema, problemSchema } from '../../src/api/schemas.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** D-22, A05: no administrator alone makes an account that works, takes a role, or acts as a colleague. */
describeOnBothDatabases('four eyes over people', (database) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runApi(database());
  }, 60_000);
  afterAll(() => api.stop());

  const get = (path: string, as: string | null = 'admin') => api.call('get', path, { as });
  const post = (path: string, body: unknown, as: string | null = 'admin') =>
    api.call('post', path, { as, body });
  const ask = async (path: string, body: unknown, as = 'admin'): Promise<string> => {
    const answer = await post(path, body, as);
    expect(answer.status, JSON.stringify(answer.body)).toBe(202);
    return awaitsApprovalSchema.parse(answer.body).approvalId;
  };
  const rolesOf = async (username: string): Promise<readonly string[] | undefined> => {
    const { items } = accountsSchema.parse((await get(`/accounts?q=${username}&limit=200`)).body);
    return items.find((one) => one.username === username)?.roles;
  };
  const signsIn = async (username: string, password: string): Promise<number> =>
    (await post('/sessions', { username, password }, null)).status;
  const codeOf = (answer: { readonly body: unknown }): string =>
    problemSchema.parse(answer.body).type.replace('urn:pieslegums:problem:', '');

  describe('one administrator alone', () => {
    test('makes no account: nobody can sign in by what was asked for', async () => {
      const asked = await post('/accounts', { username: 'ghost', name: 'Spoks', roles: ['admin'] });
      expect(asked.status).toBe(202);
      expect(JSON.stringify(asked.body)).not.toMatch(/password|code|token/i);
      expect(await rolesOf('ghost')).toBeUndefined();
      const { approvalId } = awaitsApprovalSchema.parse(asked.body);
      const own = await post(`/approvals/${approvalId}`, { decision: 'apply', reasons: 'es pats' });
      expect([own.status, codeOf(own)]).toEqual([403, 'approval.second-person']);
      expect(await rolesOf('ghost')).toBeUndefined();
    });

    test('takes no role for itself and gives none to an accomplice', async () => {
      for (const who of ['demo-admin', 'demo-engineer']) {
        const id = await ask(`/accounts/${who}`, { act: 'roles', roles: ['finance', 'admin'] });
        expect((await post(`/approvals/${id}`, { decision: 'apply' })).status).toBe(403);
      }
      expect(await rolesOf('admin')).toEqual(['admin']);
      expect(await rolesOf('engineer')).toEqual(['engineer']);
      expect((await get('/bank-entries', 'engineer')).status).not.toBe(200);
    });

    test('learns no colleague’s new password, before or after it was approved', async () => {
      const asked = await post('/accounts/demo-service2', { act: 'password' });
      expect(await signsIn('service2', 'demo')).toBe(200);
      const { approvalId } = awaitsApprovalSchema.parse(asked.body);
      const applied = await post(`/approvals/${approvalId}`, { decision: 'apply' }, 'admin2');
      const { password } = accountActAppliedSchema.parse(applied.body);
      expect(await signsIn('service2', 'demo')).toBe(401);
      for (const path of ['/accounts/demo-service2', '/approvals', '/accounts?q=service2'])
        expect(JSON.stringify((await get(path)).body)).not.toContain(password);
      const again = await post(`/approvals/${approvalId}`, { decision: 'apply' }, 'admin2');
      expect([again.status, codeOf(again)]).toEqual([409, 'approval.decided']);
    });

    test('opens no closed account again', async () => {
      expect((await post('/accounts/demo-finance2', { act: 'close' })).status).toBe(200);
      const id = await ask('/accounts/demo-finance2', { act: 'open' });
      expect(await signsIn('finance2', 'demo')).toBe(401);
      expect((await post(`/approvals/${id}`, { decision: 'apply' })).status).toBe(403);
      expect(await signsIn('finance2', 'demo')).toBe(401);
      expect((await post(`/approvals/${id}`, { decision: 'apply' }, 'admin2')).status).toBe(200);
      expect(await signsIn('finance2', 'demo')).toBe(200);
    });

    test('switches four eyes off neither by the law nor by an account of its own making', async () => {
      const since = '2025-04-01';
      const setting = {
        kind: 'setting',
        name: 'offer.financeApproval',
        value: false,
        since,
        source: 'es pats',
      };
      const proposed = await post('/law/proposals', setting);
      const proposal = (proposed.body as { id: string }).id;
      await ask('/accounts', { username: 'second', name: 'Otrais es', roles: ['admin'] });
      expect(await signsIn('second', 'anything at all')).toBe(401);
      const own = await post(`/law/proposals/${proposal}/decision`, { decision: 'apply', reasons: 'x' });
      expect(own.status).not.toBe(200);
    });
  });

  test('who is no administrator neither sees nor decides what waits', async () => {
    const id = await ask('/accounts/demo-privacy', { act: 'roles', roles: ['privacy', 'service'] });
    for (const who of ['engineer', 'finance', 'privacy', 'customer'])
      expect([who, (await post(`/approvals/${id}`, { decision: 'apply' }, who)).status]).toEqual([who, 404]);
    const { items } = approvalsSchema.parse((await get('/approvals', 'privacy')).body);
    expect(items.map((one) => one.id)).not.toContain(id);
    const seen = approvalsSchema.parse((await get('/approvals', 'admin2')).body).items;
    expect(seen.find((one) => one.id === id)).toMatchObject({
      caseId: null,
      askedBy: 'admin',
      roles: ['admin'],
      event: { type: 'account.roles', username: 'privacy', roles: ['service', 'privacy'] },
    });
  });

  test('who asked takes it back, and nobody applies it afterwards', async () => {
    const id = await ask('/accounts/demo-engineer2', { act: 'roles', roles: ['engineer', 'finance'] });
    expect(await ask('/accounts/demo-engineer2', { act: 'roles', roles: ['engineer', 'finance'] })).toBe(id);
    const back = await post(`/approvals/${id}`, { decision: 'decline' });
    expect(back.body).toEqual({ approvalId: id, state: 'withdrawn' });
    expect((await post(`/approvals/${id}`, { decision: 'apply' }, 'admin2')).status).toBe(409);
    expect(await rolesOf('engineer2')).toEqual(['engineer']);
  });

  test('two who decide at once decide once', async () => {
    const id = await ask('/accounts/demo-engineer2', { act: 'password' });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post(`/approvals/${id}`, { decision: 'apply' }, 'admin2')),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  test('what a closed administrator asked for is not applied', async () => {
    const id = await ask('/accounts/demo-service', { act: 'roles', roles: ['admin'] }, 'admin2');
    expect((await post('/accounts/demo-admin2', { act: 'close' })).status).toBe(200);
    const late = await post(`/approvals/${id}`, { decision: 'apply' });
    expect([late.status, codeOf(late)]).toEqual([409, 'approval.asker-gone']);
    expect(await rolesOf('service')).toEqual(['service']);
  });

  test('the database keeps what was asked for, and lets nobody decide their own', async () => {
    const db: Database = database();
    const refused = (sql: string) =>
      db.query(sql).then(
        () => false,
        () => true,
      );
    expect(await refused(`delete from account_acts`)).toBe(true);
    expect(await refused(`update account_acts set asked_by = 'admin2'`)).toBe(true);
    expect(
      await refused(
        `update account_acts set state = 'applied', decided_by = asked_by where state = 'pending'`,
      ),
    ).toBe(true);
  });
});
