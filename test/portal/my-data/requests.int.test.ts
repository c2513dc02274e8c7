import { beforeAll, describe, expect, test } from 'vitest';
import { accountsOfParty } from '../../../db/accounts.ts';
import { createIdentity } from '../../../src/identity/identity.ts';
import type { Visitor } from '../running-portal.ts';
import { CUSTOMER, pagesOfPeople } from './pages-of-people.ts';

const { database, call, fileCase, person, signedIn, newVisitor } = pagesOfPeople();

describe('an account that somebody registered under a proven person’s code', () => {
  const CODE = '07079070000';
  let proven: Visitor;

  beforeAll(async () => {
    const outcome = await createIdentity({ db: database(), demo: true }).signInProven(
      {
        method: 'portal-eid',
        issuer: 'https://eid.example',
        subject: 'ilze',
        personalCode: CODE,
        name: 'Ilze Egle',
        email: null,
      },
      'lv',
    );
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
    proven = newVisitor();
    proven.cookies.set('sesija', outcome.token);
  });

  test('sees nothing of that person, who is told of it and takes the code away from it', async () => {
    const filed = await fileCase(await signedIn('service'), { ...CUSTOMER, personalCode: CODE });
    const stranger = await person({ kind: 'natural', partyCode: CODE });
    expect((await call(stranger.visitor, 'GET', `/cases/${filed.id}`)).status).toBe(404);
    const page = await proven.get('/my-data');
    expect(page.text).toContain(stranger.username);
    const done = await proven.post(`/my-data/other-accounts/${stranger.account.id}`, {});
    expect(done.location).toBe('/my-data?done=accessRemoved');
    const again = await stranger.signIn();
    expect((await call(again, 'GET', `/cases/${filed.id}`)).status).toBe(404);
    expect((await proven.get('/my-data')).text).not.toContain(`${stranger.username} Kopš`);
    expect(await accountsOfParty(database(), CODE)).toHaveLength(1);
  });

  test('is nobody else’s to remove', async () => {
    const stranger = await person({ kind: 'natural', partyCode: CODE });
    const other = await person({ kind: 'natural', partyCode: CODE });
    await other.visitor.get('/my-data');
    expect((await other.visitor.post(`/my-data/other-accounts/${stranger.account.id}`, {})).status).toBe(404);
    const company = await person({ kind: 'legal', partyCode: CODE });
    await proven.get('/my-data');
    expect((await proven.post(`/my-data/other-accounts/${company.account.id}`, {})).status).toBe(404);
    expect(await accountsOfParty(database(), CODE)).toHaveLength(4);
  });
});

describe('a request about personal data', () => {
  test('is registered in a case and answered in time (II.9.3, II.16.5)', async () => {
    const { visitor } = await person({ kind: 'legal', partyCode: '40103000123' });
    const filed = await fileCase(visitor, {
      kind: 'legal',
      name: 'SIA "Bērzs"',
      registrationNumber: '40103000123',
    });
    const form = await visitor.get('/my-data/request');
    const key = form.html.match(/name="key" value="([^"]+)"/)![1]!;
    const missing = await visitor.post('/my-data/request', { key });
    expect([missing.status, missing.text.includes('Izvēlieties, ko lūdzat')]).toEqual([422, true]);
    const request = { key, kind: 'erasure', text: 'Dzēsiet manu veco tālruņa numuru.' };
    expect((await visitor.post('/my-data/request', request)).location).toBe(
      `/cases/${filed.id}?done=requestMade`,
    );
    await visitor.post('/my-data/request', request);
    const { body } = await call(visitor, 'GET', `/cases/${filed.id}/history`);
    const filings = (body as { items: { type: string; data: object }[] }).items.filter(
      ({ type }) => type === 'data-request.filed',
    );
    expect(filings.map(({ data }) => data)).toEqual([
      { right: 'erasure', text: 'Dzēsiet manu veco tālruņa numuru.' },
    ]);
    const { body: now } = await call(visitor, 'GET', `/cases/${filed.id}`);
    expect((now as { deadlines: object[] }).deadlines).toContainEqual(
      expect.objectContaining({ name: 'data-request-answer', state: 'running' }),
    );
  });

  test('without a case, or without identification, tells whom to write to', async () => {
    const without = await person();
    const page = await without.visitor.get('/my-data/request');
    expect(page.text).toContain('Jums nav lietas');
    expect(page.html).not.toContain('name="kind"');
    await fileCase(await signedIn('service'), { ...CUSTOMER, personalCode: '080890-80000' });
    const reading = await person({ kind: 'natural', partyCode: '08089080000' });
    // A typed code shows no case, and so there is none to ask in (D-19).
    expect((await reading.visitor.get('/my-data/request')).text).toContain('Jums nav lietas');
    expect((await call(reading.visitor, 'GET', '/cases')).body).toMatchObject({ items: [] });
  });
});
