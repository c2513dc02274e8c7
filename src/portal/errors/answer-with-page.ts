import type { ErrorRequestHandler } from 'express';
import { Fault } from '../../http/fault.ts';
import { refusalOrFault } from '../../http/problem.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { errorPage, statusOf } from './error-page.ts';

/** The last station of every page that failed. Whoever has not signed in is sent to do so and brought back. */
export const answerWithPage =
  ({ services: { log }, sessions, show }: Portal): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    // What failed before anybody was recognised, as a limit does, is told to a stranger.
    if (res.headersSent || !(res.locals.view || sessions.takeForStranger(req, res))) {
      next(error);
      return;
    }
    const known = refusalOrFault(error);
    const status = statusOf(known);
    if (status === 401) {
      const back = req.method === 'GET' ? req.originalUrl : (viewOf(res).path ?? '/');
      res.redirect(303, `/sign-in?next=${encodeURIComponent(back)}`);
      return;
    }
    const { requestId } = res.locals;
    if (status >= 500) log.fault(error, requestId);
    if (known instanceof Fault) res.set(known.headers);
    show(res, 'errors/error', errorPage(viewOf(res), known, requestId), status);
  };
