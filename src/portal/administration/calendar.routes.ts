import { Router } from 'express';
import { read } from '../../http/read.ts';
import { yearQuery } from '../../http/requests/law.ts';
import { resource } from '../../http/resource.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { CALENDAR_FIELDS, calendarPage } from './calendar.page.ts';
import { proposing, type ShowForm } from './proposing.ts';
import { READERS } from './sections.ts';

/** Days off and moved working days of a year. */
export function calendarRoutes({ services: { lawReading, lawDesk }, show }: Portal): Router {
  const shown: ShowForm = async (req, res, values = {}, errors = null, status = 200) => {
    const view = viewOf(res);
    const caller = callerOf(res);
    const asked = queryForm(req).text('year');
    const { year } = read(yearQuery, asked === '' ? {} : { year: asked });
    const calendar = await lawReading.calendar(caller, year ?? null, view.language);
    const pending = (await lawDesk.proposals(caller, 'pending')).filter(({ kind }) => kind === 'calendar');
    show(res, 'administration/calendar', calendarPage(view, { calendar, pending, values, errors }), status);
  };

  const router = Router();
  resource(router, '/admin/calendar', {
    get: [withRole(...READERS), (req, res) => shown(req, res)],
    post: [
      withRole(...READERS),
      proposing({
        lawDesk,
        shown: CALENDAR_FIELDS,
        fields: { 'rows.0.on': 'on', 'rows.0.kind': 'kind', 'rows.0.name': 'name' },
        requestOf: (form) => ({
          kind: 'calendar',
          rows: [
            {
              on: isoDayOf(form.text('on')),
              kind: form.text('kind'),
              name: form.text('name'),
              removed: form.isTicked('removed'),
            },
          ],
          source: form.text('source'),
        }),
        again: shown,
      }),
    ],
  });
  return router;
}
