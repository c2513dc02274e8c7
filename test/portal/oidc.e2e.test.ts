import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOf } from '../browser/axe.ts';
import { closeBrowser } from '../browser/chromium.ts';
import { type Product, startProduct } from '../browser/product.ts';
import { openContext } from '../browser/visit.ts';
import { type RunningProvider, runProvider } from '../identity/identity-provider.ts';

/** Sign-in by eID as a person does it: the product as a process of its own, a real provider, a real browser. */

const PEOPLE = {
  zane: { given_name: 'Zane', family_name: 'Kļava', personal_code: '030390-30000' },
};

let product: Product;
let provider: RunningProvider;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  provider = await runProvider({ people: PEOPLE, redirectUri: `${address}/sign-in/eid/return` });
  product = await startProduct({
    environment: {
      PORT: String(port),
      PUBLIC_URL: address,
      OIDC_EID_ISSUER: provider.issuer,
      OIDC_EID_CLIENT_ID: provider.clientId,
      OIDC_EID_CLIENT_SECRET: provider.clientSecret,
      // Nobody listens there: what is down stops nothing.
      OIDC_BANK_ISSUER: `http://127.0.0.1:${await freePort()}`,
      OIDC_BANK_CLIENT_ID: 'nobody',
      OIDC_BANK_CLIENT_SECRET: 'nobody',
    },
  });
});

afterAll(async () => {
  await closeBrowser();
  await product.stop();
  await provider.stop();
});

test.each(['desktop', 'phone'] as const)(
  'II.5.4.3: a person signs in by eID on a %s, and may act',
  async (device) => {
    const context = await openContext(product, { device });
    const page = await context.newPage();
    await page.goto('/apply');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByRole('link', { name: 'eID karte' }).click();
    await page.fill('input[name="login"]', 'zane');
    await page.fill('input[name="password"]', 'any');
    await page.click('button[type="submit"]');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname === '/apply');
    expect(await page.locator('.viewer').textContent()).toContain('Zane Kļava');
    expect(await page.locator('main form').count()).toBeGreaterThan(0);
    await page.goto('/my-data');
    const text = await page.locator('main').textContent();
    for (const told of ['Zane Kļava', '03039030000', 'eID']) expect(text).toContain(told);
    expect(await violationsOf(page)).toEqual([]);
    await context.close();
  },
);

test('turning back at the provider ends on a page that tells how to go on', async () => {
  const context = await openContext(product);
  const page = await context.newPage();
  await page.goto('/sign-in/eid');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.waitForURL((url) => url.pathname === '/sign-in/eid/return');
  expect(await page.locator('h1').textContent()).toBe('Pierakstīšanās ir pārtraukta');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Pierakstīties citādi' }).click();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await context.close();
});

test('a provider that is down is told on its page and on the sign-in page, in both languages', async () => {
  for (const [language, told] of [
    ['lv', 'neatbild'],
    ['en', 'does not answer'],
  ] as const) {
    const context = await openContext(product, { language });
    const page = await context.newPage();
    const answer = await page.goto('/sign-in/bank');
    expect(answer?.status()).toBe(503);
    expect(await page.locator('h1').textContent()).toContain(told);
    await page.goto('/sign-in');
    expect(await page.locator('.method__away').textContent()).toContain(told);
    expect(await violationsOf(page)).toEqual([]);
    await context.close();
  }
});
