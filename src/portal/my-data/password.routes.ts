import { type Request, type Response, Router } from 'express';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { type FormErrors, formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import type { Page } from '../frame/page.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { signedIn } from '../session/guards.ts';
import { askerOf } from './asker.ts';

interface PasswordPage extends Page {
  readonly fields: readonly Field[];
}

function passwordPage(view: View, errors: FormErrors | null): PasswordPage {
  const { t } = view;
  const form = formFields(view, {}, errors);
  return {
    title: t('myData.password.change'),
    frame: {
      crumbs: [{ label: t('myData.title'), href: '/my-data' }],
      lead: t('myData.password.text'),
      errors: errors?.summary ?? null,
    },
    fields: [
      form.input('current', {
        label: t('myData.password.current'),
        type: 'password',
        autocomplete: 'current-password',
      }),
      form.input('next', {
        label: t('myData.password.next'),
        hint: t('account.register.passwordHint', { length: SHORTEST_PASSWORD }),
        type: 'password',
        autocomplete: 'new-password',
      }),
      form.input('again', {
        label: t('myData.password.again'),
        type: 'password',
        autocomplete: 'new-password',
      }),
    ],
  };
}

export function passwordRoutes({ services, show }: Portal): Router {
  const { myData } = services;

  async function receive(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    // Passwords are taken as they were typed: spaces at their ends belong to them.
    const typed = (name: string): string => String(res.locals.formFields?.[name] ?? '');
    const showAgain = (errors: FormErrors): void =>
      show(res, 'my-data/password', passwordPage(view, errors), 422);
    if (typed('next') !== typed('again'))
      return showAgain(formErrors(view, [{ field: 'again', text: view.t('myData.password.differs') }]));
    try {
      await myData.changePassword(askerOf(res), { current: typed('current'), next: typed('next') });
    } catch (error) {
      return showAgain(refusedForm(view, error));
    }
    goOn(res, '/my-data', 'passwordChanged');
  }

  const router = Router();
  resource(router, '/my-data/password', {
    get: [signedIn, (_req, res) => show(res, 'my-data/password', passwordPage(viewOf(res), null))],
    post: [signedIn, signInLimit(services, 'password'), receive],
  });
  return router;
}
