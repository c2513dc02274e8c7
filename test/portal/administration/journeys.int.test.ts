import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { openFreshEmbedded } from '../../support/database.ts';
import { type RunningPortal, runPortal, type Shown, type Visitor } from '../running-portal.ts';

let db: Database;
let portal: RunningPortal;
let admin: Visitor;
let admin2: Visitor;

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db);
  [admin, admin2] = [await portal.signedIn('admin'), await portal.signedIn('admin2')];
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

/** Fills a form that stands at an address, sends it, and shows what came. */
async function fill(by: Visitor, path: string, fields: Record<string, string>, to = path): Promise<Shown> {
  const { html } = await by.get(path);
  return by.post(to, { idempotencyKey: hidden(html, 'idempotencyKey'), ...fields });
}

const fieldError = ({ html }: Shown, id: string): string =>
  html.match(new RegExp(`id="f-${id}-error"[^>]*>([\\s\\S]*?)</p>`))?.[1]?.replace(/<[^>]+>/g, '') ?? '';

/** What the form of a version or of the operator shows at first. */
const shownValues = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input id="f-[^"]+" name="([^"]+)" type="(?:text|email|tel)" value="([^"]*)"/g)].map(
      ([, name, value]) => [
        name!,
        value!.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
      ],
    ),
  );

