import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from '../browser/axe.ts';
import { closeBrowser } from '../browser/chromium.ts';
import { type Product, startProduct } from '../browser/product.ts';
import { openContext } from '../browser/visit.ts';

/** The life of a sub-user in a real browser: let in, sees, pays, cannot sign, is gone at once when revoked (PO-04). */

interface Listed {
  readonly items: readonly { readonly id: string; readonly status: string }[];
}

let product: Product;
let anna: BrowserContext;
let colleague: BrowserContext;

beforeAll(async () => {
  product = await startProduct({ demo: '1' });
  anna = await openContext(product, { as: 'customer' });
  colleague = await openContext(product, { as: 'company', device: 'phone' });
}, 120_000);

afterAll(async () => {
  await closeBrowser();
  await product.stop();
});

async function letIn(page: Page): Promise<string> {
  await page.goto('/people');
  await page.fill('input[name="name"]', 'SIA Kolēģis');
  await page.fill('input[name="email"]', 'kolegis@piemers.example');
  await page.click('form[action="/people"] button');
  await page.click('.confirm button');
  return (await page.textContent('.people__link'))!;
}

describe('a sub-user', () => {
  test('is let in, sees and pays, is not offered to sign, and sees nothing from the moment of revocation', async () => {
    const offered = (await product.call('GET', '/cases?status=offered&limit=200', 'customer')).body as Listed;
    const { id } = offered.items[0]!;
    const customer = await anna.newPage();
    const link = await letIn(customer);

    const member = await colleague.newPage();
    await member.goto(link);
    expect(await violationsOf(member)).toEqual([]);
    await member.click('form[action^="/invitations/"] button');
    await member.waitForURL(/\/cases\?done/);
    expect(await member.textContent('.viewer__acting')).toContain('Anna Ozoliņa');
    expect(await violationsOf(member)).toEqual([]);

    await member.goto(`/cases/${id}`);
    expect(await member.locator('h1').textContent()).toMatch(/P-\d{4}-\d{6}/);
    expect(await member.locator('a[href*="/acts/contract.signed"]').count()).toBe(0);
    const signing = await member.goto(`/cases/${id}/acts/contract.signed`);
    expect(signing?.status()).toBeGreaterThanOrEqual(400);

    await member.goto(`/cases/${id}/invoices`);
    expect(await violationsOf(member)).toEqual([]);
    await member.click('a[href^="/pay/"]');
    await member.click('form[action^="/pay/"] button');
    await member.click('button[value="pay"]');
    await member.waitForURL(/\/payments\//);
    expect(await member.textContent('h1')).toBe('Maksājuma kvīts');

    await customer.goto(`/cases/${id}`);
    expect(await customer.textContent('main')).toContain('Samaksāts');

    await customer.goto('/people');
    await customer.click('a[href$="/revoke"]');
    await customer.click('.confirm button');
    await customer.waitForURL(/done=accessRevoked/);
    expect((await member.goto(`/cases/${id}`))?.status(), 'the session is still open').toBe(404);
    await member.goto('/cases');
    expect(await member.locator('.viewer__acting').count()).toBe(0);
  }, 120_000);

  test('works without JavaScript, and changes between names from the head of the page', async () => {
    const customer = await anna.newPage();
    const link = await letIn(customer);
    const plain = await openContext(product, { as: 'company', javaScript: false });
    const page = await plain.newPage();
    await page.goto(link);
    await page.click('form[action^="/invitations/"] button');
    expect(await page.textContent('.viewer__acting')).toContain('Anna Ozoliņa');
    await page.selectOption('#context', { label: 'SIA "Paraugs"' });
    await page.click('.viewer__contexts button');
    expect(await page.locator('.viewer__acting').count()).toBe(0);
    expect(await page.locator('#context option:checked').textContent()).toBe('SIA "Paraugs"');
  }, 120_000);
});
