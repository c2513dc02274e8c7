import { signIn } from '../visit.ts';
import type { Screen } from './screen.ts';

let handedOver = { username: '', password: '' };

export const accountScreens: readonly Screen[] = [
  {
    name: 'own-password',
    // No other page is looked at as this account: its session is given up for that of a new engineer.
    as: 'finance2',
    main: true,
    path: async ({ call }) => {
      const username = `e${crypto.randomUUID().slice(0, 8)}`;
      const { body } = await call('POST', '/accounts', 'admin', {
        username,
        name: 'Ieva Rudzīte',
        roles: ['engineer'],
      });
      const { approvalId } = body as { approvalId: string };
      const applied = await call('POST', `/approvals/${approvalId}`, 'admin2', { decision: 'apply' });
      handedOver = { username, password: (applied.body as { password: string }).password };
      return '/sign-in';
    },
    prepare: async (page) => {
      await page.context().clearCookies({ name: 'sesija' });
      await signIn(page, handedOver.username, handedOver.password);
      await page.waitForSelector('form[action="/own-password"]');
    },
  },
  { name: 'my-data', path: '/my-data', as: 'customer', main: true },
  { name: 'my-data-company', path: '/my-data', as: 'company' },
  { name: 'my-data-staff', path: '/my-data', as: 'service' },
  { name: 'my-data-contacts', path: '/my-data/contacts', as: 'customer', main: true },
  {
    name: 'my-data-contacts-confirm',
    path: '/my-data/contacts',
    as: 'customer',
    main: true,
    prepare: async (page) => {
      await page.fill('[name="email"]', 'anna.jauna@piemers.example');
      await page.fill('[name="phone"]', '+371 29999999');
      await page.click('form[action="/my-data/contacts"] button[type="submit"]');
      await page.waitForSelector('.confirm');
    },
  },
  { name: 'my-data-password', path: '/my-data/password', as: 'company' },
  {
    name: 'my-data-password-wrong',
    path: '/my-data/password',
    as: 'company',
    prepare: async (page) => {
      await page.fill('[name="current"]', 'demo');
      await page.fill('[name="next"]', 'viens');
      await page.fill('[name="again"]', 'divi');
      await page.click('form[action="/my-data/password"] button[type="submit"]');
      await page.waitForSelector('.error-summary');
    },
  },
  { name: 'my-data-request', path: '/my-data/request', as: 'customer', main: true },
  { name: 'my-data-request-staff', path: '/my-data/request', as: 'service' },
];
