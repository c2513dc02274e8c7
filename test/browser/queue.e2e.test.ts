import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { visitsTo } from './visits.ts';

/** The workbench in a real browser. */

const { visit } = visitsTo({ demo: '1' });

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.closest('tr')?.querySelector('.queue__case')?.textContent ?? null,
  );

describe('the queue', () => {
  test('is found as one types, keeps the words in the address, and tells how many', async () => {
    const page = await visit({ as: 'engineer' });
    await page.goto('/cases?work=all');
    const all = await page.locator('.queue__case').count();
    await page.getByRole('searchbox').pressSequentially('ozolina');
    await expect.poll(() => page.locator('.queue__case').count()).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('q')).toBe('ozolina');
    expect(await page.getByRole('status').first().textContent()).toContain('Šajā lapā');
    await page.getByRole('searchbox').fill('nekasnavatrodams');
    await page.getByRole('heading', { name: 'Neviena lieta neatbilst atlasei' }).waitFor();
  });

  test('is walked by keys while the focus is in the list, and by none of them elsewhere', async () => {
    const page = await visit({ as: 'service' });
    await page.goto('/cases?work=all');
    const numbers = await page.locator('.queue__case').allTextContents();
    await page.keyboard.press('j');
    expect(await focused(page)).toBeNull();
    await page.locator('.queue__case').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(numbers[2]);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(numbers[1]);
    await page.keyboard.press('x');
    expect(await page.locator('.queue__box:checked').count()).toBe(1);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.locator('.queue__case').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  });

  test('works without JavaScript: search, a saved view, an act in several cases', async () => {
    const page = await visit({ as: 'service', javaScript: false });
    await page.goto('/cases?work=warnings');
    await page.locator('.queue__box').first().check();
    await page.locator('#bulk-act').selectOption('annulment.held');
    await page.getByRole('button', { name: 'Turpināt' }).click();
    await page.getByLabel('Pamatojums').fill('Klients slimo.');
    await page.getByRole('button', { name: /^Atlikt anulēšanu 1 lietā$/ }).click();
    await page.getByText('Darbība izdarīta 1 lietā no 1.').waitFor();
    await page.goto('/cases?work=all&overdue=1');
    await page.getByText('Saglabāt šo atlasi').click();
    await page.getByLabel('Nosaukums').fill('Kavētās');
    await page.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByRole('link', { name: 'Kavētās', exact: true }).waitFor();
  });

  test('lets a screen reader and a phone do the same', async () => {
    for (const device of ['desktop', 'phone'] as const) {
      const page = await visit({ as: 'service', device, theme: device === 'phone' ? 'dark' : 'light' });
      for (const path of [
        '/cases?work=all&deadline=offer',
        '/staff/dashboard',
        '/staff/report',
        '/staff/holds',
        '/staff/views',
        '/staff/bulk?act=annulment.held',
        '/projects/KP-0001',
      ]) {
        await page.goto(path);
        expect(await violationsOf(page), `${device} ${path}`).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, `${device} ${path}`).toBeLessThanOrEqual(0);
      }
    }
  });
});
