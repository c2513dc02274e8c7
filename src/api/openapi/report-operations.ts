import { regulatorReportSchema, reportQuery } from '../reports.routes.ts';
import type { Operation } from './operation.ts';

export const REPORT_OPERATIONS: readonly Operation[] = [
  {
    id: 'regulatorReport',
    method: 'get',
    path: '/reports/regulator',
    summary: 'Counts and lengths of steps in a period of up to five years, without personal data (staff)',
    query: reportQuery,
    answers: { 200: { is: 'The report', body: regulatorReportSchema } },
    problems: [403, 422],
  },
];
