import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { openFreshEmbedded } from '../../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from '../running-portal.ts';

let db: Database;
let portal: RunningPortal;
let customer: Visitor;
let company: Visitor;
let engineer: Visitor;
let service: Visitor;

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db);
  [customer, company, engineer, service] = (await Promise.all(
    ['customer', 'company', 'engineer', 'service'].map((name) => portal.signedIn(name)),
  )) as [Visitor, Visitor, Visitor, Visitor];
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

const CUSTOMER = {
  'customer.kind': 'natural',
  'customer.name': 'Anna Ozoliņa',
  'customer.email': 'anna@piemers.example',
  'customer.household': 'yes',
};
const CONNECTION = {
  purpose: 'new',
  'connection.phases': '3',
  'connection.ampere': '25',
  'connection.volt': '400',
};

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

/** Files an application through the guided form and tells the id of the case. */
async function applied(
  by: Visitor,
  address: string,
  fields: Record<string, string> = CUSTOMER,
): Promise<string> {
  await by.get('/apply');
  const drafted = await by.post('/apply', fields);
  expect(drafted.status, drafted.text).toBe(303);
  const id = drafted.location!.split('/')[2]!;
  await by.post(`/apply/${id}/object`, { 'object.address': address });
  await by.post(`/apply/${id}/connection`, CONNECTION);
  const filed = await by.post(`/apply/${id}/check`, {});
  expect(filed.location, filed.text).toBe(`/apply/${id}/receipt`);
  return id;
}

const COMPANY = { ...CUSTOMER, 'customer.kind': 'legal', 'customer.name': 'SIA Paraugs' };

/** Nothing like `cases.one.title` may reach a person. */
const BARE_KEY = /\b(cases|acts|apply|common|frame)\.[a-zA-Z]+\b/;

