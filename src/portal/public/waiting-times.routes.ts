import { Router } from 'express';
import { type WaitingTime, waitingTimes } from '../../../db/waiting-times.ts';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { waitingTimesPage } from './waiting-times.page.ts';

/** The figures walk through a year of history: they are worked out at most this often, whoever asks. */
const WORKED_OUT_EVERY_MS = 10 * 60 * 1000;
const WINDOW = Temporal.Duration.from({ hours: 365 * 24 });

interface Counted {
  readonly at: Temporal.Instant;
  readonly untilMs: number;
  readonly times: Promise<readonly WaitingTime[]>;
}

export function waitingTimesRoutes({ services, show }: Portal): Router {
  const { db, clock, book } = services;
  let counted: Counted | null = null;

  async function figures(): Promise<{ at: Temporal.Instant; times: readonly WaitingTime[] }> {
    if (!counted || counted.untilMs < Date.now()) {
      const at = await clock.now();
      const times = waitingTimes(db, at.subtract(WINDOW).toString(), book().operator.timeZone);
      counted = { at, times, untilMs: Date.now() + WORKED_OUT_EVERY_MS };
      times.catch(() => {
        counted = null;
      });
    }
    return { at: counted.at, times: await counted.times };
  }

  const router = Router();
  resource(router, '/waiting-times', {
    get: [
      async (_req, res) => {
        const view = viewOf(res);
        show(
          res,
          'public/waiting-times',
          waitingTimesPage(view, await figures(), services.book().termsInForce(view.today)),
        );
      },
    ],
  });
  return router;
}
