import type { Page } from 'playwright-core';
import type { Call, Screen } from './screen.ts';

const firstCase = async (call: Call, as: string): Promise<string> => {
  const { items } = (await call('GET', '/cases?limit=1', as)).body as { items: { id: string }[] };
  return items[0]!.id;
};

/** Fills in an invitation and goes on to what follows. */
async function invite(page: Page): Promise<void> {
  await page.fill('input[name="name"]', 'Jānis Ozols');
  await page.fill('input[name="email"]', 'janis@piemers.example');
  await page.click('form[action="/people"] button');
}

async function confirmed(page: Page): Promise<void> {
  await invite(page);
  await page.click('.confirm button');
}

async function fileAuthority(page: Page): Promise<void> {
  await page.fill('input[name="agent"]', '40000000001');
  await page.fill('input[name="agentName"]', 'SIA "Paraugs"');
  await page.click('section[aria-labelledby="file"] summary');
  await page.check('input[value="readiness.confirmed"]');
  await page.check('input[value="complaint.filed"]');
  await page.click('section[aria-labelledby="file"] button');
}

const representatives = async ({ call }: { call: Call }): Promise<string> =>
  `/cases/${await firstCase(call, 'customer')}/representatives`;

export const peopleScreens: readonly Screen[] = [
  { name: 'people-empty', path: '/people', as: 'company' },
  { name: 'people-confirm', path: '/people', as: 'customer', prepare: invite },
  { name: 'people-invited', path: '/people', as: 'customer', prepare: confirmed },
  { name: 'people', path: '/people', as: 'customer', main: true },
  {
    name: 'people-revoke',
    path: '/people',
    as: 'customer',
    async prepare(page) {
      await confirmed(page);
      await page.goto('/people');
      await page.click('a[href$="/revoke"]');
    },
  },
  { name: 'representatives', path: representatives, as: 'customer', main: true },
  { name: 'representatives-confirm', path: representatives, as: 'customer', prepare: fileAuthority },
];
