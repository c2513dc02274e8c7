import type { Request, RequestHandler, Response } from 'express';
import { findAccount } from '../../../db/accounts.ts';
import type { SignIn } from '../../identity/identity.ts';
import { dayOf } from '../../law/days.ts';
import { LANGUAGE_COOKIE, languageOf } from '../frame/language.ts';
import { type Viewer, viewFor } from '../frame/view.ts';
import type { PortalServices } from '../services.ts';
import type { Cookies } from './cookies.ts';
import { csrfTokenFor, newVisitor } from './csrf.ts';

/** A browser's session is a session of the API whose token stands in a cookie (ADR 0051). */
export const SESSION_COOKIE = 'sesija';
/** Before anybody signs in, forms are tied to this. */
const VISITOR_COOKIE = 'apmekletajs';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

type SignedIn = Extract<SignIn, { kind: 'signed-in' }>;

export interface BrowserSessions {
  /** Knows who asks and in which language, and makes the view of the page. */
  readonly recognise: RequestHandler;
  start(res: Response, signedIn: Pick<SignedIn, 'token'>): void;
  end(req: Request, res: Response): Promise<void>;
  /** Makes a view without asking the database; false where even that is not possible. */
  takeForStranger(req: Request, res: Response): boolean;
}

declare global {
  namespace Express {
    interface Locals {
      /** The secret that forms of this browser are tied to. */
      formSecret?: () => string;
    }
  }
}

export function browserSessions(services: PortalServices, cookies: Cookies): BrowserSessions {
  const { identity, db, clock, book } = services;

  async function viewerOf(accountId: string): Promise<Viewer> {
    const account = await findAccount(db, accountId);
    const name = account?.name ?? '';
    return { name, contexts: [{ id: accountId, label: name, current: true }] };
  }

  /** The visitor's cookie is set only where a page has a form, or a form comes in. */
  function secretFor(req: Request, res: Response, token: string | null): () => string {
    let secret = token ?? cookies.read(req, VISITOR_COOKIE);
    return () => {
      if (secret === undefined) {
        secret = newVisitor();
        cookies.set(res, VISITOR_COOKIE, secret);
      }
      return secret;
    };
  }

  return {
    async recognise(req, res, next) {
      const chosenBefore = cookies.read(req, LANGUAGE_COOKIE);
      const language = languageOf(req, chosenBefore);
      if (req.query.lang === language && chosenBefore !== language)
        cookies.set(res, LANGUAGE_COOKIE, language, YEAR_MS);
      res.locals.language = language;
      res.set('Content-Language', language);

      const given = cookies.read(req, SESSION_COOKIE);
      const caller = given === undefined ? null : await identity.callerOf(given);
      const token = caller && given !== undefined ? given : null;
      if (given !== undefined && token === null) cookies.clear(res, SESSION_COOKIE);
      const formSecret = secretFor(req, res, token);
      const [viewer, now] = await Promise.all([caller && viewerOf(caller.accountId), clock.now()]);
      const { operator } = book();
      res.locals.formSecret = formSecret;
      if (caller) res.locals.caller = caller;
      res.locals.view = viewFor(req, {
        language,
        caller,
        viewer,
        csrf: () => csrfTokenFor(formSecret()),
        operator,
        today: dayOf(now, operator.timeZone),
      });
      next();
    },

    takeForStranger(req, res) {
      try {
        const { operator } = book();
        const language = languageOf(req, cookies.read(req, LANGUAGE_COOKIE));
        const today = dayOf(Temporal.Now.instant(), operator.timeZone);
        res.locals.language = language;
        res.set('Content-Language', language);
        res.locals.view = viewFor(req, {
          language,
          caller: null,
          viewer: null,
          csrf: () => '',
          operator,
          today,
        });
        return true;
      } catch {
        return false;
      }
    },

    start(res, { token }) {
      cookies.set(res, SESSION_COOKIE, token);
      cookies.clear(res, VISITOR_COOKIE);
    },

    async end(req, res) {
      const token = cookies.read(req, SESSION_COOKIE);
      if (token !== undefined) await identity.signOut(token);
      cookies.clear(res, SESSION_COOKIE);
    },
  };
}
