import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { openDatabase } from '../../db/connect.ts';
import { awaitsApprovalSchema } from '../../src/api/schemas.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { freshServerUrl } from '../support/database.ts';

/** Two products on one PostgreSQL, each with a pool of its own, as two processes have them. */
describe('what an administrator takes away in one process', () => {
  const opened: Database[] = [];
  let one: RunningApi;
  let other: RunningApi;

  beforeAll(async () => {
    const databaseUrl = await freshServerUrl();
    for (let count = 0; count < 2; count += 1) opened.push(await openDatabase({ databaseUrl }));
    one = await runApi(opened[0]!);
    other = await runApi(opened[1]!);
  }, 60_000);
  afterAll(async () => {
    await one.stop();
    await other.stop();
    for (const db of opened) await db.close();
  });

  const queue = (as: string) => other.call('get', '/cases', { as });
  const act = (id: string, body: unknown) => one.call('post', `/accounts/${id}`, { as: 'admin', body });

  test('a closed account reads nothing in another process from the next request on', async () => {
    expect((await queue('service')).status).toBe(200);
    expect((await act('demo-service', { act: 'close' })).status).toBe(200);
    expect((await queue('service')).status).toBe(401);
  });

  test('a customer whose account was closed reads nothing either', async () => {
    expect((await queue('customer')).status).toBe(200);
    expect((await act('demo-customer', { act: 'close' })).status).toBe(200);
    expect((await queue('customer')).status).toBe(401);
  });

  test('sessions that were ended are over', async () => {
    expect((await queue('engineer')).status).toBe(200);
    expect((await act('demo-engineer', { act: 'sign-out' })).status).toBe(200);
    expect((await queue('engineer')).status).toBe(401);
  });

  test('a role that two administrators took opens nothing', async () => {
    expect((await other.call('get', '/reads', { as: 'privacy' })).status).toBe(200);
    const asked = await act('demo-privacy', { act: 'roles', roles: ['service'] });
    const { approvalId } = awaitsApprovalSchema.parse(asked.body);
    const applied = await one.call('post', `/approvals/${approvalId}`, {
      as: 'admin2',
      body: { decision: 'apply' },
    });
    expect(applied.status).toBe(200);
    expect((await other.call('get', '/reads', { as: 'privacy' })).status).toBe(401);
  });
});
