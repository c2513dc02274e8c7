import { type Request, type Response, Router } from 'express';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { JOURNEY_TAKES, openJourneys } from '../../identity/journeys.ts';
import type { IdentityProvider } from '../../identity/oidc.ts';
import { type Proof, ProofFailed } from '../../identity/proof.ts';
import { queryForm } from '../forms/form-body.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { cookies as cookiesOf } from '../session/cookies.ts';
import { newVisitor } from '../session/csrf.ts';
import { localPath } from '../session/local-path.ts';
import { type SignInFailure, STATUS_OF_FAILURE, signInFailedPage } from './sign-in-failed.page.ts';

/** Ties a journey to the browser in which it began. */
const JOURNEY_COOKIE = 'pierakstisanas';

/** To a provider of identities, and back again. */
export function providerRoutes(provider: IdentityProvider, portal: Portal): Router {
  const { services, sessions, show, landingOf } = portal;
  const { identity, db, log } = services;
  const journeys = openJourneys(db);
  const cookies = cookiesOf(services.secure);
  const path = `/sign-in/${provider.id}`;

  function showFailure(res: Response, reason: SignInFailure, next: string | null): void {
    show(
      res,
      'account/sign-in-failed',
      signInFailedPage(viewOf(res), { reason, path, next }),
      STATUS_OF_FAILURE[reason],
    );
  }

  /** Why it failed is shown; what came from outside is neither shown nor logged. */
  function failed(res: Response, error: unknown, next: string | null): void {
    if (!(error instanceof ProofFailed)) throw error;
    if (error.reason !== 'cancelled')
      log.said('sign-in failed', { method: provider.method, reason: error.reason, code: error.code });
    showFailure(res, error.reason, next);
  }

  async function begin(req: Request, res: Response): Promise<void> {
    const next = localPath(queryForm(req).text('next'));
    const browser = cookies.read(req, JOURNEY_COOKIE) ?? newVisitor();
    try {
      const journey = await journeys.begin({ method: provider.id, next, browser });
      const way = await provider.wayTo(journey);
      cookies.set(res, JOURNEY_COOKIE, browser, JOURNEY_TAKES.total('milliseconds'));
      res.redirect(303, way.href);
    } catch (error) {
      failed(res, error, next);
    }
  }

  async function comeBack(req: Request, res: Response): Promise<void> {
    const answer = new URL(req.originalUrl, 'http://localhost').searchParams;
    const state = answer.get('state') ?? '';
    const browser = cookies.read(req, JOURNEY_COOKIE) ?? '';
    const journey = await journeys.takeUp({ method: provider.id, state, browser });
    if (!journey) return showFailure(res, 'expired', null);
    let proof: Proof;
    try {
      proof = await provider.proofFrom(answer, { ...journey, state });
    } catch (error) {
      return failed(res, error, journey.next);
    }
    const outcome = await identity.signInProven(proof, viewOf(res).language);
    if (outcome.kind !== 'signed-in') return showFailure(res, outcome.kind, null);
    await sessions.start(req, res, outcome);
    await services.casework.identifyBySignIn(outcome.caller).catch((error: unknown) => {
      // Who may sign in is not kept out: the next act identifies as well.
      log.fault(error, res.locals.requestId);
    });
    goOn(
      res,
      journey.next ?? landingOf(outcome.caller),
      outcome.accessEnded ? 'earlierAccessEnded' : undefined,
    );
  }

  const router = Router();
  resource(router, path, { get: [signInLimit(services, `sign-in by ${provider.id}`), begin] });
  resource(router, `${path}/return`, {
    get: [signInLimit(services, `return from ${provider.id}`), comeBack],
  });
  return router;
}
