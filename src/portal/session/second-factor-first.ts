import type { RequestHandler } from 'express';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import { localPath } from './local-path.ts';

export const SECOND_FACTOR_PATH = '/second-factor';

const OPEN: ReadonlySet<string> = new Set([SECOND_FACTOR_PATH, '/sign-out', '/own-password']);
/** What binds others asks for a factor that was shown lately: approvals, accounts, the law. */
const BINDING = /^\/(approvals|admin)(\/|$)/;

/** Staff are led to their second factor from every page, and afterwards on to the page that was asked for (ADR 0120). A form
 *  that comes in meanwhile does nothing. */
export const secondFactorFirst: RequestHandler = (req, res, next) => {
  const { caller } = viewOf(res);
  const isMissing = caller?.secondFactor !== undefined;
  const isAskedAgain = caller?.factorIsOld === true && BINDING.test(req.path);
  if (OPEN.has(req.path) || !(isMissing || isAskedAgain)) return next();
  const wanted = localPath(req.method === 'GET' ? req.originalUrl : (req.path as unknown));
  const query = wanted === null || wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`;
  goOn(res, SECOND_FACTOR_PATH + query);
};
