import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { rateLimits } from '../../src/http/rate-limits.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

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

describe('signing in', () => {
  test('opens a session whose cookie no script can read and no other site can send along', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    const answer = await visitor.post('/sign-in', { username: 'company', password: 'demo' });
    expect(answer.status).toBe(303);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('sesija='));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
    const home = await visitor.get('/');
    expect(home.text).toContain('SIA "Paraugs"');
  });

  test('over TLS the cookie is sent over TLS alone and carries __Host-', async () => {
    const secure = await runPortal(db, { services: { secure: true } });
    const page = await secure.visitor().get('/sign-in');
    expect(page.headers.getSetCookie().join()).toMatch(/__Host-\w+=.*Secure/);
    expect(page.headers.get('Content-Security-Policy')).toContain('upgrade-insecure-requests');
    await secure.stop();
  });

  test('is the same session as the API knows', async () => {
    const visitor = await portal.signedIn('customer');
    const answer = await fetch(`${portal.address}/api/v1/sessions`, {
      headers: { Authorization: `Bearer ${visitor.cookies.get('sesija')}` },
    });
    expect(await answer.json()).toMatchObject({ username: 'customer', level: '2' });
  });

  test('tells alike who has no account and who mistyped the password', async () => {
    const real = await runPortal(db, { services: { demo: false } });
    const told = async (username: string) => {
      const visitor = real.visitor();
      await visitor.get('/sign-in');
      const { status, text } = await visitor.post('/sign-in', { username, password: 'not-this-one' });
      return { status, text: text.replaceAll(username, '') };
    };
    const [known, unknown] = [await told('company'), await told('nobody-here')];
    expect(known.status).toBe(422);
    expect(unknown).toEqual(known);
    await real.stop();
  });

  test('shows an empty form again with an error at each field, and never the password', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    const empty = await visitor.post('/sign-in', { username: '', password: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Ievadiet lietotājvārdu');
    expect(empty.text).toContain('Ievadiet paroli');
    const wrong = await visitor.post('/sign-in', { username: 'company', password: 'hunter2-secret' });
    expect(wrong.html).not.toContain('hunter2-secret');
    expect(wrong.html).toContain('value="company"');
  });

  test('goes on to the page that was wanted, and to no other site', async () => {
    const goes = async (next: string) => {
      const visitor = portal.visitor();
      await visitor.get('/sign-in');
      return (await visitor.post('/sign-in', { username: 'customer', password: 'demo', next })).location;
    };
    expect(await goes('/waiting-times?lang=en')).toBe('/waiting-times?lang=en');
    const home = await goes('');
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
      expect(await goes(next)).toBe(home);
    }
  });

  test('a failed sign-in opens no session, and a sign-out ends the one there was', async () => {
    const visitor = await portal.signedIn('engineer');
    await visitor.get('/');
    const token = visitor.cookies.get('sesija');
    const out = await visitor.post('/sign-out', {});
    expect(out.location).toBe('/?done=signedOut');
    expect(visitor.cookies.has('sesija')).toBe(false);
    const answer = await fetch(`${portal.address}/api/v1/sessions`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
  });

  test('a cookie that nobody holds any more is dropped', async () => {
    const visitor = portal.visitor();
    visitor.cookies.set('sesija', 'ended-long-ago');
    await visitor.get('/');
    expect(visitor.cookies.has('sesija')).toBe(false);
  });
});

describe('a form', () => {
  test('without our token, with that of another browser or with none of a session is refused, and changes nothing', async () => {
    const stranger = portal.visitor();
    await stranger.get('/sign-in');
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    for (const _csrf of ['', 'x'.repeat(43), stranger.token()]) {
      const answer = await visitor.post('/sign-in', { username: 'customer', password: 'demo', _csrf });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('veidlapa vairs nav derīga');
      expect(visitor.cookies.has('sesija')).toBe(false);
    }
  });

  test('from before signing in is no longer good afterwards', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    const before = visitor.token();
    await visitor.post('/sign-in', { username: 'customer', password: 'demo' });
    expect((await visitor.post('/sign-out', { _csrf: before })).status).toBe(403);
  });

  test('that another site sent is refused even with a token', async () => {
    const visitor = await portal.signedIn('customer');
    await visitor.get('/');
    const answer = await visitor.post('/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  test('no address of the portal takes a POST without a token', async () => {
    for (const path of ['/sign-in', '/sign-out', '/register', '/context', '/nothing-here']) {
      expect((await portal.visitor().postBare(path, new URLSearchParams({ a: '1' }))).status, path).toBe(403);
    }
  });

  test('with files is taken from signed-in people alone', async () => {
    const form = new FormData();
    form.set('file', new File(['x'], 'a.pdf'));
    expect((await portal.visitor().postBare('/sign-in', form)).status).toBe(403);
  });

  test('that is too long is refused', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    expect((await visitor.post('/sign-in', { username: 'a'.repeat(300_000) })).status).toBe(413);
  });

  test('in the body of JSON is no form', async () => {
    const answer = await portal
      .visitor()
      .postBare('/sign-in', '{"username":"customer"}', { 'Content-Type': 'application/json' });
    expect(answer.status).toBe(403);
  });
});

describe('guessing', () => {
  beforeEach(() => db.query('delete from tries'));

  test('is slowed by address, and told so at the form', async () => {
    const limited = await runPortal(db, {
      limits: rateLimits(false, { requestsPerMinute: null, signInsPerMinute: 2 }),
    });
    const visitor = limited.visitor();
    await visitor.get('/sign-in');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      statuses.push(
        (await visitor.post('/sign-in', { username: `nobody-${attempt}`, password: 'x' })).status,
      );
    }
    expect(statuses).toEqual([422, 422, 429]);
    const last = await visitor.post('/sign-in', { username: 'nobody', password: 'x' });
    expect(last.text).toContain('Pārāk daudz mēģinājumu');
    expect(last.headers.get('Retry-After')).toMatch(/^\d+$/);
    await limited.stop();
  });

  test('keeps no owner out of a browser that has signed in before', async () => {
    const owner = await portal.signedIn('service2');
    await owner.get('/cases');
    await owner.post('/sign-out', {});
    const stranger = portal.visitor();
    await stranger.get('/sign-in');
    for (let attempt = 0; attempt < 11; attempt += 1)
      await stranger.post('/sign-in', { username: 'service2', password: 'x' });
    expect((await stranger.post('/sign-in', { username: 'service2', password: 'demo' })).status).toBe(429);
    await owner.get('/sign-in');
    expect((await owner.post('/sign-in', { username: 'service2', password: 'demo' })).status).toBe(303);
    expect((await owner.get('/my-data')).text).toContain('Zināmās ierīces un tīkli');
  });

  test('locks the name that was guessed at, whether or not there is such an account', async () => {
    for (const username of ['finance2', 'nobody-at-all']) {
      const visitor = portal.visitor();
      await visitor.get('/sign-in');
      for (let attempt = 0; attempt < 11; attempt += 1)
        await visitor.post('/sign-in', { username, password: 'x' });
      const locked = await visitor.post('/sign-in', { username, password: 'demo' });
      expect(locked.status).toBe(429);
      expect(locked.text).toContain('Pārāk daudz neveiksmīgu mēģinājumu');
    }
  });
});
