import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { closeBrowser } from './chromium.ts';
import { type Product, startProduct } from './product.ts';
import { SCREENS, type Screen } from './screens.ts';
import { type Device, openContext, type PageLanguage, type Theme } from './visit.ts';

/** Every page that an area registered, walked through in a real browser. */

const HEAVIEST_BYTES = 150_000;

let product: Product;

beforeAll(async () => {
  product = await startProduct({ demo: '1' });
}, 120_000);

afterAll(async () => {
  await closeBrowser();
  await product.stop();
}, 30_000);

const byPerson = [...Map.groupBy(SCREENS, (screen) => screen.as ?? '')];

interface Look {
  readonly language: PageLanguage;
  readonly theme: Theme;
  readonly device: Device;
}

/** Visits every page as the one it is for, and gathers what was found, by page. */
async function walk(
  look: Look,
  find: (page: Page, screen: Screen) => Promise<readonly string[]>,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const [as, screens] of byPerson) {
    const context = await openContext(product, { ...look, ...(as === '' ? {} : { as }) });
    const page = await context.newPage();
    for (const screen of screens) {
      const findings = await find(page, screen);
      if (findings.length > 0) found[screen.name] = findings;
    }
    await context.close();
  }
  return found;
}

async function go(page: Page, screen: Screen): Promise<void> {
  const path = typeof screen.path === 'string' ? screen.path : await screen.path(product);
  const response = await page.goto(path);
  expect(response?.status(), screen.name).toBe(screen.status ?? 200);
  await screen.then?.(page);
}

describe('axe finds nothing', () => {
  test.each([
    ['lv', 'light'],
    ['en', 'light'],
    ['lv', 'dark'],
    ['en', 'dark'],
  ] as const)(
    'on any page in %s, %s',
    async (language, theme) => {
      const found = await walk({ language, theme, device: 'desktop' }, async (page, screen) => {
        await go(page, screen);
        return violationsOf(page);
      });
      expect(found).toEqual({});
    },
    300_000,
  );

  test('on any page on a phone', async () => {
    const found = await walk({ language: 'lv', theme: 'light', device: 'phone' }, async (page, screen) => {
      await go(page, screen);
      return violationsOf(page);
    });
    expect(found).toEqual({});
  }, 300_000);
});

describe('on a phone', () => {
  test.each(['lv', 'en'] as const)(
    'no page in %s scrolls sideways',
    async (language) => {
      const found = await walk({ language, theme: 'light', device: 'phone' }, async (page, screen) => {
        await go(page, screen);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        return over > 0 ? [`${over} px too wide`] : [];
      });
      expect(found).toEqual({});
    },
    300_000,
  );
});

describe('weight and order', () => {
  test('no page is heavier than 150 kB, with style, scripts and fonts, and none complains in the console', async () => {
    const found = await walk({ language: 'lv', theme: 'light', device: 'desktop' }, async (_page, screen) => {
      // A browser of its own for each page, that has nothing in its cache.
      const context = await openContext(product, screen.as ? { as: screen.as } : {});
      const page = await context.newPage();
      const findings: string[] = [];
      let bytes = 0;
      page.on('console', (message) => {
        const expected = message.type() !== 'error' || /status of 4\d\d/.test(message.text());
        if (!expected) findings.push(message.text());
      });
      page.on('pageerror', (error) => findings.push(error.message));
      page.on('response', (response) => {
        void response.body().then(
          (body) => {
            bytes += body.length;
          },
          () => undefined,
        );
      });
      await go(page, screen);
      await page.waitForLoadState('networkidle');
      await context.close();
      if (bytes === 0) findings.push('nothing was weighed');
      if (bytes > HEAVIEST_BYTES) findings.push(`${bytes} bytes`);
      return findings;
    });
    expect(found).toEqual({});
  }, 300_000);
});
