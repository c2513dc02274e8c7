import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from '../../db/connect.ts';
import { rateLimits } from '../../src/http/rate-limits.ts';
import { NOT_FOR_CUSTOMERS } from '../support/citations.ts';
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

const PAGES = [
  '/',
  '/estimate',
  '/process',
  '/waiting-times',
  '/forms',
  '/forms/readiness',
  '/forms/withdrawal',
  '/accessibility',
  '/privacy',
  '/terms',
  '/sign-in',
  '/register',
  '/styleguide',
];

describe('every public page', () => {
  test.each(PAGES.flatMap((path) => (['lv', 'en'] as const).map((language) => [path, language] as const)))(
    '%s is there in %s',
    async (path, language) => {
      const page = await portal.visitor().get(path, { 'Accept-Language': language });
      expect(page.status).toBe(200);
      expect(page.html).toContain(`<html lang="${language}">`);
      expect(page.headers.get('Content-Language')).toBe(language);
      expect(page.html.match(/<h1/g)).toHaveLength(1);
      expect(page.html).not.toMatch(/undefined|\[object|NaN/);
      expect(page.text).not.toMatch(NOT_FOR_CUSTOMERS);
      expect(Buffer.byteLength(page.html)).toBeLessThan(60_000);
    },
  );

  test('runs nothing but our own files, and is framed, sniffed and kept by nobody', async () => {
    const { headers, html } = await portal.visitor().get('/');
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(html).not.toMatch(/ style=| on[a-z]+="/);
  });

  test('asks for no cookie where there is no form', async () => {
    expect((await portal.visitor().get('/process')).headers.getSetCookie()).toEqual([]);
  });
});

describe('language', () => {
  test('is Latvian unless somebody wants English', async () => {
    const htmlOf = async (accept: string) =>
      (await portal.visitor().get('/', { 'Accept-Language': accept })).html;
    expect(await htmlOf('de, fr;q=0.5')).toContain('lang="lv"');
    expect(await htmlOf('*')).toContain('<html lang="lv">');
    expect(await htmlOf('en-GB, lv;q=0.5')).toContain('<html lang="en">');
    expect((await portal.visitor().get('/')).html).toContain('<html lang="lv">');
  });

  test('that was chosen once stays chosen', async () => {
    const visitor = portal.visitor();
    await visitor.get('/?lang=en');
    expect((await visitor.get('/process')).html).toContain('<html lang="en">');
    expect((await visitor.get('/process?lang=xx')).html).toContain('<html lang="en">');
    await visitor.get('/process?lang=lv');
    expect((await visitor.get('/')).html).toContain('<html lang="lv">');
  });

  test('switches on the same page, with what was asked of it', async () => {
    const page = await portal.visitor().get('/estimate?connection.ampere=25&lang=lv');
    expect(page.html).toContain('href="/estimate?connection.ampere&#x3D;25&amp;lang&#x3D;en"');
  });
});

describe('errors', () => {
  test('an address that does not exist', async () => {
    const page = await portal.visitor().get('/nav-tadas');
    expect(page.status).toBe(404);
    expect(page.text).toContain('Šādas lapas nav');
    expect(page.headers.get('Content-Type')).toContain('text/html');
  });

  test('of the API stay as they are, and so do health and unknown assets', async () => {
    const api = await portal.visitor().get('/api/v1/nothing');
    expect(api.status).toBe(404);
    expect(api.headers.get('Content-Type')).toContain('application/problem+json');
    expect((await portal.visitor().get('/healthz')).headers.get('Content-Type')).toContain('json');
    expect((await portal.visitor().get('/assets/nothing.css')).status).toBe(404);
  });

  test('too many requests are told on a page too', async () => {
    const limits = rateLimits(false, { requestsPerMinute: 1, signInsPerMinute: null });
    const limited = await runPortal(db, { limits });
    await limited.visitor().get('/process');
    const page = await limited.visitor().get('/process');
    expect(page.status).toBe(429);
    expect(page.text).toContain('Pārāk daudz pieprasījumu');
    expect(page.headers.get('Retry-After')).toMatch(/^\d+$/);
    await limited.stop();
  });

  test('another method than a page has', async () => {
    const answer = await fetch(`${portal.address}/process`, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(await answer.text()).toContain('Šeit tas nav iespējams');
  });

  test('a fault of ours tells a number and nothing of the inside', async () => {
    const broken = await runPortal(db, {
      services: {
        book: () => {
          throw new Error('secret of the inside');
        },
      },
    });
    const page = await broken.visitor().get('/process');
    expect(page.status).toBe(500);
    expect(page.html).not.toContain('secret');
    await broken.stop();
  });

  test('a fault of ours on a page is told in the same look', async () => {
    const failing: Connection = {
      db: db.db,
      query: () => Promise.reject(new Error('secret of the database')),
    };
    const broken = await runPortal(db, { services: { db: failing } });
    const page = await broken.visitor().get('/waiting-times');
    expect(page.status).toBe(500);
    expect(page.text).toContain('Kļūda mūsu pusē');
    expect(page.text).toMatch(/Pieprasījuma numurs: [\da-f-]{36}/);
    expect(page.html).not.toContain('secret');
    expect(broken.logged().join()).toContain('fault');
    await broken.stop();
  });
});

describe('the style guide', () => {
  test('is for trials alone', async () => {
    const real = await runPortal(db, { services: { demo: false } });
    expect((await real.visitor().get('/styleguide')).status).toBe(404);
    expect((await real.visitor().get('/sign-in')).text).not.toContain('demo');
    expect((await real.visitor().get('/')).text).not.toContain('Izmēģinājuma vide');
    await real.stop();
  });
});

describe('assets', () => {
  test('are named by their content and kept for good', async () => {
    const { html } = await portal.visitor().get('/');
    const style = html.match(/href="(\/assets\/css\/portal-[\da-f]{12}\.css)"/)?.[1];
    const answer = await portal.visitor().get(style!);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(answer.html).toContain("url('/assets/fonts/");
  });

  test('lead nowhere out of their folder', async () => {
    for (const path of [
      '/assets/../package.json',
      '/assets/%2e%2e/services.ts',
      '/assets/css/00-tokens.css',
    ]) {
      expect((await portal.visitor().get(path)).status).toBe(404);
    }
  });
});

describe('queries', () => {
  test('a page asks the database the same number of times, whoever looks', async () => {
    let asked = 0;
    const counting: Connection = {
      get db() {
        asked += 1;
        return db.db;
      },
      query: (statement, params) => {
        asked += 1;
        return db.query(statement, params);
      },
    };
    const counted = await runPortal(db, { services: { db: counting } });
    const visitor = await counted.signedIn('customer');
    asked = 0;
    await visitor.get('/');
    expect(asked).toBe(1);
    asked = 0;
    await counted.visitor().get('/process');
    expect(asked).toBe(0);
    await counted.stop();
  });
});
