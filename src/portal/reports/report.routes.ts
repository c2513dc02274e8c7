import { type Request, type Response, Router } from 'express';
import { answerWithFile } from '../../http/answer-with-file.ts';
import { resource } from '../../http/resource.ts';
import { CSV_TYPE } from '../../reports/csv.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { askedPeriod, previousQuarter, withinPeriod } from './period.ts';
import { reportCsv } from './report.csv.ts';
import { reportPage } from './report.page.ts';
import { reportPdf } from './report.pdf.ts';

/** The regulator's report on a period: as a page, as a table of figures, and as a document. */
export function reportRoutes({ services: { overview }, show }: Portal): Router {
  const entry = withRole('service', 'engineer', 'finance', 'admin');

  async function report(req: Request, res: Response) {
    const view = viewOf(res);
    const usual = previousQuarter(view.today);
    return withinPeriod(view, askedPeriod(view, queryForm(req), usual), usual, (period) =>
      overview.regulator(callerOf(res), period),
    );
  }

  const router = Router();
  resource(router, '/staff/report', {
    get: [
      entry,
      async (req, res) => {
        const { asked, found } = await report(req, res);
        show(res, 'reports/report', reportPage(viewOf(res), found, asked), asked.errors ? 422 : 200);
      },
    ],
  });
  resource(router, '/staff/report.csv', {
    get: [
      entry,
      async (req, res) => {
        const view = viewOf(res);
        const { found } = await report(req, res);
        res
          .set({
            'Content-Type': CSV_TYPE,
            'Content-Disposition': `attachment; filename="${view.t('overview.report.file')}-${found.from}-${found.to}.csv"`,
          })
          .send(Buffer.from(reportCsv(view, found)));
      },
    ],
  });
  resource(router, '/staff/report.pdf', {
    get: [
      entry,
      async (req, res) => {
        const view = viewOf(res);
        const { found } = await report(req, res);
        const name = `${view.t('overview.report.file')}-${found.from}-${found.to}.pdf`;
        answerWithFile(res, { name, contentType: 'application/pdf', bytes: reportPdf(view, found) });
      },
    ],
  });
  return router;
}
