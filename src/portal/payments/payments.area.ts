import { maySeeMoney } from '../../payments/invoice-desk.ts';
import type { Area } from '../area.ts';
import { paymentsRoutes } from './payments.routes.ts';

/** Invoices and payments. */
export const paymentsArea: Area = {
  routes: paymentsRoutes,
  navigation({ t, caller }) {
    if (!caller) return [{ label: t('payments.nav.pay'), href: '/pay' }];
    return caller.roles.includes('customer') && maySeeMoney(caller)
      ? [{ label: t('payments.nav.mine'), href: '/invoices' }]
      : [];
  },
};
