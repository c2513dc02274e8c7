import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { openFreshEmbedded } from '../../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from '../running-portal.ts';

let db: Database;
let portal: RunningPortal;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db);
  for (const name of ['admin', 'admin2', 'engineer', 'privacy', 'customer'])
    visitors.set(name, await portal.signedIn(name));
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

const as = (name: string): Visitor => visitors.get(name)!;

const RULES = [
  '/admin/figures',
  '/admin/figures/vat-rate',
  '/admin/figures/load-unit-price',
  '/admin/settings',
  '/admin/settings/days.atLeast',
  '/admin/settings/refund.days',
  '/admin/settings/money.rounding',
  '/admin/calendar',
  '/admin/calendar?year=2027',
  '/admin/terms',
  '/admin/terms/2018-01-01',
  '/admin/operator',
  '/admin/proposals',
  '/admin/proposals?state=declined',
];

const ADMINISTRATORS = [
  '/admin/terms/new',
  '/admin/operator/change',
  '/admin/users',
  '/admin/users?staff=all&q=anna',
  '/admin/users/new',
  '/admin/users/demo-admin',
  '/admin/users/demo-customer',
  '/admin/users/demo-engineer',
  '/admin/jobs',
  '/admin/history',
];

const BARE_KEY = /\b(administration|acts|common|frame|cases)\.[a-zA-Z]+\b/;

describe('every page of the administration', () => {
  test.each([...RULES, ...ADMINISTRATORS])('%s is whole in both languages, and light', async (path) => {
    for (const language of ['lv', 'en']) {
      const page = await as('admin').get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(page.status, page.text).toBe(200);
      expect(page.html).toContain(`<html lang="${language}">`);
      expect(page.text).not.toMatch(BARE_KEY);
      expect(page.html.length).toBeLessThan(90_000);
    }
  });

  test.each(RULES)('%s is read by staff, who find no form on it', async (path) => {
    const page = await as('engineer').get(path);
    expect(page.status, page.text).toBe(200);
    expect(page.html).not.toMatch(/<form class="form" method="post" action="\/admin/);
  });

  test.each(ADMINISTRATORS)('%s is for administrators alone', async (path) => {
    expect((await as('engineer').get(path)).status).toBe(403);
    expect((await as('customer').get(path)).status).toBe(403);
    expect((await portal.visitor().get(path)).status).toBe(303);
  });

  test('customers and data protection have no business with the rules', async () => {
    expect((await as('customer').get('/admin/figures')).status).toBe(403);
    expect((await as('privacy').get('/admin/figures')).status).toBe(403);
  });

  test.each([
    '/admin/figures/nothing',
    '/admin/settings/nothing',
    '/admin/terms/nothing',
    '/admin/users/nobody',
    '/admin/proposals/00000000-0000-4000-8000-000000000000',
    '/admin/proposals/7/impact',
  ])('%s is not there', async (path) => {
    expect((await as('admin').get(path)).status).toBe(404);
  });

  test('the head leads there by role', async () => {
    expect((await as('admin').get('/admin/figures?lang=lv')).text).toContain('Pārvaldība');
    expect((await as('engineer').get('/cases')).html).toContain('href="/admin"');
    const home = await as('privacy').get('/cases');
    expect(home.html).toContain('href="/privacy/audit"');
    expect(home.html).not.toContain('href="/admin"');
    expect((await as('customer').get('/cases')).html).not.toContain('/admin');
  });
});
