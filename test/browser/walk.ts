import type { Page } from 'playwright-core';
import { colourViolationsOf, violationsOf } from './axe.ts';
import type { Product } from './product.ts';
import type { Screen } from './screens/screen.ts';
import { SCREENS } from './screens.ts';
import { DESKTOP, openContext, type PageLanguage, PHONE } from './visit.ts';
import { type Scales, scalesOf } from './weight.ts';

/** What one can find wrong with a page. */
const CHECKS = ['opens', 'axe', 'dark', 'phone', 'width', 'weight', 'console'] as const;
export type Check = (typeof CHECKS)[number];

/** Findings by page; nothing is wanted. */
export type Found = Readonly<Record<Check, Record<string, readonly string[]>>>;

const HEAVIEST_BYTES = 150_000;

/** The narrowest that a page is asked to fit without scrolling sideways (WCAG 2.2, 1.4.10). */
const NARROWEST = { width: 320, height: 640 };

/** The language in which a page is also looked at dark and on a phone: neither colours nor the order of things depend on
 *  the words, and whether the words fit is asked in both. */
const LANGUAGE_OF_ALL_LOOKS: PageLanguage = 'lv';

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
        await open(page, screen, product);
        for await (const [check, findings] of lookOver(page, scales, language))
          if (findings.length > 0) found[check][screen.name] = findings;
      } catch (error) {
        found.opens[screen.name] = [String(error)];
      }
    }
    await context.close();
  }
  return found;
}

async function open(page: Page, screen: Screen, product: Product): Promise<void> {
  await page.setViewportSize(DESKTOP.viewport);
  const path = typeof screen.path === 'string' ? screen.path : await screen.path(product);
  const status = (await page.goto(path))?.status();
  const expected = screen.status ?? 200;
  if (status !== expected) throw new Error(`${path} is required to answer ${expected}, found ${status}`);
  await screen.prepare?.(page);
  await page.waitForLoadState();
  await page.evaluate(() => document.fonts.ready);
}

async function* lookOver(
  page: Page,
  scales: Scales,
  language: PageLanguage,
): AsyncGenerator<[Check, readonly string[]]> {
  const allLooks = language === LANGUAGE_OF_ALL_LOOKS;
  yield ['weight', heavy(await scales.weigh())];
  yield ['axe', await violationsOf(page)];
  if (allLooks) {
    await page.emulateMedia({ colorScheme: 'dark' });
    yield ['dark', await colourViolationsOf(page)];
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(PHONE.viewport);
  if (allLooks) yield ['phone', await violationsOf(page)];
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
