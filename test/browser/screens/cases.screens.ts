import type { Page } from 'playwright-core';
import { CONNECTION } from '../../builders/application-body.ts';
import { type Answers, fillIn, send } from '../person.ts';
import { NEWCOMER } from '../visit.ts';
import { demoAct, demoCase } from './demo-case.ts';
import type { Call, Screen } from './screen.ts';

/** What a customer sees and does from the application to the connection, and a case in each status. */

const COMPLETE_DRAFT = {
  customer: { kind: 'natural', name: 'Anna Ozoliņa', email: 'customer@piemers.example', household: true },
  object: { address: 'Bērzu iela 14, Salaspils, Salaspils nov., LV-2121', cadastreNumber: '8031 999 0014' },
  connection: CONNECTION,
  purpose: 'new',
};

/** A step of an application that has not been filed. */
const application =
  (step: string) =>
  async ({ call }: { call: Call }): Promise<string> => {
    const { body } = await call('POST', '/cases?draft=1', 'customer', COMPLETE_DRAFT);
    return `/apply/${(body as { id: string }).id}/${step}`;
  };

const asShown = (status: string, as: string, screen: Partial<Screen> = {}): Screen => ({
  name: `case-${status}`,
  path: demoCase(status, as),
  as,
  ...screen,
});

/** A form of an act, as it is first shown or with answers sent off. */
const act = (
  name: string,
  [status, as, type]: readonly [string, string, string],
  answers: Answers | null = null,
  screen: Partial<Screen> = {},
): Screen => ({
  name,
  path: demoAct(status, as, type),
  as,
  ...(answers ? { prepare: (page: Page) => fillIn(page, answers).then(() => send(page)) } : {}),
  ...screen,
});

const applying: readonly Screen[] = [
  { name: 'apply', path: '/apply', as: 'customer', main: true },
  {
    name: 'apply-wrong',
    path: '/apply',
    as: 'customer',
    prepare: (page) => fillIn(page, { 'customer.name': '' }).then(() => send(page)),
  },
  { name: 'apply-object', path: application('object'), as: 'customer' },
  { name: 'apply-connection', path: application('connection'), as: 'customer' },
  { name: 'apply-check', path: application('check'), as: 'customer', main: true },
  {
    name: 'apply-receipt',
    path: application('check'),
    as: 'customer',
    main: true,
    prepare: (page) => send(page, '.confirm button'),
  },
];

const inEachStatus: readonly Screen[] = [
  asShown('draft', 'customer'),
  asShown('received', 'service'),
  asShown('incomplete', 'service'),
  asShown('awaiting-design', 'company'),
  asShown('awaiting-contractor', 'engineer'),
  asShown('evaluating', 'customer'),
  asShown('offered', 'customer', { main: true }),
  asShown('objected', 'customer'),
  asShown('offer-lapsed', 'service'),
  asShown('annulment-warned', 'customer'),
  asShown('annulled', 'service'),
  asShown('in-force', 'customer', { main: true }),
  asShown('in-force', 'engineer', { name: 'case-in-force-engineer', main: true }),
  asShown('suspended', 'customer', { main: true }),
  asShown('fulfilled', 'customer'),
  asShown('closed', 'customer', { main: true }),
  asShown('withdrawn', 'finance'),
  asShown('terminated', 'company'),
];

const acting: readonly Screen[] = [
  act('act-sign', ['offered', 'company', 'contract.signed']),
  act('act-sign-confirm', ['offered', 'company', 'contract.signed'], {}, { main: true }),
  act('act-object-wrong', ['offered', 'customer', 'offer.objected'], {}),
  act('act-withdraw-confirm', ['in-force', 'customer', 'contract.withdrawn'], {}),
  act('act-payment', ['offered', 'finance', 'payment.received']),
  act('act-suspend', ['in-force', 'engineer', 'works.suspended'], null, { main: true }),
  act('act-offer-wrong', ['evaluating', 'engineer', 'offer.issued'], {}),
];

export const casesScreens: readonly Screen[] = [
  { name: 'my-cases', path: '/cases', as: 'customer', main: true },
  { name: 'my-cases-empty', path: '/cases', as: NEWCOMER },
  ...applying,
  ...inEachStatus,
  ...acting,
  { name: 'approvals-empty', path: '/approvals', as: 'privacy' },
  { name: 'case-unknown', path: '/cases/00000000-0000-4000-8000-000000000000', as: 'customer', status: 404 },
  { name: 'not-allowed', path: '/staff/dashboard', as: 'customer', status: 403 },
];
