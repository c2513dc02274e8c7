import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser } from './chromium.ts';
import { type Product, startProduct } from './product.ts';
import type { PageLanguage } from './visit.ts';
import { type Check, type Found, walk } from './walk.ts';

/** Every page that an area registered, walked through in a real browser. */

let product: Product;
const found = new Map<PageLanguage, Found>();

beforeAll(async () => {
  product = await startProduct({ demo: '1' });
  for (const language of ['lv', 'en'] as const) found.set(language, await walk(product, language));
}, 600_000);

afterAll(async () => {
  await closeBrowser();
  await product.stop();
}, 30_000);

const SENTENCES: readonly [Check, string][] = [
  ['opens', 'every page opens, with its status'],
  ['axe', 'axe finds nothing on any page'],
  ['width', 'no page scrolls sideways on a phone, nor at 320 px'],
  ['weight', 'no page is heavier than 150 kB, with style, scripts and fonts'],
  ['console', 'no page complains in the console'],
];

const SENTENCES_OF_LOOKS: readonly [Check, string][] = [
  ['dark', 'axe finds nothing on any page in the dark theme'],
  ['phone', 'axe finds nothing on any page on a phone'],
];

describe('in lv', () => {
  test.each([...SENTENCES, ...SENTENCES_OF_LOOKS])('%s: %s', (check) => {
    expect(found.get('lv')?.[check]).toEqual({});
  });
});

describe('in en', () => {
  test.each(SENTENCES)('%s: %s', (check) => {
    expect(found.get('en')?.[check]).toEqual({});
  });
});
