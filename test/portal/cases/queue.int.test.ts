import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { openLawShelf } from '../../../src/casework/law-shelf.ts';
import { layDemoData } from '../../../src/demo/lay-demo-data.ts';
import { layDemoAccounts } from '../../../src/identity/demo-accounts.ts';
import { openFreshEmbedded } from '../../support/database.ts';
import { type RunningPortal, runPortal, TESTS_BEGIN, type Visitor } from '../running-portal.ts';

let db: Database;
let portal: RunningPortal;
let engineer: Visitor;
let service: Visitor;
let finance: Visitor;
let privacy: Visitor;
let customer: Visitor;

beforeAll(async () => {
  db = await openFreshEmbedded();
  await layDemoAccounts(db, Temporal.Now.instant());
  const { book } = await openLawShelf(db);
  await layDemoData({
    db,
    lawBook: book,
    compose: (notice) => ({ notice }),
    now: Temporal.Instant.from(TESTS_BEGIN),
  });
  portal = await runPortal(db);
  [engineer, service, finance, privacy, customer] = (await Promise.all(
    ['engineer', 'service', 'finance', 'privacy', 'customer'].map((name) => portal.signedIn(name)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor];
}, 120_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

const rowsIn = (html: string): number => html.match(/role="rowheader"/g)?.length ?? 0;
const casesIn = (html: string): string[] =>
  [...html.matchAll(/name="case" value="([^"]+)"/g)].map(([, id]) => id!);
const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

const idOf = async (status: string): Promise<string> =>
  (
    await db.query<{ id: string }>('select id from cases where status = $1 order by number limit 1', [status])
  )[0]!.id;

const statusOf = async (id: string): Promise<string> =>
  (await db.query<{ status: string }>('select status from cases where id = $1', [id]))[0]!.status;

describe('the queue', () => {
  test('begins with the own work of each role, with a count on every tab', async () => {
    const mine = await engineer.get('/cases');
    expect(mine.html).toMatch(/aria-current="page">Mans darbs<span class="count">\d+</);
    expect(mine.text).toContain('Jāsagatavo piedāvājums');
    expect(mine.text).not.toContain('Atmaksas');
    expect((await finance.get('/cases')).text).toContain('Atmaksas');
    const all = await engineer.get('/cases?work=all');
    expect(rowsIn(all.html)).toBeGreaterThan(rowsIn(mine.html));
    const count = Number(mine.html.match(/Mans darbs<span class="count">(\d+)/)?.[1]);
    expect(rowsIn(mine.html)).toBe(count);
  });

  test('data protection begins with the requests that await it, and sees of the other cases no names', async () => {
    expect((await privacy.get('/cases')).text).toContain('Datu pieprasījumi');
    const shown = await privacy.get('/cases?work=all');
    expect(shown.text).toContain('Nav redzams Jūsu lomai');
    expect(shown.text).not.toContain('Anna Ozoliņa');
    expect(shown.html).not.toContain('name="case"');
  });

  test('shows the operator’s target before the legal deadline, five days as delivered', async () => {
    const { text } = await engineer.get('/cases?work=offers');
    const [, lastDay, target] =
      text.match(/(\d{2}\.\d{2}\.\d{4})\. .{0,90}?mērķis (?:bija )?(\d{2}\.\d{2}\.\d{4})/) ?? [];
    const day = (typed: string) => Temporal.PlainDate.from(typed.split('.').reverse().join('-'));
    expect(day(target!).until(day(lastDay!)).days).toBe(5);
  });

  test('filters stand in the address and can be taken away one by one', async () => {
    const shown = await engineer.get(
      '/cases?work=all&deadline=payment-due&status=in-force,suspended&overdue=1',
    );
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Līgums spēkā un Darbi apturēti');
    expect(shown.html).toContain(
      'href="/cases?work&#x3D;all&amp;status&#x3D;in-force%2Csuspended&amp;overdue&#x3D;1"',
    );
    expect((await engineer.get('/cases?deadline=nekad')).status).toBe(422);
    expect((await engineer.get('/cases?from=2025-02-30')).status).toBe(422);
    expect((await engineer.get('/cases?work=nekads')).status).toBe(422);
  });

  test('the part that is fetched as one types is the list of the page', async () => {
    const query = 'work=all&q=Ozolina';
    const part = await engineer.get(`/staff/queue?${query}`);
    const page = await engineer.get(`/cases?${query}`);
    expect(part.html).not.toContain('<html');
    expect(rowsIn(part.html)).toBe(rowsIn(page.html));
    expect(page.html).toContain(part.html.trim());
    expect((await customer.get(`/staff/queue?${query}`)).status).toBe(403);
  });

  test('an empty list says what to do', async () => {
    const shown = await engineer.get('/cases?work=offers&q=nekasnavatrodams');
    expect(shown.text).toContain('Meklēt visās lietās');
  });
});

describe('saved views', () => {
  test('are kept under a name, once for two clicks, renamed and deleted', async () => {
    const queue = await engineer.get('/cases?work=all&overdue=1');
    const form = { id: hidden(queue.html, 'id'), query: 'work=all&overdue=1', name: 'Kavētie' };
    const kept = await engineer.post('/staff/views', form);
    expect(kept.location).toBe('/cases?work=all&overdue=1');
    await engineer.post('/staff/views', form);
    expect((await engineer.get(kept.location!)).html).toContain('aria-current="page">Kavētie<');
    const views = await engineer.get('/staff/views');
    expect(views.html.match(/Dzēst skatu/g)).toHaveLength(1);
    const path = `/staff/views/${form.id}`;
    expect((await engineer.post(path, { name: '' })).status).toBe(422);
    expect((await service.get('/staff/views')).text).not.toContain('Kavētie');
    await service.get('/staff/views');
    expect((await service.post(path, { name: 'Mans' })).status).toBe(404);
    await engineer.post(path, { name: 'Steidzamie' });
    expect((await engineer.get('/cases')).text).toContain('Steidzamie');
    await engineer.post(`${path}/removal`, {});
    expect((await engineer.get('/cases')).text).not.toContain('Steidzamie');
  });

  test('what cannot be shown is not kept', async () => {
    await engineer.get('/staff/views');
    const refused = await engineer.post('/staff/views', { query: 'deadline=nekad', name: 'Slikts' });
    expect(refused.status).toBe(422);
    expect((await engineer.get('/staff/views')).text).not.toContain('Slikts');
  });
});

describe('the export', () => {
  test('is the whole list with its names, as Excel of this country opens it, and is noted', async () => {
    const response = await engineer.get('/staff/cases.csv?work=all');
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="lietas-2026-03-10.csv"');
    const lines = response.html
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toMatch(/^Lieta;Stāvoklis;/);
    const [{ n }] = (await db.query<{ n: number }>('select count(*)::int as n from cases')) as [
      { n: number },
    ];
    expect(lines).toHaveLength(n + 1);
    expect(n).toBeGreaterThan(50);
    expect(response.html).toContain('"SIA ""Paraugs"""');
    const [noted] = await db.query<{ n: number }>(
      `select count(*)::int as n from read_audit where what = 'export' and account = 'engineer'`,
    );
    expect(noted!.n).toBe(n);
  });

  test('has no names for data protection, and is not for customers', async () => {
    const blind = await privacy.get('/staff/cases.csv');
    expect(blind.html).not.toContain('Anna Ozoliņa');
    expect((await customer.get('/staff/cases.csv')).status).toBe(403);
  });
});

describe('an act in several cases', () => {
  test('tells which will be done and which not, does each by itself, and once for two clicks', async () => {
    const received = await idOf('received');
    const queue = await service.get('/cases?work=all&status=offer-lapsed,offered');
    const chosen = casesIn(queue.html);
    expect(chosen.length).toBeGreaterThan(1);
    const query = new URLSearchParams([
      ['act', 'annulment.held'],
      ...[...chosen, received].map((id) => ['case', id]),
    ]);
    const asked = await service.get(`/staff/bulk?${query}`);
    expect(asked.text).toContain('Netiks izdarīts 1 lietā');
    expect(asked.text).toContain('Stāvoklī „Pieteikums saņemts” šī darbība nav iespējama.');
    expect(casesIn(asked.html)).not.toContain(received);
    const body = (reasons: string) =>
      new URLSearchParams([
        ['_csrf', service.token()],
        ['act', 'annulment.held'],
        ['idempotencyKey', hidden(asked.html, 'idempotencyKey')],
        ['reasons', reasons],
        ...[...casesIn(asked.html), received].map((id) => ['case', id]),
      ]);
    expect((await service.postBare('/staff/bulk', body(''))).status).toBe(422);
    const held = async () =>
      (await db.query(`select from history where type = 'annulment.held' and data->>'reasons' = 'Streiks'`))
        .length;
    const done = await service.postBare('/staff/bulk', body('Streiks'));
    expect(done.text).toContain(`no ${casesIn(asked.html).length + 1}.`);
    expect(done.text).toContain('Nav izdarīts');
    expect(await held()).toBe(casesIn(asked.html).length);
    await service.postBare('/staff/bulk', body('Streiks'));
    expect(await held()).toBe(casesIn(asked.html).length);
    expect(await statusOf(received)).toBe('received');
  });

  test('II.11.3: a held annulment is not warned of, and the page says since when', async () => {
    const lapsed = await idOf('offer-lapsed');
    const asked = await service.get(`/staff/bulk?act=annulment.warned&case=${lapsed}`);
    expect(asked.text).toContain('Anulēšana ir atlikta kopš');
    expect(asked.html).not.toContain('idempotencyKey');
  });

  test('is for the roles whose act it is', async () => {
    expect((await engineer.get('/staff/bulk?act=annulment.warned')).status).toBe(403);
    expect((await service.get('/staff/bulk?act=contract.terminated')).status).toBe(404);
    expect((await finance.get('/staff/bulk?act=hold.released')).text).toContain('Nav izvēlēta neviena lieta');
  });
});

describe('figures', () => {
  test('the dashboard leads to cases, and tells a day that is none', async () => {
    const shown = await engineer.get('/staff/dashboard?from=01.03.2025&to=10.03.2026');
    expect(shown.status).toBe(200);
    const links = [...shown.html.matchAll(/href="(\/cases\?[^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replaceAll('&#38;', '&'),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const href of new Set(links)) {
      const behind = await engineer.get(href);
      expect(behind.status, href).toBe(200);
      expect(rowsIn(behind.html), href).toBeGreaterThan(0);
    }
    expect((await engineer.get('/staff/dashboard?from=vakar')).status).toBe(422);
    expect((await engineer.get('/staff/dashboard?from=2026-02-01&to=2026-01-01')).status).toBe(422);
    expect((await privacy.get('/staff/dashboard')).status).toBe(403);
    expect((await customer.get('/staff/dashboard')).status).toBe(403);
  });

  test('the report is a page, a table and a document, and names nobody', async () => {
    const period = 'from=2025-03-01&to=2026-03-10';
    const page = await finance.get(`/staff/report?${period}`);
    expect(page.text).toContain('Noslēgti līgumi');
    expect(page.text).toContain('Līguma II daļas 11.5. punkts');
    const csv = await finance.get(`/staff/report.csv?${period}`);
    expect(csv.html).toContain('Noslēgti līgumi;');
    const pdf = await fetch(`${portal.address}/staff/report.pdf?${period}`, {
      headers: { Cookie: [...finance.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(pdf.headers.get('Content-Type')).toContain('application/pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('pdfaid');
    for (const text of [page.text, csv.html]) expect(text).not.toMatch(/Ozoliņa|P-20\d\d-\d{6}/);
    expect((await privacy.get(`/staff/report?${period}`)).status).toBe(403);
  });

  test('holds and common projects have their pages', async () => {
    const holds = await finance.get('/staff/holds');
    expect(holds.html).toContain('/acts/hold.released');
    expect((await engineer.get('/staff/holds')).html).not.toContain('/acts/hold.released');
    expect((await engineer.get('/staff/holds?cursor=nonsense')).status).toBe(422);
    expect((await engineer.get('/projects/KP-0001')).text).toContain('Kopējais projekts KP-0001');
    expect((await engineer.get('/projects/nav')).status).toBe(404);
    expect((await customer.get('/projects/KP-0001')).status).toBe(403);
  });
});
