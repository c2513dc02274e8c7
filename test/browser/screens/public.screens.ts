import type { Call, Screen } from './screen.ts';

const PRICED = 'connection.ampere=25&connection.volt=400&connection.distanceM=20&loadUnitPrice=60';

/** Both rules apply, the older one is cheaper, and a deferral is asked for that is not possible. */
const COMPARED =
  'connection.ampere=50&connection.volt=400&connection.distanceM=20&loadUnitPrice=60&costs.construction=9000&costs.attributable=600&costs.actual=2000' +
  '&technicalRules.issuedOn=2021-06-30&technicalRules.validUntil=2022-02-28&concludedOn=2022-02-01&deferral.months=12&deferral.annualRate=0.05';

/** An amendment of Part II that two administrators enacted. */
async function announced({ call }: { call: Call }): Promise<string> {
  const { body } = await call('GET', '/law/terms', 'admin');
  const { items, today } = body as {
    today: string;
    items: { version: string; parameters: { name: string; value: string | number }[] }[];
  };
  const version = '2031-01-01';
  if (items.some((one) => one.version === version)) return '/terms';
  const parameters = Object.fromEntries(items.at(-1)!.parameters.map(({ name, value }) => [name, value]));
  const proposed = await call('POST', '/law/proposals', 'admin', {
    kind: 'terms',
    version,
    publishedOn: today,
    effectiveOn: version,
    ground: 'law',
    source: 'Elektroenerģijas tirgus likuma grozījumi',
    parameters: { ...parameters, objectionDays: 45, offerDays: 15 },
  });
  const { id } = proposed.body as { id: string };
  await call('POST', `/law/proposals/${id}`, 'admin2', { decision: 'approve' });
  return '/terms';
}

export const publicScreens: readonly Screen[] = [
  { name: 'home', path: '/', main: true },
  { name: 'estimate-empty', path: '/estimate' },
  { name: 'estimate', path: `/estimate?${PRICED}`, main: true },
  { name: 'estimate-compared', path: `/estimate?${COMPARED}` },
  {
    name: 'estimate-wrong',
    path: '/estimate?connection.ampere=0&connection.volt=400&connection.distanceM=tuvu',
    status: 422,
  },
  { name: 'process', path: '/process', main: true },
  { name: 'waiting-times', path: '/waiting-times', main: true },
  { name: 'forms', path: '/forms' },
  { name: 'paper-form', path: '/forms/readiness' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'terms', path: announced, main: true },
  { name: 'sign-in', path: '/sign-in', main: true },
  { name: 'register', path: '/register' },
  { name: 'not-found', path: '/nav-tadas-lapas', status: 404 },
  { name: 'styleguide', path: '/styleguide', main: true },
];
