import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { FIGURE_FIELDS, figurePage, figuresPage } from './figures.page.ts';
import { pendingFor } from './proposal-parts.ts';
import { proposing, type ShowForm } from './proposing.ts';
import { READERS } from './sections.ts';

const noSuchFigure = (): Refusal =>
  new Refusal({
    code: 'figure.not-found',
    kind: 'not-found',
    detail: say('Šāda lieluma nav.', 'There is no such figure.'),
  });

/** Figures of the fee: their editions over time, and the form that proposes the next. */
export function figuresRoutes({ services: { lawReading, lawDesk }, show }: Portal): Router {
  const shown: ShowForm = async (req, res, values = {}, errors = null, status = 200) => {
    const view = viewOf(res);
    const { items } = await lawReading.figures(callerOf(res), view.language);
    const figure = items.find(({ name }) => name === req.params.name);
    if (!figure) throw noSuchFigure();
    const pending = await pendingFor(lawDesk, callerOf(res), 'figure', figure.name);
    show(res, 'administration/figure', figurePage(view, { figure, pending, values, errors }), status);
  };

  const router = Router();
  const readers = withRole(...READERS);
  resource(router, '/admin/figures', {
    get: [
      readers,
      async (_req, res) => {
        const view = viewOf(res);
        const { items } = await lawReading.figures(callerOf(res), view.language);
        show(res, 'administration/figures', figuresPage(view, items));
      },
    ],
  });
  resource(router, '/admin/figures/:name', {
    get: [readers, (req, res) => shown(req, res)],
    post: [
      readers,
      proposing({
        lawDesk,
        shown: FIGURE_FIELDS,
        requestOf: (form, req) => ({
          kind: 'figure',
          name: req.params.name,
          value: form.text('value').replace(',', '.'),
          since: isoDayOf(form.text('since')),
          status: form.text('status'),
          source: form.text('source'),
        }),
        again: shown,
      }),
    ],
  });
  return router;
}
