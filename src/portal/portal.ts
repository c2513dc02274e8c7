import type { Response } from 'express';
import type { Caller } from '../casework/caller.ts';
import type { Page } from './frame/page.ts';
import type { PortalServices } from './services.ts';
import type { BrowserSessions } from './session/browser-session.ts';

/** What the routes of every area are given. */
export interface Portal {
  readonly services: PortalServices;
  readonly sessions: BrowserSessions;
  /** Answers with a page: `templates/pages/<template>.hbs` in the frame of all pages. */
  show<Model extends Page>(res: Response, template: string, page: Model, status?: number): void;
  /** A part of a page, for a script that puts it in place. */
  showPart(res: Response, template: string, model: object): void;
  landingOf(caller: Caller): string;
}
