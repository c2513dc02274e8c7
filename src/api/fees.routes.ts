import { type Request, type Response, Router } from 'express';
import { jsonBody } from '../http/json-body.ts';
import { resource } from '../http/resource.ts';
import { dayOf } from '../law/days.ts';
import { quoteAnswer } from '../law/fees/answer.ts';
import { quote } from '../law/fees/quote.ts';
import { readQuoteRequest } from '../law/fees/read-request.ts';
import type { ApiServices } from './services.ts';

/** Prices a connection by the same engine as an offer; nothing is stored, and nobody need sign in. */
export function feesRoutes({ book, clock }: Pick<ApiServices, 'book' | 'clock'>): Router {
  const router = Router();

  async function price(req: Request, res: Response): Promise<void> {
    const law = book();
    const today = dayOf(await clock.now(), law.operator.timeZone);
    const priced = quote(readQuoteRequest(req.body), law, today);
    res.json(quoteAnswer(priced, res.locals.language));
  }

  resource(router, '/fees/quotes', { post: [...jsonBody, price] });
  return router;
}
