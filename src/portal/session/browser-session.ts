import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../../casework/caller.ts';
import { networkOf } from '../../http/rate-limits.ts';
import { contextIdOf, contextsOf } from '../../identity/contexts.ts';
import type { SignIn } from '../../identity/identity.ts';
import { ENDED_KNOWN_FOR } from '../../identity/session-times.ts';
import type { Whereabouts } from '../../identity/whereabouts.ts';
import { dayOf } from '../../law/days.ts';
import { LANGUAGE_COOKIE, languageOf } from '../frame/language.ts';
import { type Viewer, viewFor } from '../frame/view.ts';
import type { PortalServices } from '../services.ts';
import type { Cookies } from './cookies.ts';
import { csrfTokenFor, formSecretOf, newVisitor } from './csrf.ts';

/** A browser's session is a session of the API whose token stands in a cookie (ADR 0051). */
const SESSION_COOKIE = 'sesija';
/** The session that ran out in this browser: opens nothing, and seals what was typed in it (ADR 0125). */
const ENDED_COOKIE = 'beigusies';
/** Before anybody signs in, forms are tied to this. */
const VISITOR_COOKIE = 'apmekletajs';

/** The customer in whose name this browser last acted: tells a process that another one has changed the context. */

/** Tells a browser in which somebody has signed in from those of strangers; it opens nothing (ADR 0110). */
const DEVICE_COOKIE = 'ierice';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

type SignedIn = Extract<SignIn, { kind: 'signed-in' }>;

export interface BrowserSessions {
  /** Knows who asks and in which language, and makes the view of the page. */
  readonly recognise: RequestHandler;
  /** From where a browser asks to sign in; from then on it is known again. */
  whereabouts(req: Request, res: Response): Whereabouts;
  /** A session that this browser had before ends: nobody's cookie of yesterday becomes a session of today. */
  start(req: Request, res: Response, signedIn: Pick<SignedIn, 'token'>): Promise<void>;
  end(req: Request, res: Response): Promise<void>;
  /** Goes on in the name of another customer (PO-05). */
  enterContext(req: Request, res: Response, caller: Caller, contextId: string): Promise<void>;
  /** Makes a view without asking the database; false where even that is not possible. */
  takeForStranger(req: Request, res: Response): boolean;
}

declare global {
  namespace Express {
    interface Locals {
      /** The secret that forms of this browser are tied to. */
      formSecret?: () => string;
      /** The token of the session that ran out in this browser. */
      endedToken?: string;
    }
  }
}

export function browserSessions(services: PortalServices, cookies: Cookies): BrowserSessions {
  const { identity, db, clock, book } = services;

  async function viewerOf(caller: Caller): Promise<Viewer> {
    const contexts = await contextsOf(db, caller.accountId);
    const current = contextIdOf(caller);
    return {
      name: contexts[0]?.name ?? '',
      contexts: contexts.map(({ id, name }) => ({ id, label: name, current: id === current })),
    };
  }

  /** A form is tied to its session and to the customer in whose name it was opened: one that was opened before the context
   *  was changed does nothing in the other one (PO-05).
   *  The visitor's cookie is set only where a page has a form, or a form comes in. */
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
      const ended = given !== undefined && token === null ? given : cookies.read(req, ENDED_COOKIE);
      if (given !== undefined && token === null) {
        cookies.clear(res, SESSION_COOKIE);
        cookies.set(res, ENDED_COOKIE, given, ENDED_KNOWN_FOR.total('milliseconds'));
      }
      if (ended !== undefined) res.locals.endedToken = ended;
      const formSecret = secretFor(
        req,
        res,
        token && caller ? formSecretOf(token, contextIdOf(caller)) : null,
      );
      let formToken: string | undefined;
      const csrf = (): string => {
        formToken ??= csrfTokenFor(formSecret());
        return formToken;
      };
      const [viewer, now] = await Promise.all([caller && viewerOf(caller), clock.now()]);
      const { operator } = book();
      res.locals.formSecret = formSecret;
      if (caller) res.locals.caller = caller;
      if (token !== null) res.locals.token = token;
      res.locals.view = viewFor(req, {
        language,
        caller,
        viewer,
        csrf,
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

    whereabouts(req, res) {
      const device = cookies.read(req, DEVICE_COOKIE) ?? newVisitor();
      cookies.set(res, DEVICE_COOKIE, device, YEAR_MS);
      return { network: networkOf(req), device };
    },

    async start(_req, res, { token }) {
      const before = res.locals.token;
      if (before !== undefined) await identity.signOut(before);
      cookies.set(res, SESSION_COOKIE, token);
      cookies.clear(res, VISITOR_COOKIE);
    },

    async enterContext(req, _res, caller, contextId) {
      const token = cookies.read(req, SESSION_COOKIE);
      if (token === undefined) return;
      await identity.enterContext(token, caller, contextId);
    },

    async end(req, res) {
      const token = cookies.read(req, SESSION_COOKIE);
      if (token !== undefined) await identity.signOut(token);
      cookies.clear(res, SESSION_COOKIE);
    },
  };
}
