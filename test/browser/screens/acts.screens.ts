import type { Call, Screen } from '../screens.ts';
import { demoAct } from './demo-case.ts';

/** Cases as staff see them, and what they do there by forms. */

/** The case whose act waits for a second person. */
const waiting = async ({ call }: { call: Call }): Promise<string> => {
  const { body } = await call('GET', '/approvals', 'service2');
  const [found] = (body as { items: readonly { caseId: string }[] }).items;
  return found ? `/cases/${found.caseId}` : '/cases';
};

export const actsScreens: readonly Screen[] = [
  { name: 'staff-case', path: waiting, as: 'service2', main: true },
  {
    name: 'act-offer',
    path: demoAct('evaluating', 'engineer', 'offer.issued'),
    as: 'engineer',
    main: true,
  },
  { name: 'act-amend', path: demoAct('in-force', 'engineer', 'contract.amended'), as: 'engineer' },
  { name: 'approvals', path: '/approvals', as: 'service2', main: true },
];