describe('changing the law by forms (ADR 0060)', () => {
  test('a figure: one proposes, cannot approve, another sees the effect and approves', async () => {
    const fields = {
      value: '0,22',
      since: '01.07.2026.',
      status: 'verified',
      source: 'PVN likuma 41. pants',
    };
    const { html } = await admin.get('/admin/figures/vat-rate');
    const once = { ...fields, idempotencyKey: hidden(html, 'idempotencyKey') };
    const sent = await admin.post('/admin/figures/vat-rate', once);
    const again = await admin.post('/admin/figures/vat-rate', once);
    expect(sent.location, sent.text).toMatch(/^\/admin\/proposals\/[\w-]+\?done=proposed$/);
    expect(again.location).toBe(sent.location);
    const path = sent.location!.split('?')[0]!;

    const own = await admin.get(sent.location!);
    expect(own.text).toContain('Priekšlikums ir iesniegts');
    expect(own.text).toContain('apstiprināt var cits administrators');
    const forced = await admin.post(path, { decision: 'apply' });
    expect(forced.status).toBe(403);

    const other = await admin2.get(path);
    expect(other.text).toMatch(/21 %.*22 %/);
    expect((await admin2.get(`${path}/impact`)).text).toContain('Nevienai iesāktai lietai nekas nemainās');
    const undecided = await admin2.post(path, {});
    expect([undecided.status, fieldError(undecided, 'decision')]).toEqual([
      422,
      expect.stringContaining('Izvēlieties'),
    ]);
    const done = await admin2.post(path, { decision: 'apply' });
    expect(done.location).toBe(`${path}?done=proposalDecided`);
    expect((await admin2.post(path, { decision: 'apply' })).status).toBe(409);
    const figure = await admin.get('/admin/figures/vat-rate');
    expect(figure.text).toMatch(/01\.07\.2026\. 22 % .*Ierosināja admin, apstiprināja admin2/);
    expect((await admin.get('/admin/proposals?state=approved')).html).toContain(path);
  });

  test('what may not become law stands at its field', async () => {
    const wrong = await fill(admin, '/admin/figures/vat-rate', {
      value: 'divdesmit',
      since: 'rīt',
      status: 'verified',
      source: '',
    });
    expect(wrong.status).toBe(422);
    expect(fieldError(wrong, 'since')).not.toBe('');
    expect(fieldError(wrong, 'source')).not.toBe('');
    const pattern = await fill(admin, '/admin/figures/vat-rate', {
      value: 'divdesmit',
      since: '01.08.2026',
      status: 'verified',
      source: 'x',
    });
    expect(fieldError(pattern, 'value')).toContain('jāraksta');
    const early = await fill(admin, '/admin/figures/vat-rate', {
      value: '0.23',
      since: '10.03.2026',
      status: 'verified',
      source: 'x',
    });
    expect(early.text).toContain('11.03.2026.');
  });

  test('a reading of an unclear clause in words, withdrawn by who proposed it', async () => {
    const sent = await fill(admin, '/admin/settings/days.atLeast', {
      value: 'dateDifference',
      since: '01.06.2026',
      source: 'valdes lēmums',
    });
    const path = sent.location!.split('?')[0]!;
    const page = await admin.get(path);
    expect(page.text).toMatch(/pilnas dienas pa vidu.*datumu starpība/);
    expect((await admin.get('/admin/settings/days.atLeast')).html).toContain(path);
    const bare = await admin.post(path, { decision: 'decline', reasons: '' });
    expect(fieldError(bare, 'reasons')).not.toBe('');
    const withdrawn = await admin.post(path, { decision: 'decline', reasons: 'pārdomāju' });
    expect(withdrawn.status).toBe(303);
    expect((await admin.get(path)).text).toMatch(/Noraidīts.*pārdomāju/);
  });

  test.each([
    ['refund.days', '10', 'Atmaksas termiņš: 10 dienas'],
    ['nonPayment.auto', 'false', 'Līgums beidzas bez samaksas pats: nē'],
  ])('%s takes a value of its own form', async (name, value, told) => {
    const sent = await fill(admin, `/admin/settings/${name}`, {
      value,
      since: '01.06.2026',
      source: 'valde',
    });
    expect(sent.location, sent.text).toMatch(/^\/admin\/proposals\//);
    expect((await admin.get('/admin/proposals?state=pending')).text).toContain(told);
    const wrong = await fill(admin, `/admin/settings/${name}`, {
      value: 'x',
      since: '01.06.2026',
      source: 'valde',
    });
    expect(fieldError(wrong, 'value')).not.toBe('');
  });

  test('a day off of the calendar shows in its month once it is approved', async () => {
    const sent = await fill(
      admin,
      '/admin/calendar?year=2026',
      {
        on: '15.05.2026',
        kind: 'day-off',
        name: 'Pārcelta diena',
        source: 'MK rīkojums',
      },
      '/admin/calendar',
    );
    const path = sent.location!.split('?')[0]!;
    await admin2.get(path);
    expect((await admin2.post(path, { decision: 'apply' })).status).toBe(303);
    const page = await admin.get('/admin/calendar?year=2026');
    expect(page.html).toMatch(/months__day--off[^>]*title="Pārcelta diena">15</);
    const twice = await fill(admin, '/admin/calendar', {
      on: '15.05.2026',
      kind: 'day-off',
      name: 'Vēlreiz',
      source: 'MK rīkojums',
    });
    expect(twice.status).toBe(422);
    expect(fieldError(twice, 'on')).toContain('jau ir');
  });

  test('a version of Part II with its text: prefilled, changed in one condition', async () => {
    const { html } = await admin.get('/admin/terms/new');
    const values = shownValues(html);
    expect(values['parameters.objectionDays']).toBe('30');
    const form = new FormData();
    const fields = {
      ...values,
      _csrf: hidden(html, '_csrf'),
      idempotencyKey: hidden(html, 'idempotencyKey'),
      version: '2026-07-01',
      publishedOn: '01.03.2026',
      effectiveOn: '01.07.2026',
      ground: 'law',
      exemption: '',
      source: 'sadalestikls.lv',
      'parameters.objectionDays': '40',
    };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('documentId', new File(['%PDF-1.7 II daļa'], 'II-dala.pdf', { type: 'application/pdf' }));
    const sent = await admin.postBare('/admin/terms/new', form);
    expect(sent.location, sent.text).toMatch(/^\/admin\/proposals\//);
    const path = sent.location!.split('?')[0]!;
    const page = await admin2.get(path);
    expect(page.text).toMatch(/Iebildumu termiņš.*30 dienas 40 dienas/);
    expect(page.text).not.toContain('Atteikuma tiesības');
    expect((await admin2.post(path, { decision: 'apply' })).status).toBe(303);
    expect((await admin.get('/admin/terms')).text).toContain('2026-07-01');
    const text = await admin.get('/admin/terms/2026-07-01/document');
    expect([text.status, text.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);

    const picture = new FormData();
    for (const [name, value] of Object.entries({ ...fields, version: '2026-08-01' }))
      picture.set(name, value);
    picture.set('documentId', new File(['GIF89a'], 'a.pdf', { type: 'application/pdf' }));
    const refused = await admin.postBare('/admin/terms/new', picture);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Pievienojiet PDF failu');
  });

  test('the operator’s details: only what differs is told', async () => {
    const { html } = await admin.get('/admin/operator/change');
    const values = shownValues(html);
    const wrong = await admin.post('/admin/operator/change', {
      ...values,
      'account.iban': 'LV00',
      source: 'x',
    });
    expect(fieldError(wrong, 'account-iban')).not.toBe('');
    const sent = await admin.post('/admin/operator/change', {
      ...values,
      phone: '8404',
      'account.iban': 'LV80BANK0000435195001',
      source: 'valdes lēmums',
    });
    expect(sent.location, sent.text).toMatch(/^\/admin\/proposals\//);
    const page = await admin2.get(sent.location!.split('?')[0]!);
    expect(page.text).toMatch(/Tālrunis 8403 .* 8404/);
    expect(page.text).not.toContain('Laika josla');
  });
});

describe('accounts by forms', () => {
  const passwordIn = ({ html }: Shown): string => html.match(/<code>([^<]+)<\/code>/)?.[1] ?? '';

  /** The other administrator approves what waits for this account, the latest first. */
  async function approved(username: string): Promise<Shown> {
    const { html } = await admin2.get('/approvals');
    const acts = [...html.matchAll(new RegExp(`approval-([0-9a-f-]{36})">[^\\n]*${username}`, 'g'))];
    return admin2.post(`/approvals/${acts.at(-1)![1]}`, { decision: 'apply', reasons: 'pareizi' });
  }

  test('an account is opened, its password told once to the second person, its roles changed, and it is closed', async () => {
    const blank = await fill(admin, '/admin/users/new', { username: '', name: '' });
    expect(blank.status).toBe(422);
    expect([fieldError(blank, 'username'), fieldError(blank, 'roles')]).not.toContain('');
    const fields = { username: 'Rita', name: 'Rita Kalniņa', language: 'lv', roles: 'engineer' };
    const asked = await fill(admin, '/admin/users/new', fields);
    expect(asked.location, asked.text).toBe('/approvals?done=accountActAsked');
    const made = await approved('rita');
    expect(made.status, made.text).toBe(200);
    const password = passwordIn(made);
    await admin.get('/admin/users/new');
    const twice = await admin.post('/admin/users/new', fields);
    expect([twice.status, fieldError(twice, 'username')]).toEqual([422, expect.stringContaining('jau ir')]);

    const path = made.html.match(/href="(\/admin\/users\/[^"]+)"[^>]*>Uz kontu/)?.[1] ?? '';
    const rita = portal.visitor();
    await rita.get('/sign-in');
    expect((await rita.post('/sign-in', { username: 'rita', password })).status).toBe(303);
    expect((await admin.get(path)).text).not.toContain(password);

    const none = await fill(admin, path, { act: 'roles' });
    expect(none.status).toBe(409);
    expect(fieldError(none, 'roles')).not.toBe('');
    const changed = await admin.postBare(
      path,
      new URLSearchParams([
        ['_csrf', admin.token()],
        ['act', 'roles'],
        ['roles', 'service'],
        ['roles', 'finance'],
      ]),
    );
    expect(changed.location, changed.text).toBe(`${path}?done=accountActAsked`);
    expect((await approved('rita')).location).toBe('/approvals?decided=applied');
    const page = await admin.get(path);
    expect(page.text).toContain('Klientu serviss, Finanses');
    expect(page.text).toMatch(/Mainītas lomas Inženieris → Klientu serviss, Finanses admin2/);

    expect(passwordIn(await fill(admin, path, { act: 'password' }))).toBe('');
    const fresh = await approved('rita');
    expect(passwordIn(fresh)).not.toBe(password);
    expect((await fill(admin, path, { act: 'close' })).status).toBe(303);
    await rita.get('/sign-in');
    const shut = await rita.post('/sign-in', { username: 'rita', password: passwordIn(fresh) });
    expect(shut.status).not.toBe(303);
    expect((await admin.get('/admin/users?active=false')).text).toContain('Rita Kalniņa');
  });

  test('nobody closes the own account', async () => {
    expect((await admin.get('/admin/users/demo-admin')).html).not.toContain('value="close"');
    const forced = await fill(admin, '/admin/users/demo-admin', { act: 'close' });
    expect(forced.status).toBe(409);
    expect(forced.text).toContain('to dara cits administrators');
  });
});

describe('the record of readings', () => {
  test('shows data protection who of staff looked, and filters by day and person', async () => {
    const customer = await portal.signedIn('customer');
    await customer.get('/apply');
    const drafted = await customer.post('/apply', {
      'customer.kind': 'natural',
      'customer.name': 'Anna Ozoliņa',
      'customer.email': 'anna@piemers.example',
      'customer.household': 'yes',
    });
    const id = drafted.location!.split('/')[2]!;
    const engineer = await portal.signedIn('engineer');
    expect((await engineer.get(`/cases/${id}`)).status).toBe(200);
    const privacy = await portal.signedIn('privacy');
    const all = await privacy.get('/privacy/audit');
    expect(all.text).toMatch(/engineer lietu/);
    expect(all.html).toContain(`href="/cases/${id}"`);
    expect((await privacy.get('/privacy/audit?account=engineer&day=10.03.2026.')).html).toContain(id);
    expect((await privacy.get('/privacy/audit?day=09.03.2026')).text).toContain('Neviens ieraksts neatbilst');
    expect((await privacy.get('/privacy/audit?day=vakar')).status).toBe(422);
    expect((await admin.get('/privacy/audit')).status).toBe(403);
  });
});
