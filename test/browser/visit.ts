import type { BrowserContext, Page } from 'playwright-core';
import { browser } from './chromium.ts';
import type { Product } from './product.ts';

/** Somebody who registers just now and has nothing yet. */
export const NEWCOMER = 'newcomer';

export type Theme = 'light' | 'dark';
export type PageLanguage = 'lv' | 'en';
export type Device = 'desktop' | 'phone';

export interface Visit {
  readonly language?: PageLanguage;
  readonly theme?: Theme;
  readonly device?: Device;
  /** A demo account that signs in by the form, or the {@link NEWCOMER}. */
  readonly as?: string;
  readonly javaScript?: boolean;
}

export const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const;
const SIZES = { desktop: DESKTOP, phone: PHONE };

/** A browser of its own for one person: language, theme, device, and who signed in. */
export async function openContext(product: Product, visit: Visit = {}): Promise<BrowserContext> {
  const { language = 'lv', theme = 'light', device = 'desktop', javaScript = true } = visit;
  const context = await (await browser()).newContext({
    ...SIZES[device],
    baseURL: product.address,
    locale: language === 'lv' ? 'lv-LV' : 'en-GB',
    colorScheme: theme,
    javaScriptEnabled: javaScript,
    timezoneId: 'Europe/Riga',
  });
  if (visit.as === NEWCOMER) await register(await context.newPage());
  else if (visit.as) await signIn(await context.newPage(), visit.as);
  return context;
}

export async function signIn(page: Page, username: string, password = 'demo'): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('input[name="username"]', username);
  await page.fill('input[name="password"]', password);
  await page.click('form[action="/sign-in"] button[type="submit"]');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

async function register(page: Page): Promise<void> {
  const email = `${crypto.randomUUID()}@piemers.example`;
  const password = 'Zaļa lampa virs tilta 7';
  await page.goto('/register');
  await page.check('input[name="kind"][value="natural"]');
  await page.fill('input[name="name"]', 'Ilga Jaunā');
  await page.fill('input[name="code"]', '010190-10000');
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', password);
  await page.fill('input[name="again"]', password);
  await page.click('form[action="/register"] button[type="submit"]');
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await signIn(page, email, password);
}
