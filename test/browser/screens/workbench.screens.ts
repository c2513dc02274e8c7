import type { Call, Screen } from './screen.ts';

type Items = { readonly items: readonly { readonly id: string; readonly projectId: string | null }[] };

const casesOf = async (call: Call, query: string): Promise<Items['items']> =>
  ((await call('GET', `/cases?limit=200&${query}`, 'service')).body as Items).items;

/** Cases that can be warned, and others that cannot. */
async function bulkPath({ call }: { call: Call }): Promise<string> {
  const found = await casesOf(call, 'status=offer-lapsed,offered,received');
  const query = new URLSearchParams([
    ['act', 'annulment.held'],
    ...found.slice(0, 5).map(({ id }) => ['case', id]),
  ]);
  return `/staff/bulk?${query}`;
}

async function projectPath({ call }: { call: Call }): Promise<string> {
  const found = await casesOf(call, 'status=in-force,suspended,fulfilled,offered,closed');
  const projectId = found.find((one) => one.projectId !== null)?.projectId;
  if (!projectId) throw new Error('No demo case belongs to a common project.');
  return `/projects/${encodeURIComponent(projectId)}`;
}

const PERIOD = 'from=2025-03-01&to=2026-03-10';

export const workbenchScreens: readonly Screen[] = [
  { name: 'queue', path: '/cases?work=all', as: 'engineer', main: true },
  { name: 'queue-mine', path: '/cases', as: 'engineer' },
  { name: 'queue-service', path: '/cases', as: 'service', main: true },
  { name: 'queue-finance', path: '/cases', as: 'finance' },
  { name: 'queue-privacy', path: '/cases', as: 'privacy' },
  {
    name: 'queue-filtered',
    path: '/cases?work=all&deadline=offer&state=met&from=2025-06-01&to=2026-03-01&status=closed,terminated',
    as: 'engineer',
  },
  { name: 'queue-empty', path: '/cases?q=nekasnavatrodams', as: 'engineer' },
  { name: 'saved-views', path: '/staff/views', as: 'engineer' },
  { name: 'bulk', path: bulkPath, as: 'service', main: true },
  { name: 'bulk-nothing', path: '/staff/bulk?act=annulment.warned', as: 'service' },
  { name: 'dashboard', path: `/staff/dashboard?${PERIOD}`, as: 'engineer', main: true },
  { name: 'report', path: `/staff/report?${PERIOD}`, as: 'engineer', main: true },
  { name: 'report-wrong', path: '/staff/report?from=vakar', as: 'admin', status: 422 },
  { name: 'holds', path: '/staff/holds', as: 'service', main: true },
  { name: 'project', path: projectPath, as: 'engineer', main: true },
];
