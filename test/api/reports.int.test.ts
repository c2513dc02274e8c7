import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { regulatorReportSchema } from '../../src/api/reports.routes.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningApi, runApi } from './running-api.ts';

let db: Database;
let api: RunningApi;

beforeAll(async () => {
  db = await openFreshEmbedded();
  api = await runApi(db);
});

afterAll(async () => {
  await api.stop();
  await db.close();
});

const PATH = '/reports/regulator?from=2025-01-01&to=2025-03-31';

test('the regulator’s report is for staff who work on cases and for administrators', async () => {
  for (const as of ['service', 'engineer', 'finance', 'admin'])
    expect((await api.call('get', PATH, { as })).status, as).toBe(200);
  for (const as of ['customer', 'privacy'])
    expect((await api.call('get', PATH, { as })).status, as).toBe(403);
  expect((await api.call('get', PATH, { as: null })).status).toBe(401);
});

test('it is of the form that the OpenAPI document describes, with nothing besides', async () => {
  const { body } = await api.call('get', PATH, { as: 'finance' });
  expect(regulatorReportSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({ from: '2025-01-01', to: '2025-03-31', applications: { received: 0 } });
});

test.each([
  '/reports/regulator',
  '/reports/regulator?from=2025-01-01',
  '/reports/regulator?from=2025-02-30&to=2025-03-01',
  '/reports/regulator?from=2025-03-02&to=2025-03-01',
  '/reports/regulator?from=2010-01-01&to=2025-03-01',
  '/reports/regulator?from=2025-01-01&to=2025-03-01&of=me',
])('%s is refused', async (path) => {
  expect((await api.call('get', path, { as: 'service' })).status).toBe(422);
});
