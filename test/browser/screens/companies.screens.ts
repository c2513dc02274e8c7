import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';

/** A company that registers with a password, and waits. */
async function register(page: Page): Promise<void> {
  const email = `${crypto.randomUUID()}@piemers.example`;
  const answer = await page.request.get('/register');
  const csrf = (await answer.text()).match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '';
  const password = 'Zaļa lampa virs tilta 7';
  const form = { _csrf: csrf, kind: 'legal', name: 'SIA "Jaunais birojs"', code: '40003000025', email };
  await page.request.post('/register', { form: { ...form, password, again: password } });
}

const DESK = '/staff/companies';

async function toForm(page: Page): Promise<void> {
  await register(page);
  await page.goto(DESK);
  await page.click('section[aria-labelledby="waiting"] a[href$="/confirmation"] >> nth=0');
  await page.waitForURL(/confirmation$/);
}

export const companiesScreens: readonly Screen[] = [
  { name: 'companies-empty', path: DESK, as: 'service' },
  {
    name: 'companies',
    path: DESK,
    as: 'service',
    main: true,
    async prepare(page) {
      await register(page);
      await page.goto(DESK);
    },
  },
  { name: 'companies-confirm', path: DESK, as: 'service', prepare: toForm },
  {
    name: 'companies-confirm-step',
    path: DESK,
    as: 'service',
    main: true,
    async prepare(page) {
      await toForm(page);
      await page.fill('textarea[name="seen"]', 'Izziņa no komercreģistra; valdes loceklis uzrādīja pasi');
      await page.click('form[action$="/confirmation"] button[type="submit"]');
      await page.waitForSelector('.confirm');
    },
  },
  {
    name: 'companies-end',
    path: DESK,
    as: 'service',
    async prepare(page) {
      await page.click('a[href$="/end"] >> nth=0');
      await page.waitForURL(/end$/);
    },
  },
];
