import { afterAll, beforeAll, expect } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { caseSchema, historySchema } from '../../../src/api/schemas.ts';
import { applicationBody } from '../../builders/application-body.ts';
import { SIMPLE_ROUTE } from '../../journeys/builders.ts';
import type { CaseView } from '../../journeys/client.ts';
import { type Answer, type RunningApi, runApi } from '../running-api.ts';

/** An application whose parts are replaced as a whole. */
export const application = (more: object = {}): object => ({ ...applicationBody(), ...more });

export const routed = { type: 'application.routed', ...SIMPLE_ROUTE };

interface Cases extends Pick<RunningApi, 'call'> {
  opened(as?: string, more?: object): Promise<CaseView>;
  post(id: string, event: object, as: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  eventsOf(id: string): Promise<readonly string[]>;
}

/** The API for the tests of one describe, and what they all do with it. */
export function casesOver(database: () => Database): Cases {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runApi(database());
  });
  afterAll(() => api.stop());

  return {
    call: (method, path, request) => api.call(method, path, request),
    async opened(as = 'customer', more = {}) {
      const answer = await api.call('post', '/cases', { as, body: { ...application(), ...more } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return caseSchema.parse(answer.body);
    },
    post: (id, event, as, headers = {}) =>
      api.call('post', `/cases/${id}/events`, { as, body: event, headers }),
    async eventsOf(id) {
      const { body } = await api.call('get', `/cases/${id}/history`, { as: 'service' });
      return historySchema.parse(body).items.map(({ type }) => type);
    },
  };
}
