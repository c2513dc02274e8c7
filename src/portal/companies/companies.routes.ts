import { type Request, type RequestHandler, type Response, Router } from 'express';
import { accountIdOf } from '../../http/ids.ts';
import { resource } from '../../http/resource.ts';
import { isRegistrationNumber, normalPartyCode } from '../../law/party-code.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import {
  companiesPage,
  confirmFormPage,
  confirmStepPage,
  DOCUMENT,
  endPage,
  NOTE_LENGTH,
} from './companies.page.ts';

const LIST = '/staff/companies';

/** Customer service confirms on a document who speaks for a company, and ends it again (II.5.4.3, D-20). */
export function companiesRoutes({ services: { companyDesk }, show }: Portal): Router {
  const ofTheDesk: readonly RequestHandler[] = [signedIn, withRole('service')];
  const accountIn = (req: Request, res: Response) => companyDesk.one(callerOf(res), accountIdOf(req));

  async function confirm(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const { t } = view;
    const form = formOf(res);
    const account = await accountIn(req, res);
    const given = { code: normalPartyCode(form.text('code')), seen: form.text('seen').slice(0, NOTE_LENGTH) };
    const wrong = [
      ...(isRegistrationNumber(given.code) ? [] : [{ field: 'code', text: t('companies.confirm.codeHint') }]),
      ...(given.seen === '' ? [{ field: 'seen', text: t('companies.confirm.seenMissing') }] : []),
    ];
    if (wrong.length > 0) {
      const page = confirmFormPage(view, account, form.values, formErrors(view, wrong));
      return show(res, 'companies/confirm', page, 422);
    }
    if (form.text('step') !== 'confirm')
      return show(res, 'people/confirm', confirmStepPage(view, account, given, null));
    const [file] = form.files(DOCUMENT);
    try {
      await companyDesk.confirm(callerOf(res), account.id, {
        document: file ? { name: file.name, bytes: file.bytes } : null,
        ...given,
      });
    } catch (error) {
      const errors = refusedForm(view, error, { fields: { file: DOCUMENT }, shown: new Set([DOCUMENT]) });
      return show(res, 'people/confirm', confirmStepPage(view, account, given, errors), 422);
    }
    goOn(res, LIST, 'companyConfirmed');
  }

  async function end(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const form = formOf(res);
    const account = await accountIn(req, res);
    const reason = form.text('reason').slice(0, NOTE_LENGTH);
    if (reason === '') {
      const errors = formErrors(view, [{ field: 'reason', text: view.t('companies.end.reasonMissing') }]);
      return show(res, 'people/confirm', endPage(view, account, form.values, errors), 422);
    }
    try {
      await companyDesk.end(callerOf(res), account.id, reason);
    } catch (error) {
      const errors = refusedForm(view, error, { shown: new Set(['reason']) });
      return show(res, 'people/confirm', endPage(view, account, form.values, errors), 409);
    }
    goOn(res, LIST, 'companyConfirmationEnded');
  }

  const router = Router();
  resource(router, LIST, {
    get: [
      ...ofTheDesk,
      async (req, res) => {
        const code = queryForm(req).text('code').slice(0, 40);
        const accounts = await companyDesk.list(callerOf(res), code === '' ? undefined : code);
        show(res, 'companies/desk', companiesPage(viewOf(res), accounts, code));
      },
    ],
  });
  resource(router, '/staff/companies/:id/confirmation', {
    get: [
      ...ofTheDesk,
      async (req, res) => {
        const account = await accountIn(req, res);
        if (account.provenAt !== null) return goOn(res, LIST);
        const values = { code: account.partyCode ?? '' };
        show(res, 'companies/confirm', confirmFormPage(viewOf(res), account, values, null));
      },
    ],
    post: [...ofTheDesk, confirm],
  });
  resource(router, '/staff/companies/:id/end', {
    get: [
      ...ofTheDesk,
      async (req, res) => {
        const account = await accountIn(req, res);
        if (account.provenAt === null) return goOn(res, LIST);
        show(res, 'people/confirm', endPage(viewOf(res), account, {}, null));
      },
    ],
    post: [...ofTheDesk, end],
  });
  return router;
}
