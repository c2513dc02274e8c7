import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import type { Form } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { firstProfile, operatorChangePage, operatorPage } from './operator.page.ts';
import { OPERATOR_FIELDS } from './operator-fields.ts';
import { proposing, type ShowAgain } from './proposing.ts';
import { ADMINISTRATORS, READERS } from './sections.ts';

/** Who the operator is (II.1.10). */
export function operatorRoutes({ services: { lawReading, lawDesk }, show }: Portal): Router {
  const again: ShowAgain = async (_req, res, values, errors, status) => {
    show(res, 'administration/operator-change', operatorChangePage(viewOf(res), values, errors), status);
  };

  const router = Router();
  resource(router, '/admin/operator', {
    get: [
      withRole(...READERS),
      async (_req, res) => {
        show(
          res,
          'administration/operator',
          operatorPage(viewOf(res), await lawReading.operator(callerOf(res))),
        );
      },
    ],
  });
  resource(router, '/admin/operator/change', {
    get: [
      withRole(...ADMINISTRATORS),
      async (_req, res) => {
        const values = firstProfile(await lawReading.operator(callerOf(res)));
        show(res, 'administration/operator-change', operatorChangePage(viewOf(res), values, null));
      },
    ],
    post: [
      withRole(...ADMINISTRATORS),
      proposing({
        lawDesk,
        shown: [...OPERATOR_FIELDS, 'source'],
        fields: Object.fromEntries(OPERATOR_FIELDS.map((name) => [`profile.${name}`, name])),
        requestOf: (form) => ({ kind: 'operator', profile: profileOf(form), source: form.text('source') }),
        again,
      }),
    ],
  });
  return router;
}

function profileOf(form: Form): object {
  const given = Object.fromEntries(
    OPERATOR_FIELDS.filter((name) => !name.startsWith('account.')).map((name) => [name, form.text(name)]),
  );
  const account = {
    iban: form.text('account.iban'),
    bic: form.text('account.bic'),
    bank: form.text('account.bank'),
  };
  return { ...given, account };
}
