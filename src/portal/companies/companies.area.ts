import type { Area } from '../area.ts';
import { companiesRoutes } from './companies.routes.ts';

/** Who speaks for companies that sign in by password: the desk of customer service (II.5.4.3). */
export const companiesArea: Area = {
  routes: companiesRoutes,
  navigation: ({ t, caller }) =>
    caller?.roles.includes('service') ? [{ label: t('companies.nav'), href: '/staff/companies' }] : [],
};
