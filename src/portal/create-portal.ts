import { type Request, type RequestHandler, type Response, Router } from 'express';
import '../http/locals.ts';
import { noSuchPage } from '../http/fault.ts';
import { requestLimit } from '../http/rate-limits.ts';
import { AREAS } from './areas.ts';
import { answerWithPage } from './errors/answer-with-page.ts';
import { readForm } from './forms/form-body.ts';
import { withKeptForm } from './forms/with-kept-form.ts';
import { openAssets } from './frame/assets.ts';
import { layoutOf } from './frame/layout.ts';
import type { Page } from './frame/page.ts';
import { notKept, pageHeaders } from './frame/security-headers.ts';
import { openTemplates } from './frame/templates.ts';
import { viewOf } from './frame/view.ts';
import type { Portal } from './portal.ts';
import type { PortalServices } from './services.ts';
import { browserSessions } from './session/browser-session.ts';
import { cookies } from './session/cookies.ts';
import { openLateForms } from './session/late-forms.ts';
import { ownPasswordFirst } from './session/own-password-first.ts';
import { secondFactorFirst } from './session/second-factor-first.ts';

/** The pages for people, mounted beside the API. */
export function createPortal(services: PortalServices): Router {
  const assets = openAssets();
  const templates = openTemplates(assets.urlOf);
  const sessions = browserSessions(services, cookies(services.secure));

  const portal: Portal = {
    services,
    sessions,
    show(res, template, page, status = 200) {
      res
        .status(status)
        .type('html')
        .send(whole(res, template, page));
    },
    showPart(res, template, model) {
      res.type('html').send(templates.page(template, model, viewOf(res)));
    },
    landingOf: (caller) =>
      AREAS.map((area) => area.landing?.(caller) ?? null).find((path) => path !== null) ?? '/',
  };

  function whole(res: Response, template: string, page: Page): string {
    const view = viewOf(res);
    const body = withKeptForm(templates, res, templates.page(template, page, view));
    const navigation =
      view.caller?.choosesPassword || view.caller?.secondFactor
        ? []
        : AREAS.flatMap((area) => area.navigation?.(view) ?? []);
    const { done } = res.req.query;
    return templates.layout(layoutOf({ view, page, body, navigation, demo: services.demo, done }), view);
  }

  const lateForms = openLateForms(portal);
  const router = Router({ caseSensitive: true, strict: false });
  router.use(elsewhere);
  router.use(pageHeaders(services.secure));
  router.use(assets.routes);
  router.use(
    notKept,
    requestLimit(services.limits),
    sessions.recognise,
    ownPasswordFirst,
    secondFactorFirst,
    lateForms.giveBack,
    ...readForm(lateForms),
  );
  for (const area of AREAS) router.use(area.routes(portal));
  router.use((_req, _res, next) => next(noSuchPage()));
  router.use(answerWithPage(portal));
  return router;
}

/** What is not the portal's passes it by: unknown addresses of the API are answered as the API does. */
const elsewhere: RequestHandler = (req, _res, next) => next(isOfTheApi(req) ? 'router' : undefined);

const isOfTheApi = ({ path }: Request): boolean => path === '/api' || path.startsWith('/api/');
