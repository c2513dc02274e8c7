import { companyAccountsQuery, companyAccountsSchema, confirmationQuery } from '../companies.routes.ts';
import type { Operation } from './operation.ts';

/** Who speaks for companies that sign in by password (II.5.4.3). */
export const COMPANY_OPERATIONS: readonly Operation[] = [
  {
    id: 'listCompanyAccounts',
    method: 'get',
    path: '/company-accounts',
    summary:
      'Accounts of companies that sign in by password, those that wait for confirmation first (service; a representative who signed in by eID or bank: the own company’s)',
    query: companyAccountsQuery,
    answers: { 200: { is: 'The accounts', body: companyAccountsSchema } },
    problems: [403, 422],
  },
  {
    id: 'confirmCompanyAccount',
    method: 'put',
    path: '/company-accounts/{id}/confirmation',
    summary:
      'Confirm that the account speaks for the company: service with the document as body, a representative without one. Ends what the account gave to others before',
    query: confirmationQuery,
    body: 'file',
    answers: { 204: { is: 'It is confirmed' } },
    problems: [403, 404, 409, 422],
  },
  {
    id: 'endCompanyConfirmation',
    method: 'delete',
    path: '/company-accounts/{id}/confirmation',
    summary: 'The account speaks for the company no longer',
    answers: { 204: { is: 'The account has no rights from now on' } },
    problems: [403, 404, 409],
  },
];
