import { assign, setup } from 'xstate';
import type { CaseEvent } from '../case-event.ts';
import { APPLICATION_CHECKS } from '../checks/application.ts';
import type { Check } from '../checks/check.ts';
import { DELIVERY_CHECKS } from '../checks/delivery.ts';
import { ENDING_CHECKS } from '../checks/ending.ts';
import { MONEY_CHECKS } from '../checks/money.ts';
import { OFFER_CHECKS } from '../checks/offer.ts';
import { PERSONAL_DATA_CHECKS } from '../checks/personal-data.ts';
import { READINESS_CHECKS } from '../checks/readiness.ts';
import { WORKS_CHECKS } from '../checks/works.ts';
import type { Awaits } from '../deadlines/deadline.ts';
import type { Facts } from '../facts.ts';
import type { NoticeId } from '../notices.ts';
import { AGREEMENT_RECORDS } from '../records/agreement.ts';
import { APPLICATION_RECORDS } from '../records/application.ts';
import { CONNECTION_RECORDS } from '../records/connection.ts';
import { CONTRACT_RECORDS } from '../records/contract.ts';
import { DELIVERY_RECORDS } from '../records/delivery.ts';
import { ENDING_RECORDS } from '../records/ending.ts';
import { MONEY_RECORDS } from '../records/money.ts';
import { OFFER_RECORDS } from '../records/offer.ts';
import { PASSING_RECORDS } from '../records/passing.ts';
import { PERSONAL_DATA_RECORDS } from '../records/personal-data.ts';
import type { Writing } from '../records/record.ts';

export const CHECKS = {
  ...APPLICATION_CHECKS,
  ...OFFER_CHECKS,
  ...WORKS_CHECKS,
  ...READINESS_CHECKS,
  ...MONEY_CHECKS,
  ...ENDING_CHECKS,
  ...DELIVERY_CHECKS,
  ...PERSONAL_DATA_CHECKS,
} as const satisfies Record<string, Check>;
export type CheckName = keyof typeof CHECKS;

const RECORDS = {
  ...APPLICATION_RECORDS,
  ...OFFER_RECORDS,
  ...CONTRACT_RECORDS,
  ...AGREEMENT_RECORDS,
  ...CONNECTION_RECORDS,
  ...MONEY_RECORDS,
  ...ENDING_RECORDS,
  ...PASSING_RECORDS,
  ...DELIVERY_RECORDS,
  ...PERSONAL_DATA_RECORDS,
} as const satisfies Record<string, Writing>;

type Params = Readonly<Record<string, string>> | undefined;

const guards = Object.fromEntries(
  Object.entries(CHECKS as Record<string, Check>).map(([name, check]) => [
    name,
    ({ context, event }: { context: Facts; event: CaseEvent }, params: Params) =>
      check(context, event, params) === null,
  ]),
) as Record<CheckName, ({ context, event }: { context: Facts; event: CaseEvent }, params: Params) => boolean>;

const writings = Object.fromEntries(
  Object.entries(RECORDS as Record<string, Writing>).map(([name, write]) => [
    name,
    assign(({ context, event }: { context: Facts; event: CaseEvent }) => write(context, event)),
  ]),
) as unknown as Record<keyof typeof RECORDS, () => void>;

/** Effects: commands to the shell, never run by the chart. */
export type Effect =
  | { readonly type: 'sendNotice'; readonly notice: NoticeId }
  | { readonly type: 'resendByPost' }
  | { readonly type: 'issueInvoice'; readonly kind: 'advance' | 'final' }
  | { readonly type: 'voidInvoice' };

interface StateMeta {
  readonly clause: string | null;
  readonly awaits: Awaits;
}

export const chart = setup({
  types: {
    context: {} as Facts,
    events: {} as CaseEvent,
    meta: {} as Partial<StateMeta> & { readonly clause: string | null },
  },
  guards,
  actions: {
    ...writings,
    sendNotice: (_: unknown, _params: { notice: NoticeId }) => {},
    resendByPost: () => {},
    issueInvoice: (_: unknown, _params: { kind: 'advance' | 'final' }) => {},
    voidInvoice: () => {},
  },
});

export const notice = (id: NoticeId) => ({ type: 'sendNotice', params: { notice: id } }) as const;
