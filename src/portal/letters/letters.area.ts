import { Router } from 'express';
import { type Caller, isStaff } from '../../casework/caller.ts';
import { mayPost } from '../../casework/rights.ts';
import type { Area } from '../area.ts';
import { deskRoutes } from './desk.routes.ts';
import { oneLetterRoutes } from './one-letter.routes.ts';
import { remindersRoutes } from './reminders.routes.ts';
import { samplesRoutes } from './samples.routes.ts';
import { termsTextRoutes } from './terms-text.routes.ts';

/** Letters: the desk of those that carry them, samples of all, and the customer's reminders. */
export const lettersArea: Area = {
  routes(portal) {
    const router = Router();
    router.use(
      remindersRoutes(portal),
      deskRoutes(portal),
      oneLetterRoutes(portal),
      samplesRoutes(portal),
      termsTextRoutes(portal),
    );
    return router;
  },
  navigation({ t, caller }) {
    return caller && isStaff(caller)
      ? [{ label: t('letters.nav'), href: firstPageOf(caller), within: PAGES_BEGIN }]
      : [];
  },
};

const PAGES_BEGIN = ['/staff/post', '/staff/letters'];

/** Service keeps the desk; the others come to look how letters are. */
const firstPageOf = (caller: Caller): string =>
  mayPost(caller, 'notice.dispatched') ? '/staff/post' : '/staff/letters';
