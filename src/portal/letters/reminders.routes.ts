import { type Request, type Response, Router } from 'express';
import { remindersRequest } from '../../delivery/reminders/request.ts';
import { caseIdOf } from '../../http/ids.ts';
import { read } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { type Form, formOf } from '../forms/form-body.ts';
import { refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import { type Refilled, remindersPage } from './reminders.page.ts';

/** What a customer wants to be reminded of in one case (PO-09). */
export function remindersRoutes({ services: { casework, reminderDesk }, show }: Portal): Router {
  async function shown(req: Request, res: Response, refilled: Refilled | null, status = 200): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const id = caseIdOf(req);
    const [reminders, found] = await Promise.all([
      reminderDesk.find(caller, id, view.language),
      casework.find(caller, id, view.language),
    ]);
    show(res, 'letters/reminders', remindersPage(view, found, reminders, refilled), status);
  }

  async function keep(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const id = caseIdOf(req);
    const form = formOf(res);
    await reminderDesk.authorise(caller, id);
    try {
      const { language = view.language, ...wanted } = read(remindersRequest, requestOf(form));
      await reminderDesk.set(caller, id, { ...wanted, language });
    } catch (error) {
      const errors = refusedForm(view, error, {
        shown: new Set(['deadlines', 'daysBefore', 'email', 'language']),
      });
      return shown(req, res, { values: form.values, errors }, 422);
    }
    goOn(res, `/cases/${id}/reminders`, 'remindersKept');
  }

  const router = Router();
  resource(router, '/cases/:id/reminders', {
    get: [signedIn, (req, res) => shown(req, res, null)],
    post: [signedIn, keep],
  });
  return router;
}

const requestOf = (form: Form): Record<string, unknown> => ({
  deadlines: form.all('deadlines'),
  daysBefore: Number(form.text('daysBefore')),
  email: form.text('email'),
  ...(form.text('language') === '' ? {} : { language: form.text('language') }),
});
