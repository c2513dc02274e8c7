import { z } from 'zod';
import { applicationSchema, draftSchema } from '../../../workflows/application.ts';
import { caseListQuery } from '../../http/requests/case-list.ts';
import { quoteRequest } from '../../law/fees/request.ts';
import { accountActAppliedSchema } from '../accounts-schemas.ts';
import { decisionSchema } from '../approvals.routes.ts';
import { newCaseQuery } from '../cases.routes.ts';
import { clockMove } from '../clock.routes.ts';
import { conditionHeaders, onceHeader } from '../conditions.ts';
import {
  approvalsSchema,
  awaitsApprovalSchema,
  callerSchema,
  caseListSchema,
  caseSchema,
  clockSchema,
  declinedSchema,
  historySchema,
  noticesSchema,
  quoteAnswerSchema,
  sessionSchema,
} from '../schemas.ts';
import { credentials } from '../sessions.routes.ts';
import { ADMINISTRATION_OPERATIONS } from './administration-operations.ts';
import { COMPANY_OPERATIONS } from './company-operations.ts';
import { FILE_OPERATIONS } from './file-operations.ts';
import { LAW_OPERATIONS } from './law-operations.ts';
import { LETTER_OPERATIONS } from './letter-operations.ts';
import { ME_OPERATIONS } from './me-operations.ts';
import { MONEY_OPERATIONS } from './money-operations.ts';
import type { Operation } from './operation.ts';
import { REMINDER_OPERATIONS } from './reminder-operations.ts';
import { REPORT_OPERATIONS } from './report-operations.ts';

/** Shared schemas get a name once and are referred to everywhere, also inside the events. */
for (const [schema, id] of [
  [applicationSchema, 'Application'],
  [draftSchema, 'Draft'],
  [quoteRequest, 'QuoteRequest'],
] as const) {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
}

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'signIn',
    method: 'post',
    path: '/sessions',
    summary: 'Sign in',
    open: true,
    body: credentials,
    answers: { 200: { is: 'Signed in', body: sessionSchema } },
    problems: [422],
  },
  {
    id: 'whoAmI',
    method: 'get',
    path: '/sessions',
    summary: 'Who is signed in',
    answers: { 200: { is: 'The holder of the token', body: callerSchema } },
  },
  {
    id: 'signOut',
    method: 'delete',
    path: '/sessions',
    summary: 'Sign out',
    answers: { 204: { is: 'Signed out' } },
  },
  {
    id: 'describe',
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    open: true,
    answers: { 200: { is: 'OpenAPI 3.1', body: 'anything' } },
  },
  {
    id: 'openCase',
    method: 'post',
    path: '/cases',
    summary: 'Submit an application (II.11.1), or keep a draft of one with draft=1',
    query: newCaseQuery,
    headers: onceHeader,
    body: z.union([applicationSchema, draftSchema]),
    answers: { 201: { is: 'The case', body: caseSchema } },
    problems: [403, 409, 422],
  },
  {
    id: 'listCases',
    method: 'get',
    path: '/cases',
    summary: 'The caller’s cases: a customer’s own, for staff all',
    query: caseListQuery,
    answers: { 200: { is: 'A page of cases', body: caseListSchema } },
    problems: [422],
  },
  {
    id: 'findCase',
    method: 'get',
    path: '/cases/{id}',
    summary: 'One case; its ETag is its version',
    answers: { 200: { is: 'The case', body: caseSchema } },
    problems: [404],
  },
  {
    id: 'postEvent',
    method: 'post',
    path: '/cases/{id}/events',
    summary: 'Make something happen to a case',
    headers: conditionHeaders,
    body: 'Event',
    answers: {
      200: { is: 'The case after it', body: caseSchema },
      202: { is: 'A second person must approve', body: awaitsApprovalSchema },
    },
    problems: [403, 404, 409, 422],
  },
  {
    id: 'caseHistory',
    method: 'get',
    path: '/cases/{id}/history',
    summary: 'Everything that happened to a case',
    answers: { 200: { is: 'Every event', body: historySchema } },
    problems: [404],
  },
  {
    id: 'caseNotices',
    method: 'get',
    path: '/cases/{id}/notices',
    summary: 'The operator’s letters of a case',
    answers: { 200: { is: 'The letters', body: noticesSchema } },
    problems: [404],
  },
  {
    id: 'listApprovals',
    method: 'get',
    path: '/approvals',
    summary: 'Acts that wait for a second person',
    answers: { 200: { is: 'The acts', body: approvalsSchema } },
    problems: [403],
  },
  {
    id: 'listApprovalsOfCase',
    method: 'get',
    path: '/cases/{id}/approvals',
    summary: 'Acts of a case that a second person decided or is to decide, oldest first (staff)',
    answers: { 200: { is: 'The acts', body: approvalsSchema } },
    problems: [403, 404],
  },
  {
    id: 'decideApproval',
    method: 'post',
    path: '/approvals/{id}',
    summary:
      'Apply or decline what another person of the role asked for; who asked may decline, which takes it back',
    headers: onceHeader,
    body: decisionSchema,
    answers: {
      200: {
        is: 'The case or the account after it, or that it was declined or taken back',
        body: z.union([caseSchema, declinedSchema, accountActAppliedSchema]),
      },
      202: { is: 'A further person must approve', body: awaitsApprovalSchema },
    },
    problems: [403, 404, 409, 422],
  },
  {
    id: 'readDocument',
    method: 'get',
    path: '/documents/{id}',
    summary: 'A document: PDF, or the file as stored',
    answers: { 200: { is: 'The file', body: 'file' } },
    problems: [404],
  },
  {
    id: 'quoteFee',
    method: 'post',
    path: '/fees/quotes',
    summary: 'Price a connection without a case',
    open: true,
    body: quoteRequest,
    answers: { 200: { is: 'The price, explained', body: quoteAnswerSchema } },
    problems: [422],
  },
  {
    id: 'readClock',
    method: 'get',
    path: '/clock',
    summary: 'The time on a virtual clock (admin)',
    answers: { 200: { is: 'The time', body: clockSchema } },
    problems: [403, 409],
  },
  {
    id: 'moveClock',
    method: 'post',
    path: '/clock',
    summary: 'Move a virtual clock forward through everything that falls due (admin)',
    body: clockMove,
    answers: { 200: { is: 'The time reached, once all that fell due has been handled', body: clockSchema } },
    problems: [403, 409, 422],
  },
  ...FILE_OPERATIONS,
  ...LETTER_OPERATIONS,
  ...MONEY_OPERATIONS,
  ...ME_OPERATIONS,
  ...REMINDER_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...LAW_OPERATIONS,
  ...ADMINISTRATION_OPERATIONS,
  ...COMPANY_OPERATIONS,
];
