import { Router } from 'express';
import { z } from 'zod';
import { isoDay } from '../../workflows/data.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withRole } from '../http/signed-in.ts';
import { STEPS } from '../reports/regulator.ts';
import type { ApiServices } from './services.ts';

export const reportQuery = z.strictObject({
  from: isoDay.describe('First day of the period'),
  to: isoDay.describe('Last day of the period'),
});

const count = z.int().min(0);
const reasons = z.array(z.object({ reason: z.string(), cases: count }));

export const regulatorReportSchema = z
  .object({
    from: isoDay,
    to: isoDay,
    applications: z.object({ received: count }),
    offers: z.object({
      issued: count,
      within20: count.describe('In time under II.11.1.1'),
      late20: count,
      within30: count.describe('In time under II.11.1.2'),
      late30: count,
    }),
    objections: z.object({
      received: count,
      answered: count,
      answeredInTime: count.describe('II.11.2'),
      founded: count,
      rejected: count,
    }),
    annulments: z.object({
      warned: count.describe('II.11.3'),
      annulled: count,
      reinstated: count.describe('II.11.4'),
    }),
    contracts: z.object({ concluded: count.describe('II.11.5') }),
    works: z.object({
      completed: count,
      withinTerm: count.describe('By the agreed term with days of suspension added (II.2.6, II.13.1)'),
      afterTerm: count,
    }),
    connections: z.object({ made: count, inTime: count.describe('II.4.1, II.4.2'), late: count }),
    complaints: z.object({
      received: count,
      answered: count,
      answeredInTime: count.describe('II.16.5'),
    }),
    steps: z.array(
      z.object({
        step: z.enum(STEPS),
        cases: count,
        average: z.string().nullable().describe('Calendar days, one decimal'),
        median: z.string().nullable(),
        longest: count.nullable(),
      }),
    ),
    suspensions: reasons.describe('Suspensions of works by ground (II.13.1)'),
    endings: reasons.describe('Cases that ended, by reason'),
  })
  .meta({ id: 'RegulatorReport' });

/** Figures over all cases, without anything of a person. */
export function reportsRoutes({ overview, identity }: Pick<ApiServices, 'overview' | 'identity'>): Router {
  const router = Router();
  resource(router, '/reports/regulator', {
    get: [
      signedIn(identity),
      withRole('service', 'engineer', 'finance', 'admin'),
      async (req, res) => {
        res.json(await overview.regulator(callerOf(res), read(reportQuery, req.query)));
      },
    ],
  });
  return router;
}
