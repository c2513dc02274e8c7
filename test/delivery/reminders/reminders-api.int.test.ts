import { afterAll, beforeAll, expect, test } from 'vitest';
import { remindersSchema } from '../../../src/api/openapi/reminder-operations.ts';
import { type RunningApi, runApi } from '../../api/running-api.ts';
import { application } from '../../journeys/builders.ts';
import { describeOnBothDatabases } from '../../support/database.ts';

describeOnBothDatabases('reminders over the API', (database) => {
  let api: RunningApi;
  let path: string;

  beforeAll(async () => {
    api = await runApi(database());
    const filed = await api.call('post', '/cases', { body: application() });
    path = `/cases/${(filed.body as { id: string }).id}/reminders`;
  });
  afterAll(() => api.stop());

  const wanted = { deadlines: ['term'], daysBefore: 7, email: 'anna@piemers.example' };

  test('are read and set by the customer', async () => {
    const before = await api.call('get', path);
    expect(before).toMatchObject({ status: 200, body: { deadlines: [], daysBefore: 3, sends: true } });
    remindersSchema.parse(before.body);
    const after = await api.call('put', path, { body: { ...wanted, language: 'en' } });
    expect(after).toMatchObject({ status: 200, body: { ...wanted, language: 'en' } });
    remindersSchema.parse(after.body);
    expect((await api.call('get', path)).body).toMatchObject({ ...wanted, language: 'en' });
  });

  test.each([
    ['more than fourteen days before', { ...wanted, daysBefore: 15 }, 'daysBefore'],
    ['no day before', { ...wanted, daysBefore: 0 }, 'daysBefore'],
    ['a deadline of the operator', { ...wanted, deadlines: ['offer'] }, 'deadlines.0'],
    ['no address', { ...wanted, email: 'anna' }, 'email'],
    ['an unknown field', { ...wanted, sms: true }, 'sms'],
  ])('%s is refused', async (_what, body, field) => {
    const { status, body: problem } = await api.call('put', path, { body });
    expect(status).toBe(422);
    expect((problem as { errors: { field: string }[] }).errors.map((one) => one.field)).toEqual([field]);
  });

  test('strangers find nothing, staff are told, and nobody is told of bad input before', async () => {
    const body = { ...wanted, daysBefore: 99 };
    expect((await api.call('put', path, { as: null, body })).status).toBe(401);
    expect((await api.call('put', path, { as: 'company', body })).status).toBe(404);
    expect((await api.call('put', path, { as: 'service', body })).status).toBe(403);
    expect((await api.call('get', path, { as: 'company' })).status).toBe(404);
    expect((await api.call('get', path, { as: 'engineer' })).status).toBe(403);
  });
});
