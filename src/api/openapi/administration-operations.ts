import {
  accountAct,
  accountListQuery,
  newStaffAccount,
} from '../../administration/accounts/account-request.ts';
import { jobRetry } from '../../http/requests/job-retry.ts';
import { readListQuery } from '../../http/requests/read-list.ts';
import {
  accountAfterSchema,
  accountsSchema,
  accountWithLogSchema,
  jobsSchema,
  readsSchema,
} from '../accounts-schemas.ts';
import { historyHeadSchema } from '../history.routes.ts';
import { awaitsApprovalSchema } from '../schemas.ts';
import type { Operation } from './operation.ts';

/** Accounts, work in the background, and who read what. */
export const ADMINISTRATION_OPERATIONS: readonly Operation[] = [
  {
    id: 'listAccounts',
    method: 'get',
    path: '/accounts',
    summary: 'Who may sign in, by username (admin)',
    query: accountListQuery,
    answers: { 200: { is: 'The accounts', body: accountsSchema } },
    problems: [403, 422],
  },
  {
    id: 'createStaffAccount',
    method: 'post',
    path: '/accounts',
    summary: 'Ask for an account of staff; another administrator decides under /approvals (admin)',
    body: newStaffAccount,
    answers: {
      202: { is: 'Nothing has changed: another administrator decides', body: awaitsApprovalSchema },
    },
    problems: [403, 409, 422],
  },
  {
    id: 'findAccount',
    method: 'get',
    path: '/accounts/{id}',
    summary: 'One account with its changes, newest first (admin)',
    answers: { 200: { is: 'The account', body: accountWithLogSchema } },
    problems: [403, 404],
  },
  {
    id: 'actOnAccount',
    method: 'post',
    path: '/accounts/{id}',
    summary:
      'Close, or end the sessions, at once; ask for other roles, a new password or to open again, which another administrator decides (admin)',
    body: accountAct,
    answers: {
      200: { is: 'The account after it', body: accountAfterSchema },
      202: { is: 'Nothing has changed: another administrator decides', body: awaitsApprovalSchema },
    },
    problems: [403, 404, 409, 422],
  },
  {
    id: 'readJobs',
    method: 'get',
    path: '/jobs',
    summary: 'Work in the background that failed, and how much waits (admin)',
    answers: { 200: { is: 'The work', body: jobsSchema } },
    problems: [403],
  },
  {
    id: 'retryJob',
    method: 'post',
    path: '/jobs',
    summary: 'Have the clock try a failed deadline again at once (admin)',
    body: jobRetry,
    answers: { 202: { is: 'The work; the clock looks at it next', body: jobsSchema } },
    problems: [403, 404, 422],
  },
  {
    id: 'listReads',
    method: 'get',
    path: '/reads',
    summary: 'Who of staff read which case, newest first (privacy; II.8.3, II.9.5)',
    query: readListQuery,
    answers: { 200: { is: 'The readings', body: readsSchema } },
    problems: [403, 422],
  },
  {
    id: 'historyHead',
    method: 'get',
    path: '/history/head',
    summary:
      'What stands for the whole history up to now: kept elsewhere, it shows later that nothing was changed (admin, privacy)',
    answers: { 200: { is: 'The head', body: historyHeadSchema } },
    problems: [403],
  },
];
