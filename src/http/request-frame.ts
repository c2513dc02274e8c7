import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What every answer carries, whoever asks and whatever comes of it. */

/** A number for the request and the language of its answer. */
export const beginRequest: RequestHandler = (req, res, next) => {
  res.locals.requestId = crypto.randomUUID();
  res.locals.language = req.acceptsLanguages('en', 'lv') === 'lv' ? 'lv' : 'en';
  res.set('X-Request-Id', res.locals.requestId);
  res.set('Content-Language', res.locals.language);
  res.vary('Accept-Language');
  next();
};

/** Answers of the API are data: nothing in them is to be run, framed, sniffed or kept. Pages bring their own policy. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
});

export const notKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  res.vary('Authorization');
  next();
};
