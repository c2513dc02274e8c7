import { describe, expect, test } from 'vitest';
import { signIn } from './visit.ts';
import { visitsTo } from './visits.ts';

/** What anyone does, in a real browser. */

const { visit } = visitsTo();

describe('the estimator', () => {
  test('answers as one types, and the address keeps what was typed', async () => {
    const page = await visit();
    await page.goto('/estimate');
    await page.getByLabel('Strāva').fill('25');
    await page.getByLabel('Attālums līdz tuvākajai').fill('20');
    await page.getByLabel('Slodzes vienības cena').fill('60');
    await page.getByText('907,50 EUR').first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('connection.ampere')).toBe('25');
    await page.getByLabel('Attālums līdz tuvākajai').fill('tālu');
    await page
      .locator('[data-error-for="connection.distanceM"]')
      .getByText('Ierakstiet attālumu metros')
      .waitFor();
    expect(await page.getByLabel('Attālums līdz tuvākajai').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Attālums līdz tuvākajai').fill('20');
    await page.getByText('907,50 EUR').first().waitFor();
    expect(await page.getByLabel('Attālums līdz tuvākajai').getAttribute('aria-invalid')).toBeNull();
  });

  test('answers without JavaScript, from the home page on', async () => {
    const page = await visit({ javaScript: false, language: 'en' });
    await page.goto('/');
    await page.getByLabel('Current').fill('25');
    await page.getByLabel('Distance').fill('20');
    await page.getByRole('button', { name: 'Estimate' }).click();
    expect(await page.textContent('main')).toContain('No confirmed price is in force');
    await page.getByLabel('Load-unit price').fill('60');
    await page.getByRole('button', { name: 'Estimate' }).click();
    expect(await page.textContent('.fee__gross')).toMatch(/907\.50\sEUR/);
  });

  test('is filled in and read by keyboard alone', async () => {
    const page = await visit();
    await page.goto('/estimate');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pāriet uz saturu');
    await page.keyboard.press('Enter');
    const reach = async (name: string): Promise<void> => {
      for (let step = 0; step < 30; step += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) return;
      }
      throw new Error(`${name} was not reached by Tab`);
    };
    await reach('connection.ampere');
    await page.keyboard.type('16');
    await reach('connection.distanceM');
    await page.keyboard.type('10');
    await reach('loadUnitPrice');
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
    expect(await page.textContent('.fee__gross')).toMatch(/968,00\sEUR/);
  });
});

describe('coming in and going out', () => {
  test('a page that needs a name comes back after signing in; the head shows who it is; signing out ends it', async () => {
    const page = await visit();
    await signIn(page, 'company');
    await page.goto('/');
    expect(await page.textContent('.viewer')).toContain('SIA "Paraugs"');
    await page.getByRole('button', { name: 'Iziet' }).click();
    await page.getByText('Sesija ir pabeigta.').waitFor();
    expect(await page.locator('.viewer').count()).toBe(0);
  });

  test('a wrong password is told above the form and at the field, and the summary leads there', async () => {
    const page = await visit({ language: 'en' });
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'Username' }).fill('company');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('username');
    expect(await page.title()).toMatch(/^Error:/);
  });
});

test('the language is chosen once and stays', async () => {
  const page = await visit();
  await page.goto('/process');
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.textContent('h1')).toBe('How a connection comes about');
  await page.goto('/forms');
  expect(await page.textContent('h1')).toBe('Forms');
});

test('a form for paper prints without head and foot', async () => {
  const page = await visit();
  await page.goto('/forms/withdrawal');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead').isVisible()).toBe(false);
  expect(await page.locator('.footer').isVisible()).toBe(false);
  expect(await page.locator('.paper').isVisible()).toBe(true);
});
