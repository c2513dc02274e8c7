import { type Request, type Response, Router } from 'express';
import { caseIdOf, paymentIdOf } from '../../http/ids.ts';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import { caseInvoicesPage, myInvoicesPage } from './invoices.page.ts';
import { askedPage, bankPage, paymentPage, payPage } from './pay.page.ts';

/** Invoices, and paying them: with an account and without one. */
export function paymentsRoutes({ services, show }: Portal): Router {
  const { invoices, payments, demoBank, clock } = services;
  const online = payments.isOpen;
  /** References follow each other: asking for many is slowed like guessing passwords. */
  const slowly = signInLimit(services, 'payment-reference');

  async function showAsked(res: Response, typed: string): Promise<void> {
    const view = viewOf(res);
    try {
      show(res, 'payments/asked', askedPage(view, await payments.asked(typed), online, null));
    } catch (error) {
      show(res, 'payments/pay', payPage(view, typed, refusedForm(view, error)), 422);
    }
  }

  async function begin(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const reference = String(req.params.reference);
    const id = formOf(res).text('key');
    const besides = formOf(res).text('besides') !== '';
    try {
      const begun = await payments.begin(view.caller, {
        reference,
        besides,
        ...(UUID.test(id) ? { id } : {}),
      });
      if (begun.goTo.startsWith('/')) return goOn(res, begun.goTo);
      // A form may not lead to another site: the provider's page is a link away.
      show(res, 'payments/payment', paymentPage(view, begun, begun.goTo));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'payment.already-begun') {
        const asked = askedPage(view, await payments.asked(reference), online, refusedForm(view, error));
        return show(res, 'payments/asked', { ...asked, besides: true }, 409);
      }
      show(res, 'payments/pay', payPage(view, reference, refusedForm(view, error)), 422);
    }
  }

  const router = Router();
  resource(router, '/invoices', {
    get: [
      withRole('customer'),
      async (req, res) => {
        const view = viewOf(res);
        const caller = callerOf(res);
        const cursor = queryForm(req).text('cursor') || null;
        const [money, begun] = await Promise.all([
          invoices.mine(caller, cursor ?? undefined),
          payments.begunBy(caller),
        ]);
        show(res, 'payments/invoices', myInvoicesPage(view, money, begun, cursor, { online }));
      },
    ],
  });
  resource(router, '/cases/:id/invoices', {
    get: [
      signedIn,
      async (req, res) => {
        const money = await invoices.ofCase(callerOf(res), caseIdOf(req));
        show(res, 'payments/invoices', caseInvoicesPage(viewOf(res), money, { online }));
      },
    ],
  });
  resource(router, '/pay', {
    get: [(_req, res) => show(res, 'payments/pay', payPage(viewOf(res), '', null))],
    post: [
      slowly,
      async (_req, res) => {
        const view = viewOf(res);
        const typed = formOf(res).text('reference');
        try {
          const { reference } = await payments.asked(typed);
          goOn(res, `/pay/${reference}`);
        } catch (error) {
          show(res, 'payments/pay', payPage(view, typed, refusedForm(view, error)), 422);
        }
      },
    ],
  });
  resource(router, '/pay/:reference', {
    get: [slowly, (req, res) => showAsked(res, String(req.params.reference))],
    post: [slowly, begin],
  });
  resource(router, '/payments/:id', {
    get: [
      async (req, res) => {
        const view = viewOf(res);
        show(res, 'payments/payment', paymentPage(view, await payments.find(view.caller, paymentIdOf(req))));
      },
    ],
  });
  if (demoBank)
    resource(router, '/demo-bank/:id', {
      get: [
        async (req, res) => {
          const view = viewOf(res);
          const payment = await payments.find(view.caller, paymentIdOf(req));
          if (payment.state !== 'begun') return goOn(res, `/payments/${payment.id}`);
          show(res, 'payments/bank', bankPage(view, payment));
        },
      ],
      post: [
        async (req, res) => {
          const { id, amount } = await payments.find(viewOf(res).caller, paymentIdOf(req));
          const pays = formOf(res).text('answer') === 'pay';
          const message = demoBank.answer(
            id,
            pays ? { kind: 'paid', amount, at: await clock.now() } : { kind: 'cancelled' },
          );
          await payments.told(demoBank.name, message);
          goOn(res, `/payments/${id}`);
        },
      ],
    });
  return router;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
