import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notesOnAccount } from '../../db/account-log.ts';
import { accountsOfParty, findAccountByUsername } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { heldSchema } from '../../src/api/openapi/me-operations.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from './running-portal.ts';

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

const PASSWORD = 'zaļš dārzs pie upes';

async function call(visitor: Visitor, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${portal.address}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${visitor.cookies.get('sesija')}`,
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as never };
}

interface Case {
  readonly id: string;
  readonly number: string;
  readonly application: { readonly customer: Record<string, string> };
}

const CUSTOMER = {
  kind: 'natural',
  name: 'Anna Ozoliņa',
  personalCode: '010190-10000',
  email: 'anna@piemers.example',
  phone: '+371 20000000',
  postalAddress: 'Liepu iela 5, Ādaži, LV-2164',
  household: true,
};

async function fileCase(as: Visitor, customer: object = CUSTOMER): Promise<Case> {
  const { status, body } = await call(as, 'POST', '/cases', {
    customer,
    object: { address: 'Liepu iela 5, Ādaži', cadastreNumber: '80440040123' },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });
  expect(status).toBe(201);
  return body;
}

const historyOf = async (as: Visitor, id: string): Promise<readonly string[]> =>
  (
    (await call(as, 'GET', `/cases/${id}/history`)).body as {
      items: { type: string }[];
    }
  ).items.map(({ type }) => type);

/** A person of one's own, so that no test disturbs another. */
async function person(given: { kind?: 'natural' | 'legal'; partyCode?: string } = {}) {
  const username = `p${crypto.randomUUID()}@piemers.example`;
  const account = await createAccount(
    db,
    {
      username,
      password: PASSWORD,
      name: 'Pēteris Bērziņš',
      roles: ['customer'],
      kind: given.kind ?? 'legal',
      email: username,
      ...(given.partyCode ? { partyCode: given.partyCode } : {}),
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
}

describe('GDPR art. 15: what is held on a person', () => {
  let customer: Visitor;
  let filed: Case;

  beforeAll(async () => {
    customer = await portal.signedIn('customer');
    filed = await fileCase(customer);
  });

  test('is shown: person, contacts, cases, sessions', async () => {
    const page = await customer.get('/my-data');
    expect(page.status).toBe(200);
    for (const told of ['Anna Ozoliņa', '01019010000', filed.number, '+371 20000000', 'Šī sesija'])
      expect(page.text).toContain(told);
  });

  test('with who of the staff read it, by role and day and not by name (II.8.3)', async () => {
    const engineer = await portal.signedIn('engineer');
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
      agent: 'company',
      scope: 'all',
      from: '2026-03-01',
    });
    expect((await customer.get('/my-data')).text).toMatch(/company .*viss.* no /);
    const company = await portal.signedIn('company');
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
    expect((await portal.visitor().get('/my-data')).location).toBe('/sign-in?next=%2Fmy-data');
    const { visitor } = await person();
    expect((await visitor.get('/my-data')).text).not.toContain(filed.number);
  });

  test('of a member of staff is account, sessions and what was read of others', async () => {
    const page = await (await portal.signedIn('engineer')).get('/my-data');
    expect(page.text).toContain('Operatora darbinieks: Inženieris');
    expect(page.text).toContain('Glabājam 2 ierakstus');
    expect(page.text).not.toContain('Operatora vēstules');
  });

  test('by the API has the form that its description names', async () => {
    for (const visitor of [customer, await portal.signedIn('engineer')]) {
      const { status, body } = await call(visitor, 'GET', '/me');
      expect(status).toBe(200);
      expect(() => heldSchema.parse(body)).not.toThrow();
    }
  });
});

describe('GDPR art. 20: the download', () => {
  test('holds account, cases with history, letters and money, in JSON under a file name', async () => {
    const customer = await portal.signedIn('customer');
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

describe('PO-10: contact data', () => {
  test('change in the account and in every open case at once, after a page that lists them (II.16.6)', async () => {
    const customer = await portal.signedIn('customer');
    const cases = [await fileCase(customer), await fileCase(customer)];
    await customer.get('/my-data/contacts');
    const wanted = {
      email: 'customer@piemers.example',
      phone: '+371 29999999',
      postalAddress: 'Jaunā iela 1, Rīga, LV-1001',
      language: 'lv',
    };
    const asked = await customer.post('/my-data/contacts', wanted);
    expect(asked.status).toBe(200);
    for (const { number } of cases) expect(asked.text).toContain(number);
    expect(asked.text).toContain('16.6');
    expect(await historyOf(customer, cases[0]!.id)).not.toContain('details.changed');

    const confirmed = { ...wanted, step: 'confirm', key: crypto.randomUUID() };
    const done = await customer.post('/my-data/contacts', confirmed);
    expect([done.status, done.location]).toEqual([303, '/my-data?done=contactsChanged']);
    // A second click.
    await customer.post('/my-data/contacts', confirmed);
    for (const { id } of cases) {
      const { body } = await call(customer, 'GET', `/cases/${id}`);
      expect((body as Case).application.customer).toMatchObject({
        phone: '+371 29999999',
        postalAddress: 'Jaunā iela 1, Rīga, LV-1001',
      });
      const history = await historyOf(customer, id);
      expect(history.filter((type) => type === 'details.changed')).toHaveLength(1);
    }
  });

  test('the address of the account is changed with the password alone, and the one before is kept', async () => {
    const { visitor, username, account } = await person();
    const wanted = { email: 'jauna@piemers.example', language: 'en' };
    await visitor.get('/my-data/contacts');
    const asked = await visitor.post('/my-data/contacts', wanted);
    expect(asked.html).toContain('name="currentPassword"');
    const refused = await visitor.post('/my-data/contacts', {
      ...wanted,
      step: 'confirm',
      currentPassword: 'not this one',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Pašreizējā parole nav pareiza');
    expect((await findAccountByUsername(db, username))?.email).toBe(username);
    await visitor.post('/my-data/contacts', { ...wanted, step: 'confirm', currentPassword: PASSWORD });
    expect(await findAccountByUsername(db, username)).toMatchObject({ ...wanted, username });
    const [note] = await notesOnAccount(db, account.id, 1);
    expect(note).toMatchObject({
      what: 'contacts.changed',
      actor: username,
      data: { email: { from: username, to: wanted.email }, language: { from: 'lv', to: 'en' } },
    });
    expect((await visitor.get('/my-data')).text).toContain(`${username} → ${wanted.email}`);
  });

  test('of a natural person with a password change in the account alone (II.5.4.3)', async () => {
    const service = await portal.signedIn('service');
    const filed = await fileCase(service, { ...CUSTOMER, personalCode: '060690-60000' });
    const { visitor } = await person({ kind: 'natural', partyCode: '060690-60000' });
    const form = await visitor.get('/my-data/contacts');
    expect(form.text).toContain('fiziska persona lietas var tikai lasīt');
    expect(form.html).not.toContain('name="phone"');
    await visitor.post('/my-data/contacts', {
      email: (await visitor.get('/my-data')).text.match(/p[\w-]+@piemers\.example/)![0],
      phone: '+371 21111111',
      language: 'en',
      step: 'confirm',
    });
    expect(await historyOf(service, filed.id)).not.toContain('details.changed');
  });

  test('that are wrong, or that change nothing, are told at the form', async () => {
    const { visitor, username } = await person();
    await visitor.get('/my-data/contacts');
    const wrong = await visitor.post('/my-data/contacts', {
      email: 'nav adrese',
      phone: 'nav',
      language: 'lv',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Ievadiet e-pasta adresi');
    const same = await visitor.post('/my-data/contacts', { email: username, language: 'lv' });
    expect([same.status, same.text.includes('Nekas nav mainīts')]).toEqual([422, true]);
  });

  test('by the API', async () => {
    const { visitor, username } = await person();
    expect((await call(visitor, 'PATCH', '/me', {})).status).toBe(422);
    expect((await call(visitor, 'PATCH', '/me', { name: 'Cits' })).status).toBe(422);
    const refused = await call(visitor, 'PATCH', '/me', { email: 'jauna@piemers.example' });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [expect.objectContaining({ field: 'currentPassword' })] },
    });
    const done = await call(visitor, 'PATCH', '/me', {
      email: 'jauna@piemers.example',
      currentPassword: PASSWORD,
    });
    expect(done).toMatchObject({
      status: 200,
      body: { account: { email: 'jauna@piemers.example', username } },
    });
    expect((await call(visitor, 'PATCH', '/me', { language: 'en' })).status).toBe(200);
  });
});

describe('the password', () => {
  const NEXT = 'trīs baltas govis pļavā';
  let one: Awaited<ReturnType<typeof person>>;
  const change = (fields: object = {}) =>
    one.visitor.post('/my-data/password', { current: PASSWORD, next: NEXT, again: NEXT, ...fields });

  beforeEach(async () => {
    one = await person();
    await one.visitor.get('/my-data/password');
  });

  test('is changed with the present one, and ends every other session', async () => {
    const other = await one.signIn();
    expect((await change()).location).toBe('/my-data?done=passwordChanged');
    expect((await one.visitor.get('/my-data')).status).toBe(200);
    expect((await other.get('/my-data')).status).toBe(303);
    expect((await (await one.signIn(PASSWORD)).get('/my-data')).status).toBe(303);
    expect((await (await one.signIn(NEXT)).get('/my-data')).status).toBe(200);
  });

  test.each([
    ['the present one is wrong', { current: 'not this one' }, 'Pašreizējā parole nav pareiza'],
    ['the new ones differ', { again: 'something else here' }, 'vienu un to pašu paroli'],
    ['the new one is short', { next: 'īsa', again: 'īsa' }, 'vismaz 12'],
    ['anybody would guess it', { next: 'Parole123456!', again: 'Parole123456!' }, 'uzminētu'],
  ])('stays where %s', async (_why, fields, told) => {
    const answer = await change(fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
    expect((await (await one.signIn(PASSWORD)).get('/my-data')).status).toBe(200);
  });

  test('cannot be guessed by a stolen session', async () => {
    for (let tries = 0; tries < 11; tries++) await change({ current: `guess number ${tries}` });
    expect((await change()).text).toContain('Pārāk daudz neveiksmīgu mēģinājumu');
  });
});

test('all other sessions are ended with one button', async () => {
  const one = await person();
  const other = await one.signIn();
  await one.visitor.get('/my-data');
  expect((await one.visitor.post('/my-data/sessions', {})).location).toBe('/my-data?done=sessionsEnded');
  expect((await other.get('/my-data')).status).toBe(303);
  expect((await one.visitor.get('/my-data')).status).toBe(200);
});

describe('an account that somebody registered under a proven person’s code', () => {
  const CODE = '07079070000';
  let proven: Visitor;

  beforeAll(async () => {
    const outcome = await createIdentity({ db, demo: true }).signInProven(
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
    proven = portal.visitor();
    proven.cookies.set('sesija', outcome.token);
  });

  test('is told to that person, who takes its access to the cases away', async () => {
    const filed = await fileCase(await portal.signedIn('service'), { ...CUSTOMER, personalCode: CODE });
    const stranger = await person({ kind: 'natural', partyCode: CODE });
    expect((await call(stranger.visitor, 'GET', `/cases/${filed.id}`)).status).toBe(200);
    const page = await proven.get('/my-data');
    expect(page.text).toContain(stranger.username);
    const done = await proven.post(`/my-data/other-accounts/${stranger.account.id}`, {});
    expect(done.location).toBe('/my-data?done=accessRemoved');
    const again = await stranger.signIn();
    expect((await call(again, 'GET', `/cases/${filed.id}`)).status).toBe(404);
    expect((await proven.get('/my-data')).text).not.toContain(`${stranger.username} Kopš`);
    expect(await accountsOfParty(db, CODE)).toHaveLength(1);
  });

  test('is nobody else’s to remove', async () => {
    const stranger = await person({ kind: 'natural', partyCode: CODE });
    const other = await person({ kind: 'natural', partyCode: CODE });
    await other.visitor.get('/my-data');
    expect((await other.visitor.post(`/my-data/other-accounts/${stranger.account.id}`, {})).status).toBe(404);
    const company = await person({ kind: 'legal', partyCode: CODE });
    await proven.get('/my-data');
    expect((await proven.post(`/my-data/other-accounts/${company.account.id}`, {})).status).toBe(404);
    expect(await accountsOfParty(db, CODE)).toHaveLength(4);
  });
});

describe('a request about personal data', () => {
  test('is registered in a case as a question that is answered in time (II.9.3, II.16.5)', async () => {
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
      ({ type }) => type === 'complaint.filed',
    );
    expect(filings.map(({ data }) => data)).toEqual([
      { text: 'Pieprasījums par personas datiem: Dzēst datus. Dzēsiet manu veco tālruņa numuru.' },
    ]);
    const { body: now } = await call(visitor, 'GET', `/cases/${filed.id}`);
    expect((now as { deadlines: object[] }).deadlines).toContainEqual(
      expect.objectContaining({ name: 'complaint-answer', state: 'running' }),
    );
  });

  test('without a case, or without identification, tells whom to write to', async () => {
    const without = await person();
    const page = await without.visitor.get('/my-data/request');
    expect(page.text).toContain('Jums nav lietas');
    expect(page.html).not.toContain('name="kind"');
    await fileCase(await portal.signedIn('service'), { ...CUSTOMER, personalCode: '080890-80000' });
    const reading = await person({ kind: 'natural', partyCode: '08089080000' });
    expect((await reading.visitor.get('/my-data/request')).text).toContain('pierakstieties ar eID');
    await reading.visitor.get('/my-data');
    const [first] = ((await call(reading.visitor, 'GET', '/cases')).body as { items: Case[] }).items;
    const forced = await reading.visitor.post('/my-data/request', {
      kind: 'erasure',
      text: 'Dzēsiet.',
      case: first!.id,
    });
    expect(forced.status).toBe(403);
  });
});

describe('how letters are to come', () => {
  test('is chosen by an identified customer, shown, kept, and taken back', async () => {
    const anna = await portal.signedIn('customer');
    expect((await anna.get('/my-data/letters')).text).toContain('Tāpat kā piedāvājumu');
    expect((await anna.post('/my-data/letters', { channel: 'pigeon' })).status).toBe(422);
    expect((await anna.post('/my-data/letters', { channel: 'post' })).location).toMatch(/^\/my-data\?/);
    expect((await findAccountByUsername(db, 'customer'))?.letterChannel).toBe('post');
    expect((await anna.get('/my-data')).text).toContain('Kā saņemt vēstules Pa pastu');
    await anna.post('/my-data/letters', { channel: 'offer' });
    expect((await findAccountByUsername(db, 'customer'))?.letterChannel).toBeNull();
  });

  test('is nothing that a password of a natural person or a member of staff decides (II.5.4.3)', async () => {
    await createAccount(
      db,
      {
        username: 'tikai.parole',
        password: PASSWORD,
        roles: ['customer'],
        kind: 'natural',
        name: 'Jānis Kalniņš',
      },
      Temporal.Now.instant(),
    );
    const one = portal.visitor();
    await one.get('/sign-in');
    await one.post('/sign-in', { username: 'tikai.parole', password: PASSWORD });
    const engineer = await portal.signedIn('engineer');
    for (const visitor of [one, engineer]) {
      await visitor.get('/my-data/letters');
      expect((await visitor.post('/my-data/letters', { channel: 'post' })).status).toBe(403);
    }
  });
});
