import type { Caller } from '../casework/caller.ts';
import type { ActionView } from '../casework/show/shown.ts';
import type { Language } from '../law/words.ts';

/** What the stations of a request hand on to each other in `res.locals`. */
declare global {
  namespace Express {
    interface Locals {
      requestId: string;
      language: Language;
      /** The pattern that the request matched, `/api/v1/cases/:id`: few of them, and nobody's data in them. */
      route?: string;
      /** Set by `signedIn`. */
      caller?: Caller;
      token?: string;
      /** What is possible now on the case that the request speaks of; told when it is refused for its state. */
      actionsNow?: () => Promise<readonly ActionView[]>;
    }
  }
}
