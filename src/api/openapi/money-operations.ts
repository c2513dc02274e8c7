import { onceHeader } from '../conditions.ts';
import { contextChoice } from '../contexts.routes.ts';
import { caseMoneySchema, contextsSchema, paymentBegunSchema, paymentSchema } from '../money-schemas.ts';
import { paymentOrder, providerMessage } from '../payments.routes.ts';
import type { Operation } from './operation.ts';

/** Invoices, payments, and in whose name one looks (PO-04 to PO-07). */
export const MONEY_OPERATIONS: readonly Operation[] = [
  {
    id: 'caseInvoices',
    method: 'get',
    path: '/cases/{id}/invoices',
    summary: 'Invoices, credit notes and payments of a case; a sub-user needs the right to pay',
    answers: { 200: { is: 'The money of the case', body: caseMoneySchema } },
    problems: [403, 404],
  },
  {
    id: 'beginPayment',
    method: 'post',
    path: '/payments',
    summary:
      'Begin to pay all that an invoice still asks for, anybody’s, by its reference. Unknown and paid references are refused alike; a payment that the caller has begun goes on, and one that somebody else has begun is told of before',
    headers: onceHeader,
    body: paymentOrder,
    answers: { 201: { is: 'Begun; the payer goes on at `goTo`', body: paymentBegunSchema } },
    problems: [409, 422],
  },
  {
    id: 'findPayment',
    method: 'get',
    path: '/payments/{id}',
    summary: 'What became of a payment that the caller began, or that nobody who was signed in began',
    answers: { 200: { is: 'The payment', body: paymentSchema } },
    problems: [404],
  },
  {
    id: 'paymentCallback',
    method: 'post',
    path: '/payments/callbacks/{provider}',
    summary:
      'A payment provider tells what became of a payment, under its signature; told twice, it is booked once',
    open: true,
    body: providerMessage,
    answers: { 204: { is: 'Heard' } },
    problems: [422],
  },
  {
    id: 'listContexts',
    method: 'get',
    path: '/contexts',
    summary:
      'In whose name the caller can look and ask: the own, and those of customers who let the caller in',
    answers: { 200: { is: 'The contexts, the own one first', body: contextsSchema } },
  },
  {
    id: 'enterContext',
    method: 'post',
    path: '/contexts',
    summary:
      'Go on in another context: every later call of the session is made in it; what was revoked ends at once',
    body: contextChoice,
    answers: { 200: { is: 'The contexts', body: contextsSchema } },
    problems: [404, 422],
  },
];
