import type { Page } from 'playwright-core';
import { colourViolationsOf, violationsOf } from './axe.ts';
import type { Product } from './product.ts';
import { SCREENS, type Screen } from './screens.ts';
import { DESKTOP, openContext, type PageLanguage, PHONE } from './visit.ts';
import { type Scales, scalesOf } from './weight.ts';

/** What one can find wrong with a page. */
export const CHECKS = ['opens', 'axe', 'dark', 'phone', 'width', 'weight', 'console'] as const;
export type Check = (typeof CHECKS)[number];

/** Findings by page; nothing is wanted. */
export type Found = Readonly<Record<Check, Record<string, readonly string[]>>>;

const HEAVIEST_BYTES = 150_000;

/** The narrowest that a page is asked to fit without scrolling sideways (WCAG 2.2, 1.4.10). */
const NARROWEST = { width: 320, height: 640 };

/** Opens every registered page once, as the one it is for, and looks at it from all sides in that one visit: opening it
 *  anew for each look would take most of the time. */
export async function walk(product: Product, language: PageLanguage): Promise<Found> {
  const found = Object.fromEntries(CHECKS.map((check) => [check, {}])) as Found;
  for (const [as, screens] of Map.groupBy(SCREENS, (screen) => screen.as ?? '')) {
    const context = await openContext(product, { language, ...(as === '' ? {} : { as }) });
    const page = await context.newPage();
    const scales = await scalesOf(page);
    for (const screen of screens) {
      try {
        for await (const [check, findings] of lookOver(page, screen, product, scales))
          if (findings.length > 0) found[check][screen.name] = findings;
      } catch (error) {
        found.opens[screen.name] = [String(error)];
      }
    }
    await context.close();
  }
  return found;
}

async function* lookOver(
  page: Page,
  screen: Screen,
  product: Product,
  scales: Scales,
): AsyncGenerator<[Check, readonly string[]]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP.viewport);
  const response = await page.goto(
    typeof screen.path === 'string' ? screen.path : await screen.path(product),
  );
  const status = response?.status();
  const expected = screen.status ?? 200;
  yield ['opens', status === expected ? [] : [`${status} instead of ${expected}`]];
  await screen.prepare?.(page);
  await page.waitForLoadState('networkidle');
  yield ['axe', await violationsOf(page)];
  yield ['weight', heavy(await scales.weigh())];
  await page.emulateMedia({ colorScheme: 'dark' });
  yield ['dark', await colourViolationsOf(page)];
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE.viewport);
  yield ['phone', await violationsOf(page)];
  const tooWide = await overflowOf(page);
  await page.setViewportSize(NARROWEST);
  yield ['width', [...tooWide, ...(await overflowOf(page))]];
  yield ['console', scales.complaints()];
}

function heavy(bytes: number): readonly string[] {
  if (bytes === 0) return ['nothing was weighed'];
  return bytes > HEAVIEST_BYTES ? [`${bytes} bytes`] : [];
}

const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide for ${clientWidth}`] : [];
  });
