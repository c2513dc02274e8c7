import type { Role } from '../../../workflows/roles.ts';
import { EVIDENCE_READERS, LAW_KEEPERS, LAW_READERS } from '../../administration/who-may.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import type { View } from '../frame/view.ts';

/** The parts of the administration, each an address of its own. */

export const READERS: readonly Role[] = LAW_READERS;
export const ADMINISTRATORS: readonly Role[] = LAW_KEEPERS;
export const EVIDENCE: readonly Role[] = EVIDENCE_READERS;

const SECTIONS = [
  { key: 'figures', href: '/admin/figures', roles: READERS },
  { key: 'settings', href: '/admin/settings', roles: READERS },
  { key: 'calendar', href: '/admin/calendar', roles: READERS },
  { key: 'terms', href: '/admin/terms', roles: READERS },
  { key: 'operator', href: '/admin/operator', roles: READERS },
  { key: 'proposals', href: '/admin/proposals', roles: READERS },
  { key: 'users', href: '/admin/users', roles: ADMINISTRATORS },
  { key: 'jobs', href: '/admin/jobs', roles: ADMINISTRATORS },
  { key: 'history', href: '/admin/history', roles: EVIDENCE },
] as const satisfies readonly { key: string; href: string; roles: readonly Role[] }[];

export type Section = (typeof SECTIONS)[number]['key'];

export const isAdministrator = ({ caller }: View): boolean => caller?.roles.includes('admin') ?? false;

export const sectionsOf = ({ t, caller }: View, current: Section): Tabs => ({
  label: t('administration.sections.label'),
  tabs: SECTIONS.filter(({ roles }) => roles.some((role) => caller?.roles.includes(role))).map(
    ({ key, href }) => ({
      label: t(`administration.sections.${key}`),
      href,
      current: key === current,
      count: null,
    }),
  ),
});
