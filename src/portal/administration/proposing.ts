import type { Request, RequestHandler, Response } from 'express';
import { proposalRequest } from '../../administration/proposal-request.ts';
import { read } from '../../http/read.ts';
import { type Form, formOf } from '../forms/form-body.ts';
import { type FormErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { PortalServices } from '../services.ts';
import { callerOf } from '../session/guards.ts';

/** Shows a page with its form: empty, or as it was sent and with what is wrong with it. */
export type ShowForm = (
  req: Request,
  res: Response,
  values?: Readonly<Record<string, string | undefined>>,
  errors?: FormErrors | null,
  status?: number,
) => Promise<void>;

/** Shows a form that was refused, as it was sent. */
export type ShowAgain = (
  req: Request,
  res: Response,
  values: Form['values'],
  errors: FormErrors,
  status: number,
) => Promise<void>;

/** One way for every change of the law: its form becomes a proposal, and comes back where it is refused. */
interface Proposing {
  readonly lawDesk: PortalServices['lawDesk'];
  /** The fields that the form shows. */
  readonly shown: readonly string[];
  /** Fields of the service under other names in the form. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly requestOf: (form: Form, req: Request, res: Response) => Promise<object> | object;
  readonly again: ShowAgain;
}

export const proposing =
  ({ lawDesk, shown, fields, requestOf, again }: Proposing): RequestHandler =>
  async (req, res) => {
    const view = viewOf(res);
    const form = formOf(res);
    try {
      const request = read(proposalRequest, await requestOf(form, req, res));
      const key = form.text('idempotencyKey').slice(0, 200);
      const { id } = await lawDesk.propose(callerOf(res), request, key === '' ? undefined : key);
      goOn(res, `/admin/proposals/${id}`, 'proposed');
    } catch (error) {
      const errors = refusedForm(view, error, { shown: new Set(shown), ...(fields ? { fields } : {}) });
      await again(req, res, form.values, errors, 422);
    }
  };
