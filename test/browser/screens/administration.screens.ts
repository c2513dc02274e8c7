import type { Call, Screen } from './screen.ts';

/** A proposal of the first administrator, made once for all pictures. */
let proposed: Promise<string> | null = null;

async function propose(call: Call): Promise<string> {
  const { status, body } = await call('POST', '/law/proposals', 'admin', {
    kind: 'figure',
    name: 'vat-rate',
    value: '0.22',
    since: '2026-07-01',
    source: 'Latvijas Vēstnesis, 2026, Nr. 45: grozījumi PVN likuma 41. pantā',
  });
  if (status !== 201) throw new Error(`The proposal was refused: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

const proposal =
  (more = '') =>
  async ({ call }: { call: Call }): Promise<string> => {
    proposed ??= propose(call);
    return `/admin/proposals/${await proposed}${more}`;
  };

const admin = { as: 'admin' } as const;

export const administrationScreens: readonly Screen[] = [
  { name: 'admin-figures', path: '/admin/figures', ...admin, main: true },
  { name: 'admin-figure', path: '/admin/figures/vat-rate', ...admin, main: true },
  { name: 'admin-settings', path: '/admin/settings', ...admin, main: true },
  { name: 'admin-setting', path: '/admin/settings/days.atLeast', ...admin },
  { name: 'admin-calendar', path: '/admin/calendar', ...admin, main: true },
  { name: 'admin-terms', path: '/admin/terms', ...admin },
  { name: 'admin-terms-version', path: '/admin/terms/2018-01-01', ...admin },
  { name: 'admin-terms-new', path: '/admin/terms/new', ...admin },
  { name: 'admin-operator', path: '/admin/operator', ...admin },
  { name: 'admin-operator-change', path: '/admin/operator/change', ...admin },
  { name: 'admin-proposal', path: proposal(), as: 'admin2', main: true },
  { name: 'admin-impact', path: proposal('/impact'), as: 'admin2', main: true },
  { name: 'admin-proposals', path: '/admin/proposals', ...admin, main: true },
  { name: 'admin-users', path: '/admin/users', ...admin, main: true },
  { name: 'admin-user', path: '/admin/users/demo-engineer', ...admin, main: true },
  { name: 'admin-user-new', path: '/admin/users/new', ...admin },
  { name: 'admin-jobs', path: '/admin/jobs', ...admin, main: true },
  { name: 'admin-history', path: '/admin/history', ...admin },
  { name: 'privacy-audit', path: '/privacy/audit', as: 'privacy', main: true },
];
