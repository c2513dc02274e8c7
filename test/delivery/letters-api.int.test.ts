import { afterAll, beforeAll, expect, test } from 'vitest';
import { lettersRecordedSchema } from '../../src/api/schemas.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { application, offer, SIMPLE_ROUTE } from '../journeys/builders.ts';
import { describeOnBothDatabases } from '../support/database.ts';

describeOnBothDatabases('letters over the API', (database) => {
  let api: RunningApi;
  let caseId: string;
  let letter: string;

  beforeAll(async () => {
    api = await runApi(database());
    const filed = await api.call('post', '/cases', { body: application() });
    caseId = (filed.body as { id: string }).id;
    const events = `/cases/${caseId}/events`;
    await api.call('post', events, { as: 'engineer', body: { type: 'application.routed', ...SIMPLE_ROUTE } });
    const body = { type: 'offer.issued', ...offer({ channel: 'post' }) };
    expect((await api.call('post', events, { as: 'engineer', body })).status).toBe(200);
    const { items } = (await api.call('get', `/cases/${caseId}/notices`)).body as {
      items: { id: string; notice: string }[];
    };
    letter = `/cases/${caseId}/notices/${items.find(({ notice }) => notice === 'N-OFFER')!.id}`;
  });
  afterAll(() => api.stop());

  const posted = { state: 'posted', on: '2025-03-10' };

  test.each(['customer', 'engineer', 'finance', 'admin'])(
    '%s has no business at the letter desk',
    async (as) => {
      expect((await api.call('get', '/letters', { as })).status).toBe(403);
      expect((await api.call('post', '/letters/print-runs', { as })).status).toBe(403);
      expect((await api.call('post', letter, { as, body: posted })).status).toBe(403);
    },
  );

  test('a stranger’s case and a letter of another name are not there', async () => {
    expect((await api.call('post', letter, { as: 'company', body: posted })).status).toBe(404);
    const other = `/cases/${caseId}/notices/none`;
    expect((await api.call('post', other, { as: 'service', body: posted })).status).toBe(404);
  });

  test('service records the post once', async () => {
    const wrong = { state: 'posted', on: '2025-03-11' };
    expect(await api.call('post', letter, { as: 'service', body: wrong })).toMatchObject({
      status: 422,
      body: { clause: 'II.16.4', errors: [{ field: 'on' }] },
    });
    expect(await api.call('post', letter, { as: 'service', body: { state: 'lost' } })).toMatchObject({
      status: 422,
    });
    expect(await api.call('post', letter, { as: 'service', body: posted })).toMatchObject({
      status: 200,
      body: { deliveredState: 'posted', deemedReceivedOn: '2025-03-17' },
    });
    expect((await api.call('post', letter, { as: 'service', body: posted })).status).toBe(409);
  });

  test('many letters are recorded at once, each for itself; what was recorded before is told', async () => {
    const { items } = (await api.call('get', `/cases/${caseId}/notices`)).body as {
      items: { id: string; notice: string }[];
    };
    const letters = items
      .filter(({ notice }) => notice !== 'N-RECEIPT')
      .map(({ id }) => ({ caseId, noticeId: id }));
    const body = { state: 'posted', on: '2025-03-10', letters };
    expect((await api.call('post', '/letters/records', { as: 'engineer', body })).status).toBe(403);
    const { status, body: told } = await api.call('post', '/letters/records', { as: 'service', body });
    expect(status).toBe(200);
    lettersRecordedSchema.parse(told);
    expect(told).toMatchObject({
      recorded: [{ notice: 'N-ADVINV', deliveredState: 'posted' }],
      refused: [{ code: 'notice.not-to-dispatch' }],
    });
    const none = { ...body, letters: [] };
    expect((await api.call('post', '/letters/records', { as: 'service', body: none })).status).toBe(422);
  });

  test('an empty post is told', async () => {
    expect((await api.call('get', '/letters?state=to-post', { as: 'service' })).body).toEqual({ items: [] });
    expect((await api.call('post', '/letters/print-runs', { as: 'service' })).status).toBe(409);
  });
});
