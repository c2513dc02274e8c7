import type { BrowserContext, Page } from 'playwright-core';
import { browser } from './chromium.ts';
import type { Product } from './product.ts';

export type Theme = 'light' | 'dark';
export type PageLanguage = 'lv' | 'en';
export type Device = 'desktop' | 'phone';

export interface Visit {
  readonly language?: PageLanguage;
  readonly theme?: Theme;
  readonly device?: Device;
  /** A demo account that signs in by the form. */
  readonly as?: string;
  readonly javaScript?: boolean;
}

const SIZES = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

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
  if (visit.as) await signIn(await context.newPage(), visit.as);
  return context;
}

export async function signIn(page: Page, username: string, password = 'demo'): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('input[name="username"]', username);
  await page.fill('input[name="password"]', password);
  await page.click('form[action="/sign-in"] button[type="submit"]');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
