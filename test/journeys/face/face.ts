import { expect } from 'vitest';
import { caseSchema } from '../../../src/api/schemas.ts';
import { application, offer, SIMPLE_ROUTE } from '../builders.ts';
import { type Answer, type CaseView, type Client, type Data, problemOf, type User } from '../client.ts';

/** What every part of the face is tried with. */
export interface Face extends Pick<Client, 'find' | 'list' | 'history'> {
  call(
    user: User,
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  event(user: User, id: string, type: string, data?: Data): Promise<Answer>;
  /** A case that has been applied for. */
  opened(as?: User, more?: Parameters<typeof application>[0]): Promise<CaseView>;
  /** A case whose offer is with the customer, as of the day that the clock shows. */
  offeredNow(): Promise<CaseView>;
}

/** The product starts after the tests have been told what they are. */
export function faceOf(client: () => Client): Face {
  const face: Face = {
    call: (user, method, path, body, headers) =>
      client().call(user, method, path, {
        ...(body === undefined ? {} : { body }),
        ...(headers ? { headers } : {}),
      }),
    event: (user, id, type, data = {}) => client().event(user, id, type, data),
    find: (user, id) => client().find(user, id),
    list: (user, query) => client().list(user, query),
    history: (user, id) => client().history(user, id),
    async opened(as = 'customer', more = {}) {
      const answer = await face.call(as, 'POST', '/cases', application(more));
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return caseSchema.parse(answer.body);
    },
    async offeredNow() {
      const { id } = await face.opened();
      await face.event('engineer', id, 'application.routed', SIMPLE_ROUTE);
      const answer = await face.event('engineer', id, 'offer.issued', offer());
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return caseSchema.parse(answer.body);
    },
  };
  return face;
}

export const fields = (answer: Answer): string[] => problemOf(answer).errors?.map(({ field }) => field) ?? [];
