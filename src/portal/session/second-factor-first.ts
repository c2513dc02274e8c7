import type { RequestHandler } from 'express';
import { sendsMoneyOut } from '../../http/signed-in.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import { localPath } from './local-path.ts';

export const SECOND_FACTOR_PATH = '/second-factor';

const OPEN: ReadonlySet<string> = new Set([SECOND_FACTOR_PATH, '/sign-out', '/own-password']);
/** What binds others asks for a factor that was shown lately: approvals, accounts, the law, and money that goes out. */
const BINDING = /^\/(approvals|admin)(\/|$)/;
const ACT = /^\/cases\/[^/]+\/acts\/(?<type>[\w.-]+)$/;
const isBinding = (path: string): boolean =>
  BINDING.test(path) || sendsMoneyOut(ACT.exec(path)?.groups?.type ?? '');

/** Staff are led to their second factor from every page, and afterwards on to the page that was asked for (ADR 0120). A form
 *  that comes in meanwhile does nothing. */
export const secondFactorFirst: RequestHandler = (req, res, next) => {
  const { caller } = viewOf(res);
  const isMissing = caller?.secondFactor !== undefined;
  const isAskedAgain = caller?.factorIsOld === true && isBinding(req.path);
  if (OPEN.has(req.path) || !(isMissing || isAskedAgain)) return next();
  const wanted = localPath(req.method === 'GET' ? req.originalUrl : (req.path as unknown));
  const query = wanted === null || wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`;
  goOn(res, SECOND_FACTOR_PATH + query);
};
