import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { isSecretField } from '../../src/portal/session/late-forms.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal, type Shown, type Visitor } from './running-portal.ts';

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

beforeEach(() => db.query('delete from kept_forms'));

const TYPED = {
  'customer.kind': 'natural',
  'customer.name': 'Anna "Annele" <b>Ozola</b> & dēls $& $1',
  'customer.phone': '+371 20000009',
  'customer.household': 'yes',
};

const LV = { 'Accept-Language': 'lv' };

async function sessionsEnd(): Promise<void> {
  await db.query(`update sessions set expires_at = now() - interval '1 minute'`);
}

/** A person of this name has the form open while the session runs out. */
async function typing(username = 'customer', page = '/apply'): Promise<Visitor> {
  const visitor = await portal.signedIn(username);
  await visitor.get(page);
  await sessionsEnd();
  return visitor;
}

async function signIn(visitor: Visitor, username: string, next: string): Promise<Shown> {
  await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`);
  return visitor.post('/sign-in', { username, password: 'demo', next });
}

const kept = async (): Promise<number> =>
  (await db.query<{ n: number }>('select count(*)::int as n from kept_forms'))[0]?.n ?? -1;

const cases = async (): Promise<number> =>
  (await db.query<{ n: number }>('select count(*)::int as n from cases'))[0]?.n ?? -1;

describe('a form that is sent after the sign-in has ended', () => {
  test('is not lost: its owner signs in and finds it as it was typed, once, and nothing was done by itself', async () => {
    const before = await cases();
    const visitor = await typing();
    const answer = await visitor.post('/apply', TYPED, { Referer: `${portal.address}/apply` });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Jūsu sesija ir beigusies');
    expect(answer.text).toContain('ir saglabāts vienu stundu');
    expect(answer.html).toContain('href="/sign-in?next&#x3D;%2Fapply"');
    expect(answer.html).not.toContain('Annele');

    expect((await signIn(visitor, 'customer', '/apply')).location).toBe('/apply');
    const form = await visitor.get('/apply', LV);
    expect(form.text).toContain('Ievadītais ir atgriezts veidlapā');
    expect(form.html).toContain(
      'value="Anna &quot;Annele&quot; &lt;b&gt;Ozola&lt;/b&gt; &amp; dēls $&amp; $1"',
    );
    expect(form.html).toContain('value="+371 20000009"');
    expect(form.html).toMatch(/value="natural" checked/);
    expect(form.html).toMatch(/name="customer\.household" value="yes"[^>]* checked>/);
    expect(await cases()).toBe(before);

    const second = await visitor.get('/apply');
    expect(second.html).not.toContain('Annele');
    expect(await kept()).toBe(0);
    // Sent again by the person, with the token of the new session.
    expect((await visitor.post('/apply', { ...TYPED, 'customer.name': 'Anna Ozola' })).status).not.toBe(401);
  });

  test('is told in English as well', async () => {
    const visitor = await typing('customer', '/apply?lang=en');
    const answer = await visitor.post('/apply', TYPED);
    expect(answer.text).toContain('Your sign-in has ended');
    await signIn(visitor, 'customer', '/apply');
    expect((await visitor.get('/apply')).text).toContain('What you typed is back in the form');
  });

  test('is found also where another page was opened in between', async () => {
    const visitor = await typing();
    const { cookies } = visitor;
    const token = visitor.token();
    await visitor.get('/process');
    expect(cookies.has('sesija')).toBe(false);
    expect((await visitor.post('/apply', { ...TYPED, _csrf: token })).status).toBe(401);
    await signIn(visitor, 'customer', '/apply');
    expect((await visitor.get('/apply')).html).toContain('Annele');
  });

  test('is given back to whoever has signed in again in another window meanwhile', async () => {
    const visitor = await typing();
    const token = visitor.token();
    await signIn(visitor, 'customer', '/');
    const answer = await visitor.post('/apply', { ...TYPED, _csrf: token });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Atvērt veidlapu');
    expect((await visitor.get('/apply')).html).toContain('Annele');
  });

  test('shows nothing to another account in the same browser, nor to the owner’s account in another', async () => {
    const visitor = await typing();
    await visitor.post('/apply', TYPED);
    await signIn(visitor, 'company', '/apply');
    for (const path of ['/apply', '/my-data', '/cases'])
      expect((await visitor.get(path)).html).not.toContain('Annele');
    const elsewhere = await portal.signedIn('customer');
    expect((await elsewhere.get('/apply')).html).not.toContain('Annele');
    expect(await kept()).toBe(1);
  });

  test('is no form of whoever has signed in since: nothing is kept, nothing is done', async () => {
    const visitor = await typing();
    const token = visitor.token();
    await signIn(visitor, 'company', '/');
    expect((await visitor.post('/apply', { ...TYPED, _csrf: token })).status).toBe(403);
    expect(await kept()).toBe(0);
  });

  test('of another site plants nothing, whatever it says of where it came from', async () => {
    const visitor = await typing();
    const crossSite = await visitor.post('/apply', TYPED, { 'Sec-Fetch-Site': 'cross-site' });
    expect(crossSite.status).toBe(403);
    for (const _csrf of ['', 'x'.repeat(43)])
      expect((await visitor.post('/apply', { ...TYPED, _csrf })).status).toBe(403);
    expect(await kept()).toBe(0);
    await signIn(visitor, 'customer', '/apply');
    expect((await visitor.get('/apply')).html).not.toContain('Annele');
  });

  test('stands in the database so that nobody reads it, without passwords, and not for long', async () => {
    const visitor = await typing('customer', '/my-data/password');
    await visitor.post('/apply', { ...TYPED, current: 'my old one', otp: '123456' });
    const rows = await db.query<{ sealed: string }>('select * from kept_forms');
    expect(rows).toHaveLength(1);
    const token = visitor.cookies.get('beigusies') ?? '';
    expect(token).not.toBe('');
    const stored = `${JSON.stringify(rows)} ${Buffer.from(rows[0]!.sealed, 'base64').toString('latin1')}`;
    for (const secret of ['Annele', '20000009', 'my old one', token]) expect(stored).not.toContain(secret);
    await db.query(`update kept_forms set expires_at = now() - interval '1 second'`);
    await signIn(visitor, 'customer', '/apply');
    const form = await visitor.get('/apply');
    expect(form.html).not.toContain('Annele');
  });

  test('is not kept where it is too long, and no more than ten of an account are', async () => {
    const visitor = await typing();
    const token = visitor.token();
    const long = await visitor.post('/apply', { ...TYPED, _csrf: token, note: 'a'.repeat(200_000) });
    expect(long.status).toBe(401);
    expect(long.text).toContain('saglabāt nevarējām');
    for (let at = 0; at < 12; at += 1)
      await visitor.post(
        '/apply',
        { ...TYPED, _csrf: token },
        { Referer: `${portal.address}/apply?at=${at}` },
      );
    expect(await kept()).toBe(10);
  });

  test('with files says that they are to be chosen again, and keeps the rest', async () => {
    const visitor = await typing();
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...TYPED, _csrf: visitor.token() })) body.set(name, value);
    body.set('files', new File(['x'], 'a.pdf'));
    const answer = await visitor.postBare('/apply', body);
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Datnes nav saglabātas');
    await signIn(visitor, 'customer', '/apply');
    const form = await visitor.get('/apply');
    expect(form.html).toContain('Annele');
    expect(form.text).toContain('Datnes nav saglabātas');
  });

  test('whose page is no longer there is shown as text', async () => {
    const visitor = await typing();
    await visitor.post('/apply', TYPED, { Referer: `${portal.address}/process` });
    await signIn(visitor, 'customer', '/process');
    const page = await visitor.get('/process');
    expect(page.text).toContain('Šajā lapā veidlapas vairs nav');
    expect(page.text).toContain('Annele');
  });
});

test('every password field of the pages is known as one that is never kept', () => {
  const folder = join(import.meta.dirname, '../../src/portal');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/input\('([^']+)', \{(?:[^{}]|\{[^}]*\})*?\}/g),
    ])
    .filter(([call]) => /type: 'password'|one-time-code/.test(call))
    .map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !isSecretField(name))).toEqual([]);
});
