import { demoAct } from './demo-case.ts';
import type { Call, Screen } from './screen.ts';

/** Cases as staff see them, and what they do there by forms. */

/** The case whose act waits for a second person. */
const waiting = async ({ call }: { call: Call }): Promise<string> => {
  const { body } = await call('GET', '/approvals', 'service2');
  const [found] = (body as { items: readonly { caseId: string }[] }).items;
  return found ? `/cases/${found.caseId}` : '/cases';
};

/** The demo case in which somebody asks about personal data. */
const askedAboutData = async ({ call }: { call: Call }): Promise<string> => {
  const { body } = await call('GET', '/cases?status=closed&limit=200', 'privacy');
  const { items } = body as { items: readonly { id: string; actions: readonly { type: string }[] }[] };
  const found = items.find(({ actions }) => actions.some(({ type }) => type === 'data-request.answered'));
  return `/cases/${found?.id}/acts/data-request.answered`;
};

export const actsScreens: readonly Screen[] = [
  { name: 'staff-case', path: waiting, as: 'service2', main: true },
  {
    name: 'act-offer',
    path: demoAct('evaluating', 'engineer', 'offer.issued'),
    as: 'engineer',
    main: true,
  },
  {
    name: 'act-offer-capacity',
    path: demoAct('evaluating', 'engineer', 'offer.issued'),
    as: 'engineer',
    prepare: async (page) => {
      await page.evaluate(() => {
        for (const group of document.querySelectorAll('details')) group.open = true;
      });
    },
  },
  { name: 'act-amend', path: demoAct('in-force', 'engineer', 'contract.amended'), as: 'engineer' },
  { name: 'queue-data-protection', path: '/cases', as: 'privacy' },
  { name: 'act-data-answer', path: askedAboutData, as: 'privacy', main: true },
  { name: 'approvals', path: '/approvals', as: 'service2', main: true },
];
