import type { Page, Response } from 'playwright-core';

/** Weighs the page that is shown, with style, scripts and fonts, and hears what it complains of. */
export interface Scales {
  /** Bytes of the document that is shown and of all that it fetched, uncompressed. */
  weigh(): Promise<number>;
  /** Errors of the console since one last asked. */
  complaints(): readonly string[];
}

export async function scalesOf(page: Page): Promise<Scales> {
  // Every page is weighed as for somebody who comes here first.
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let sizes: Promise<number>[] = [];
  let complaints: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) sizes = [];
  });
  page.on('response', (response) => sizes.push(sizeOf(response)));
  page.on('console', (message) => {
    // That an address answers 4xx is told by the page and checked as its status.
    const expected = message.type() !== 'error' || /status of 4\d\d/.test(message.text());
    if (!expected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    weigh: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    complaints() {
      const heard = complaints;
      complaints = [];
      return heard;
    },
  };
}

/** A redirect has no body. */
const sizeOf = (response: Response): Promise<number> =>
  response.body().then(
    (body) => body.length,
    () => 0,
  );
