import type { RequestHandler } from 'express';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import { localPath } from './local-path.ts';

export const OWN_PASSWORD_PATH = '/own-password';

const OPEN: ReadonlySet<string> = new Set([OWN_PASSWORD_PATH, '/sign-out']);

/** Whoever signed in with a one-time password is led to the choice of an own one from every page, and afterwards on to the
 *  page that was asked for. A form that comes in meanwhile does nothing. */
export const ownPasswordFirst: RequestHandler = (req, res, next) => {
  if (!viewOf(res).caller?.choosesPassword || OPEN.has(req.path)) return next();
  const wanted = req.method === 'GET' ? localPath(req.originalUrl) : null;
  const query = wanted === null || wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`;
  goOn(res, OWN_PASSWORD_PATH + query);
};
