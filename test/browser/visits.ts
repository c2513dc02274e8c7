import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { closeBrowser } from './chromium.ts';
import { type Options, type Product, startProduct } from './product.ts';
import { openContext, type Visit } from './visit.ts';

/** The product for the tests of one file and the people who visit it, each in a browser of its own. */
export interface Visits extends Pick<Product, 'call' | 'moveClock'> {
  visit(how?: Visit): Promise<Page>;
}

/** Starts the product before the tests of the file; closes it and every browser behind them. */
export function visitsTo(options: Options = {}): Visits {
  let product: Product;
  const open: BrowserContext[] = [];

  beforeAll(async () => {
    product = await startProduct(options);
  }, 120_000);

  afterAll(async () => {
    for (const context of open) await context.close();
    await closeBrowser();
    await product.stop();
  }, 30_000);

  return {
    call: (...request) => product.call(...request),
    moveClock: (to) => product.moveClock(to),
    async visit(how = {}) {
      const context = await openContext(product, how);
      open.push(context);
      return context.newPage();
    },
  };
}
