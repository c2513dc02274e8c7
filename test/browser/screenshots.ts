import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { closeBrowser } from './chromium.ts';
import { type Product, startProduct } from './product.ts';
import type { Screen } from './screens/screen.ts';
import { SCREENS } from './screens.ts';
import { type Device, openContext, type PageLanguage, type Theme } from './visit.ts';

/** `npm run screenshots [name…]`: pictures of every registered page in `test/artefacts/screens`, to be opened and judged.
 *  Every page on a desktop in Latvian; the main ones also on a phone, in English and dark. */

const FOLDER = fileURLToPath(new URL('../artefacts/screens', import.meta.url));

interface Look {
  readonly device: Device;
  readonly language: PageLanguage;
  readonly theme: Theme;
}

const PLAIN: Look = { device: 'desktop', language: 'lv', theme: 'light' };
const LOOKS: readonly Look[] = [
  PLAIN,
  { ...PLAIN, device: 'phone' },
  { ...PLAIN, language: 'en' },
  { ...PLAIN, theme: 'dark' },
];

async function picture(page: Page, product: Product, screen: Screen, look: Look): Promise<string> {
  const response = await page.goto(
    typeof screen.path === 'string' ? screen.path : await screen.path(product),
  );
  const expected = screen.status ?? 200;
  if (response?.status() !== expected)
    throw new Error(`${screen.name} is required to answer ${expected}, found ${response?.status()}`);
  await screen.prepare?.(page);
  await page.evaluate(() => document.fonts.ready);
  const file = join(FOLDER, `${screen.name}.${look.device}.${look.language}.${look.theme}.png`);
  await page.screenshot({ path: file, fullPage: true, scale: 'css' });
  return file;
}

async function main(wanted: readonly string[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const product = await startProduct({ demo: '1' });
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  let taken = 0;
  try {
    for (const look of LOOKS) {
      const shown = screens.filter((screen) => look === PLAIN || screen.main);
      for (const [as, ofOne] of Map.groupBy(shown, (screen) => screen.as)) {
        const context = await openContext(product, { ...look, ...(as ? { as } : {}) });
        const page = await context.newPage();
        for (const screen of ofOne) {
          await picture(page, product, screen, look);
          taken += 1;
        }
        await context.close();
      }
    }
  } finally {
    await closeBrowser();
    await product.stop();
  }
  process.stdout.write(`${taken} pictures in ${FOLDER}\n`);
}

await main(process.argv.slice(2));
