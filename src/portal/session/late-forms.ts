import type { Request, RequestHandler, Response } from 'express';
import { contextIdOf } from '../../identity/contexts.ts';
import { type EndedSession, type KeptForm, openKeptForms } from '../../identity/kept-forms.ts';
import { Refusal } from '../../law/refusal.ts';
import { sessionEndedPage } from '../account/session-ended.page.ts';
import type { Fields } from '../forms/sent-fields.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { CSRF_FIELD, formSecretOf, isOurForm } from './csrf.ts';
import { localPath } from './local-path.ts';

/** Forms that come in after their session has run out: what was typed is kept for whoever typed it, and stands in the form
 *  again after signing in (ADR 0125). Nothing is carried out by it. */
export interface LateForms {
  /** Whose session ran out in this browser. */
  endedSession(res: Response): Promise<EndedSession | null>;
  /** false: the form is none of that session's, and nothing was answered. */
  answer(req: Request, res: Response, sent: SentForm): Promise<boolean>;
  readonly giveBack: RequestHandler;
}

interface SentForm {
  readonly token: string | undefined;
  readonly fields: Fields;
  readonly hadFiles: boolean;
}

declare global {
  namespace Express {
    interface Locals {
      /** What is to stand in the form of this page again. */
      keptForm?: KeptForm;
    }
  }
}

/** Passwords and codes of the second factor by the names of their fields, on whichever page; never kept. */
const SECRET = /^(otp|current|next|again)$|password/i;
export const isSecretField = (name: string): boolean => SECRET.test(name);

/** Forms in the frame of every page, in which nothing is typed. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['/sign-out', '/context']);

export function openLateForms({
  services,
  sessions,
  show,
}: Pick<Portal, 'services' | 'sessions' | 'show'>): LateForms {
  const kept = openKeptForms(services.db);

  const endedSession = async (res: Response): Promise<EndedSession | null> => {
    const { endedToken } = res.locals;
    return endedToken === undefined ? null : kept.endedSession(endedToken);
  };

  return {
    endedSession,

    async answer(req, res, { token, fields, hadFiles }) {
      const { endedToken } = res.locals;
      const ended = await endedSession(res);
      if (endedToken === undefined || !ended) return false;
      const view = viewOf(res);
      // In a browser in which somebody else has signed in since, it is a form like any other that is not theirs.
      if (view.caller && view.caller.accountId !== ended.accountId) return false;
      // No other site can know this token: what is kept was sent by a page of ours, filled in by its owner.
      if (!isOurForm(formSecretOf(endedToken, ended.contextId), token)) return false;
      const page = pageOf(req);
      const form = { action: req.originalUrl, fields: typedOf(fields), hadFiles };
      const isKept = !WITHOUT_TEXT.has(req.path) && (await kept.keep(endedToken, ended, page, form));
      show(res, 'account/session-ended', sessionEndedPage(view, { page, isKept, hadFiles }), 401);
      return true;
    },

    async giveBack(req, res, next) {
      const { endedToken } = res.locals;
      const { caller } = viewOf(res);
      if (req.method !== 'GET' || endedToken === undefined || !caller) return next();
      const page = pageAt(req.originalUrl);
      const context = await kept.contextOf(endedToken, caller.accountId, page);
      if (context === null) return next();
      if (context !== contextIdOf(caller)) {
        // It goes on in the name in which it was filled in, where that is still allowed; in another it means something else.
        try {
          await sessions.enterContext(req, res, caller, context);
        } catch (error) {
          return next(error instanceof Refusal ? undefined : error);
        }
        return res.redirect(303, page);
      }
      const form = await kept.takeBack(endedToken, caller.accountId, page);
      if (form) res.locals.keptForm = form;
      next();
    },
  };
}

/** The page on which the form stands; where the browser does not tell, most forms are sent to their own page. */
function pageOf(req: Request): string {
  const from = URL.parse(req.get('Referer') ?? '');
  return pageAt(from ? from.pathname + from.search : req.originalUrl);
}

function pageAt(address: string): string {
  const url = new URL(localPath(address) ?? '/', 'http://localhost');
  url.searchParams.delete('done');
  return url.pathname + url.search;
}

const typedOf = (fields: Fields): KeptForm['fields'] =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== CSRF_FIELD && !isSecretField(name))
      .map(([name, value]) => [name, [value ?? []].flat()]),
  );
