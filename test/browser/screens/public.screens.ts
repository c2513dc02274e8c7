import type { Screen } from '../screens.ts';

const PRICED = 'connection.ampere=25&connection.volt=400&connection.distanceM=20&loadUnitPrice=60';

/** Both rules apply, the older one is cheaper, and a deferral is asked for that is not possible. */
const COMPARED =
  'connection.ampere=50&connection.volt=400&connection.distanceM=20&loadUnitPrice=60&costs.construction=9000&costs.attributable=600&costs.actual=2000' +
  '&technicalRules.issuedOn=2021-06-30&technicalRules.validUntil=2022-02-28&concludedOn=2022-02-01&deferral.months=12&deferral.annualRate=0.05';

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
  { name: 'sign-in', path: '/sign-in', main: true },
  { name: 'register', path: '/register' },
  { name: 'not-found', path: '/nav-tadas-lapas', status: 404 },
  { name: 'styleguide', path: '/styleguide', main: true },
];
