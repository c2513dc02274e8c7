import { beforeAll, describe, expect, test } from 'vitest';
import { application } from '../journeys/builders.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type RunningApi, runApi } from './running-api.ts';

describeOnBothDatabases('what may stand in a name over HTTP', (database) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runApi(database());
    return () => api.stop();
  });

  const apply = (more: object) =>
    api.call('post', '/cases', { as: 'service', body: application(more), headers: {} });

  describe('no name or address looks like another, or ends a line of a letter early', () => {
    test.each([
      ['a line break', 'Anna\nOzoliņa'],
      ['a tab of control', 'Anna\u0007Ozoliņa'],
      ['a line separator', 'Anna\u2028Ozoliņa'],
      ['a bidi override', 'Anna \u202eaņilozO'],
      ['a bidi isolate', 'Anna \u2066Ozoliņa\u2069'],
      ['a mark of no width', 'An\u200bna Ozoliņa'],
      ['a joiner', 'Anna\u200dOzoliņa'],
      ['a byte order mark inside', 'Anna\ufeffOzoliņa'],
    ])('%s is refused', async (_, name) => {
      const named = await apply({ customer: { kind: 'natural', name } });
      expect(named.status).toBe(422);
      expect(named.body).toMatchObject({ errors: [{ field: 'customer.name' }] });
      const at = await apply({ object: { address: name } });
      expect(at.status).toBe(422);
      expect(at.body).toMatchObject({ errors: [{ field: 'object.address' }] });
    });

    test('Latvian letters, hyphens, apostrophes and quotes are taken, spelled in one way', async () => {
      const decomposed = 'Žanete Ķēniņa-O’Šī "d\'Arc"'.normalize('NFD');
      const answer = await apply({ customer: { kind: 'natural', name: decomposed } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const { id } = answer.body as { id: string };
      const found = await api.call('get', `/cases/${id}`, { as: 'service' });
      expect(JSON.stringify(found.body)).toContain(JSON.stringify(decomposed.normalize('NFC')).slice(1, -1));
    });

    test('a longer text keeps its lines and emoji, and takes no marks of direction', async () => {
      const { id } = (await apply({})).body as { id: string };
      const say = (text: string) =>
        api.call('post', `/cases/${id}/events`, {
          as: 'service',
          body: { type: 'annulment.held', reasons: text },
        });
      expect((await say('Viens\r\nDivi\u202e')).status).toBe(422);
      expect((await say('Viens\r\nDivi 👩‍🔧')).status).not.toBe(422);
    });
  });
});