describe('the guided application (II.11.1)', () => {
  test('asks step by step, keeps a draft, and ends in a receipt with number and deadline', async () => {
    await customer.get('/apply');
    const first = await customer.post('/apply', CUSTOMER);
    const id = first.location!.split('/')[2]!;
    expect((await customer.get('/cases')).text).toContain('Melnraksts');
    await customer.post(`/apply/${id}/object`, { 'object.address': 'Liepu iela 1, Cēsis' });
    await customer.post(`/apply/${id}/connection`, CONNECTION);
    const check = await customer.get(`/apply/${id}/check`);
    expect(check.text).toContain('Liepu iela 1, Cēsis');
    expect(check.text).toContain('25 A, 400 V, 3 fāzes');
    await customer.post(`/apply/${id}/check`, { idempotencyKey: hidden(check.html, 'idempotencyKey') });
    const receipt = await customer.get(`/apply/${id}/receipt`);
    expect(receipt.text).toMatch(/P-2026-\d{6}/);
    expect(receipt.text).toContain('Piedāvājuma izsniegšana');
    expect(receipt.text).toContain('Līguma II daļas 11.1.1. punkts');
  });

  test('what a step lacks stands at its field', async () => {
    await customer.get('/apply');
    const wrong = await customer.post('/apply', { 'customer.kind': 'natural', 'customer.name': '' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#f-customer-name"');
  });

  test('a step sent twice makes one draft', async () => {
    const before = (await customer.get('/cases')).html.match(/class="card"/g)?.length ?? 0;
    const form = await customer.get('/apply');
    const once = {
      ...CUSTOMER,
      idempotencyKey: hidden(form.html, 'idempotencyKey'),
    };
    const first = await customer.post('/apply', once);
    const second = await customer.post('/apply', once);
    expect(second.location).toBe(first.location);
    expect((await customer.get('/cases')).html.match(/class="card"/g)?.length).toBe(before + 1);
  });
});

describe('cases', () => {
  test('a customer sees only the own', async () => {
    const id = await applied(company, 'Dzirnavu iela 5, Rīga', COMPANY);
    expect((await company.get('/cases')).text).toContain('Dzirnavu iela 5, Rīga');
    expect((await customer.get('/cases')).text).not.toContain('Dzirnavu iela 5, Rīga');
    expect((await customer.get(`/cases/${id}`)).status).toBe(404);
    expect((await customer.get(`/cases/${id}/acts/application.withdrawn`)).status).toBe(404);
  });

  test('whoever has not signed in is brought back after signing in', async () => {
    const page = await portal.visitor().get('/cases?status=received');
    expect(page.location).toBe('/sign-in?next=%2Fcases%3Fstatus%3Dreceived');
  });

  test('the queue stands in the order of the operator’s deadlines and filters by address', async () => {
    await applied(customer, 'Ozolu iela 9, Cēsis');
    const queue = await engineer.get('/cases?awaits=operator');
    const days = [...queue.html.matchAll(/<time datetime="([^"]+)">/g)].map(([, day]) => day!);
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
    expect((await engineer.get('/cases?q=Ozolu')).html.match(/rowheader/g)).toHaveLength(1);
    expect((await engineer.get('/cases?status=closed')).text).toContain('Neviena lieta neatbilst atlasei');
    expect((await engineer.get('/cases?status=nonsense')).status).toBe(422);
  });
});

describe('acts', () => {
  test('fill in, see what follows under which clause, confirm; a second click happens once', async () => {
    const id = await applied(customer, 'Akmens iela 3, Cēsis');
    const path = `/cases/${id}/acts/application.returned`;
    expect((await engineer.get(path)).text).toContain('Pieprasīt trūkstošo informāciju');
    const confirm = await engineer.post(path, { step: 'check', missing: 'Zemes gabala plāns\r\nPilnvara' });
    expect(confirm.text).toContain('Kas notiks, ja apstiprināsiet');
    expect(confirm.text).toContain('Līguma II daļas 5.2. punkts');
    expect((await engineer.get(`/cases/${id}`)).text).not.toContain('Pilnvara');
    const sent = {
      step: 'confirm',
      missing: 'Zemes gabala plāns\r\nPilnvara',
      idempotencyKey: hidden(confirm.html, 'idempotencyKey'),
      version: hidden(confirm.html, 'version'),
    };
    const done = await engineer.post(path, sent);
    expect(done.location, done.text).toBe(`/cases/${id}?acted=application.returned`);
    const again = await engineer.post(path, sent);
    expect(again.location, again.text).toBe(`/cases/${id}?acted=application.returned`);
    const shown = await customer.get(`/cases/${id}`);
    expect(shown.text).toContain('Zemes gabala plāns');
    expect(shown.html.match(/class="timeline__what">Pieprasīta/g)).toHaveLength(1);
    expect(shown.text).toContain('Tagad ir Jūsu kārta');
  });

  test('a refusal stands above the form and at the field, and nothing changes', async () => {
    const id = await applied(customer, 'Upes iela 4, Cēsis');
    const path = `/cases/${id}/acts/application.returned`;
    await engineer.get(path);
    const refused = await engineer.post(path, { step: 'check', missing: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/href="#f-missing">[^<]+: Aizpildiet šo lauku/);
    expect(refused.html).toContain('error-summary');
  });

  test('a refusal of the chart is told with its clause', async () => {
    const id = await applied(customer, 'Klints iela 4, Cēsis');
    const path = `/cases/${id}/acts/application.returned`;
    await engineer.get(path);
    const stale = await engineer.post(path, { step: 'confirm', missing: 'Plāns', version: '1' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('error-summary');
  });

  test('an act of somebody else is not offered and not done', async () => {
    const id = await applied(customer, 'Kalna iela 4, Cēsis');
    expect((await customer.get(`/cases/${id}`)).html).not.toContain('acts/application.routed');
    const notNow = await customer.get(`/cases/${id}/acts/application.routed`);
    expect(notNow.status).toBe(409);
    expect(notNow.html).toContain(`class="button" href="/cases/${id}"`);
    const sent = await customer.post(`/cases/${id}/acts/application.routed`, {
      step: 'confirm',
      idempotencyKey: 'x',
    });
    expect(sent.status).toBe(403);
  });

  test('a form without our token is refused', async () => {
    const id = await applied(customer, 'Meža iela 4, Cēsis');
    const body = new URLSearchParams({ step: 'confirm', text: 'Kad?' });
    expect((await customer.postBare(`/cases/${id}/acts/complaint.filed`, body)).status).toBe(403);
    expect((await customer.get(`/cases/${id}`)).text).not.toContain('Saņemts iesniegums');
  });

  test('from application to offer by forms alone', async () => {
    const id = await applied(customer, 'Dārza iela 7, Cēsis');
    const act = async (by: Visitor, type: string, fields: Record<string, string>) => {
      const path = `/cases/${id}/acts/${type}`;
      await by.get(path);
      const confirm = await by.post(path, { ...fields, step: 'check' });
      expect(confirm.status, confirm.text).toBe(200);
      const done = await by.post(path, {
        ...fields,
        step: 'confirm',
        idempotencyKey: hidden(confirm.html, 'idempotencyKey'),
      });
      expect(done.status, done.text).toBe(303);
      return confirm;
    };
    await act(engineer, 'application.routed', {});
    const priced = await act(engineer, 'offer.issued', {
      'quote.connection.ampere': '25',
      'quote.connection.volt': '400',
      'quote.connection.distanceM': '40',
      'quote.connection.planReference': 'tīkla shēma 1:500',
      'quote.loadUnitPrice': '92,40',
      'quote.regime': 'auto',
      termOn: '10.12.2026.',
      paymentDueOn: '30.04.2026.',
      channel: 'portal',
      ownershipBoundary: 'Uzskaites sadalne pie zemes gabala robežas',
    });
    expect(priced.text).toContain('1397,55 EUR');
    const offered = await customer.get(`/cases/${id}`);
    expect(offered.text).toContain('Atbilde uz piedāvājumu');
    expect(offered.text).toContain('1397,55 EUR');
    await act(customer, 'offer.objected', { reasons: 'Attālums ir īsāks.' });
    expect((await engineer.get(`/cases/${id}`)).text).toContain('Attālums ir īsāks.');
  });
});

describe('pages', () => {
  test('have no bare keys in either language and are light', async () => {
    const id = await applied(customer, 'Parka iela 2, Cēsis');
    const seen: [Visitor, readonly string[]][] = [
      [
        customer,
        ['/cases', '/apply', `/cases/${id}`, `/cases/${id}/acts/complaint.filed`, `/apply/${id}/receipt`],
      ],
      [engineer, ['/cases', `/cases/${id}`, `/cases/${id}/acts/application.routed`, '/approvals']],
      [service, [`/cases/${id}/acts/customer.identified`]],
    ];
    for (const [visitor, paths] of seen) {
      for (const path of paths.flatMap((one) => [`${one}?lang=lv`, `${one}?lang=en`])) {
        const page = await visitor.get(path);
        expect(page.status, path).toBe(200);
        expect(page.text, path).not.toMatch(BARE_KEY);
        expect(page.html.length, path).toBeLessThan(90_000);
      }
    }
  });
});
