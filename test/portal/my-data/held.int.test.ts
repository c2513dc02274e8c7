import { beforeAll, describe, expect, test } from 'vitest';
import { heldSchema } from '../../../src/api/openapi/me-operations.ts';
import type { Visitor } from '../running-portal.ts';
import { type Case, pagesOfPeople } from './pages-of-people.ts';

const { call, fileCase, person, signedIn, newVisitor } = pagesOfPeople();

describe('GDPR art. 15: what is held on a person', () => {
  let customer: Visitor;
  let filed: Case;

  beforeAll(async () => {
    customer = await signedIn('customer');
    filed = await fileCase(customer);
  });

  test('is shown: person, contacts, cases, sessions', async () => {
    const page = await customer.get('/my-data');
    expect(page.status).toBe(200);
    for (const told of ['Anna Ozoliņa', '01019010000', filed.number, '+371 20000000', 'Šī sesija'])
      expect(page.text).toContain(told);
  });

  test('with who of the staff read it, by role and day and not by name (II.8.3)', async () => {
    const engineer = await signedIn('engineer');
    await call(engineer, 'GET', `/cases/${filed.id}`);
    await call(engineer, 'GET', `/cases/${filed.id}`);
    const { body } = await call(customer, 'GET', '/me');
    expect((body as { reads: object[] }).reads).toEqual([
      { caseId: filed.id, number: filed.number, day: '2026-03-10', roles: ['engineer'], times: 2 },
    ]);
    const page = await customer.get('/my-data');
    expect(page.text).toContain('Inženieris');
    expect(page.text).not.toContain('Jānis Kalniņš');
  });

  test('names the representatives', async () => {
    await call(customer, 'POST', `/cases/${filed.id}/events`, {
      type: 'authority.filed',
      agent: '40000000001',
      scope: 'all',
      from: '2026-03-01',
    });
    expect((await customer.get('/my-data')).text).toMatch(/40000000001 .*viss.* no /);
    const company = await signedIn('company');
    const { body } = await call(company, 'GET', '/me');
    expect((body as { cases: object[] }).cases).toContainEqual(
      expect.objectContaining({
        number: filed.number,
        relation: 'representative',
        contacts: { email: null, phone: null, postalAddress: null },
      }),
    );
    const { body: data } = await call(company, 'GET', '/me/data');
    expect(JSON.stringify(data)).not.toContain('Anna');
  });

  test('is the own alone: nobody sees it without a session, and nobody else', async () => {
    expect((await newVisitor().get('/my-data')).location).toBe('/sign-in?next=%2Fmy-data');
    const { visitor } = await person();
    expect((await visitor.get('/my-data')).text).not.toContain(filed.number);
  });

  test('of a member of staff is account, sessions and what was read of others', async () => {
    const page = await (await signedIn('engineer')).get('/my-data');
    expect(page.text).toContain('Operatora darbinieks: Inženieris');
    expect(page.text).toContain('Glabājam 2 ierakstus');
    expect(page.text).not.toContain('Operatora vēstules');
  });

  test('by the API has the form that its description names', async () => {
    for (const visitor of [customer, await signedIn('engineer')]) {
      const { status, body } = await call(visitor, 'GET', '/me');
      expect(status).toBe(200);
      expect(() => heldSchema.parse(body)).not.toThrow();
    }
  });
});

describe('GDPR art. 20: the download', () => {
  test('holds account, cases with history, letters and money, in JSON under a file name', async () => {
    const customer = await signedIn('customer');
    const filed = await fileCase(customer);
    const answer = await customer.get('/my-data/download');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename=mani-dati.json');
    const data = JSON.parse(answer.html) as { format: string; cases: Record<string, unknown>[] };
    expect(data.format).toBe('pieslegums.my-data');
    const ours = data.cases.find(({ id }) => id === filed.id)!;
    expect(ours).toMatchObject({
      relation: 'customer',
      number: filed.number,
      application: { customer: expect.objectContaining({ name: 'Anna Ozoliņa' }) },
      invoices: [],
      receipts: [],
      payments: [],
      files: [],
    });
    expect((ours.history as { type: string }[]).map(({ type }) => type)).toContain('application.submitted');
    expect((ours.letters as { notice: string }[]).length).toBeGreaterThan(0);
    // Names of staff and what the shell looked up are no data of the person.
    expect(answer.html).not.toContain('"actor"');
    expect(answer.html).not.toContain('computed');
    const { body } = await call(customer, 'GET', '/me/data');
    expect((body as { cases: object[] }).cases).toHaveLength(data.cases.length);
  });

  test('holds no password and no token', async () => {
    const { visitor, account } = await person();
    const { html } = await visitor.get('/my-data/download');
    expect(html).not.toContain(account.passwordHash!);
    expect(html).not.toContain(visitor.cookies.get('sesija')!);
    expect(html).not.toMatch(/argon2|tokenHash/);
  });
});
