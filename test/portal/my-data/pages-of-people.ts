import { afterAll, beforeAll, expect } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import type { AccountRow } from '../../../db/rows.ts';
import { createAccount } from '../../../src/identity/accounts.ts';
import { createCompany } from '../../support/company.ts';
import { openFreshEmbedded } from '../../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from '../running-portal.ts';

export const PASSWORD = 'zaļš dārzs pie upes';

export const CUSTOMER = {
  kind: 'natural',
  name: 'Anna Ozoliņa',
  personalCode: '010190-10000',
  email: 'anna@piemers.example',
  phone: '+371 20000000',
  postalAddress: 'Liepu iela 5, Ādaži, LV-2164',
  household: true,
};

export interface Case {
  readonly id: string;
  readonly number: string;
  readonly application: { readonly customer: Record<string, string> };
}

interface Person {
  readonly account: AccountRow;
  readonly username: string;
  readonly visitor: Visitor;
  /** In another browser. */
  signIn(password?: string): Promise<Visitor>;
}

interface PagesOfPeople extends Pick<RunningPortal, 'signedIn'> {
  database(): Database;
  /** A browser that nobody has used yet. */
  newVisitor(): Visitor;
  /** The API in the session of a browser. */
  call(
    as: Visitor,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; headers: Headers; body: never }>;
  fileCase(as: Visitor, customer?: object): Promise<Case>;
  /** Types of the events of a case. */
  historyOf(as: Visitor, id: string): Promise<readonly string[]>;
  /** A person of one's own, so that no test disturbs another. */
  person(given?: { readonly kind?: 'natural' | 'legal'; readonly partyCode?: string }): Promise<Person>;
}

/** The portal for the tests of one file, and people who use it. */
export function pagesOfPeople(): PagesOfPeople {
  let db: Database;
  let portal: RunningPortal;

  beforeAll(async () => {
    db = await openFreshEmbedded();
    portal = await runPortal(db);
  }, 60_000);

  afterAll(async () => {
    await portal.stop();
    await db.close();
  });

  const call: PagesOfPeople['call'] = async (as, method, path, body) => {
    const answer = await fetch(`${portal.address}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${as.cookies.get('sesija')}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as never };
  };

  return {
    database: () => db,
    newVisitor: () => portal.visitor(),
    signedIn: (username) => portal.signedIn(username),
    call,
    async fileCase(as, customer = CUSTOMER) {
      const { status, body } = await call(as, 'POST', '/cases', {
        customer,
        object: { address: 'Liepu iela 5, Ādaži', cadastreNumber: '80440040123' },
        connection: { phases: 3, ampere: '25', volt: '400' },
        purpose: 'new',
      });
      expect(status).toBe(201);
      return body;
    },
    async historyOf(as, id) {
      const { body } = await call(as, 'GET', `/cases/${id}/history`);
      return (body as { items: { type: string }[] }).items.map(({ type }) => type);
    },
    async person({ kind = 'legal', partyCode } = {}) {
      const username = `p${crypto.randomUUID()}@piemers.example`;
      const open = kind === 'legal' && partyCode ? createCompany : createAccount;
      const account = await open(
        db,
        {
          username,
          password: PASSWORD,
          name: 'Pēteris Bērziņš',
          roles: ['customer'],
          kind,
          email: username,
          ...(partyCode ? { partyCode } : {}),
        },
        Temporal.Now.instant(),
      );
      const signIn = async (password = PASSWORD): Promise<Visitor> => {
        const visitor = portal.visitor();
        await visitor.get('/sign-in');
        await visitor.post('/sign-in', { username, password });
        return visitor;
      };
      return { account, username, signIn, visitor: await signIn() };
    },
  };
}
