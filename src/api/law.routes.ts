import express, { type Request, type Response, Router } from 'express';
import type { Impact } from '../administration/impact/impact.ts';
import { LAW_KEEPERS, LAW_READERS } from '../administration/who-may.ts';
import { answerWithFile } from '../http/answer-with-file.ts';
import { notPdf } from '../http/fault.ts';
import { proposalIdOf } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read, readAfter } from '../http/read.ts';
import { proposalListQuery, yearQuery } from '../http/requests/law.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withFreshFactor, withRole } from '../http/signed-in.ts';
import type { Language } from '../law/words.ts';
import { DECISIONS, decisionSchema } from './approvals.routes.ts';
import { impactQuery, proposalRequest, textQuery } from './law-schemas.ts';
import type { ApiServices } from './services.ts';

/** A text of Part II with its pictures. */
const LONGEST_TEXT_BYTES = 10 * 1024 * 1024;
const PDF_BEGINS = '%PDF-';

type Parts = Pick<ApiServices, 'identity' | 'lawDesk' | 'lawReading'>;

/** The law of the installation: figures, settings, versions of Part II, the calendar and the operator, read by staff and
 *  changed by two administrators (ADR 0060). */
export function lawRoutes({ identity, lawDesk, lawReading }: Parts): Router {
  const router = Router();
  const anybody = signedIn(identity);
  const readers = [anybody, withRole(...LAW_READERS)];
  const keepers = [anybody, withRole(...LAW_KEEPERS)];

  const reading = (path: string, answer: (req: Request, res: Response) => Promise<unknown>): void =>
    resource(router, path, {
      get: [
        ...readers,
        async (req, res) => {
          res.json(await answer(req, res));
        },
      ],
    });

  reading('/law/figures', (_req, res) => lawReading.figures(callerOf(res), res.locals.language));
  reading('/law/settings', (_req, res) => lawReading.settings(callerOf(res), res.locals.language));
  reading('/law/terms', (_req, res) => lawReading.terms(callerOf(res), res.locals.language));
  reading('/law/operator', (_req, res) => lawReading.operator(callerOf(res)));
  reading('/law/calendar', (req, res) => {
    const { year } = read(yearQuery, req.query);
    return lawReading.calendar(callerOf(res), year ?? null, res.locals.language);
  });
  reading('/law/proposals/:id/impact', async (req, res) => {
    const id = proposalIdOf(req);
    await lawDesk.find(callerOf(res), id);
    const { limit } = read(impactQuery, req.query);
    return spoken(await lawDesk.impact(callerOf(res), id, limit), res.locals.language);
  });

  async function propose(req: Request, res: Response): Promise<void> {
    const proposal = await lawDesk.propose(callerOf(res), read(proposalRequest, req.body));
    res.status(201).location(`${req.baseUrl}/law/proposals/${proposal.id}`).json(proposal);
  }

  async function decide(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const id = proposalIdOf(req);
    const { decision, reasons } = await readAfter(
      () => lawDesk.authoriseDecision(caller, id),
      () => read(decisionSchema, req.body),
    );
    res.json(await lawDesk.decide(caller, id, { decision: DECISIONS[decision], reasons }));
  }

  const pdf = express.raw({ limit: LONGEST_TEXT_BYTES, type: 'application/pdf' });

  function textIn(req: Request): { readonly name: string; readonly bytes: Uint8Array } {
    const { name } = read(textQuery, req.query);
    const bytes: unknown = req.body;
    if (!Buffer.isBuffer(bytes) || bytes.subarray(0, PDF_BEGINS.length).toString('latin1') !== PDF_BEGINS)
      throw notPdf();
    return { name, bytes };
  }

  async function keepText(req: Request, res: Response): Promise<void> {
    res.status(201).json({ documentId: await lawReading.keepText(callerOf(res), textIn(req)) });
  }

  async function keepTermsText(req: Request, res: Response): Promise<void> {
    const version = String(req.params.version);
    res.status(201).json({ documentId: await lawReading.keepTermsText(callerOf(res), version, textIn(req)) });
  }

  resource(router, '/law/proposals', {
    get: [
      ...readers,
      async (req, res) => {
        const { state } = read(proposalListQuery, req.query);
        res.json({ items: await lawDesk.proposals(callerOf(res), state) });
      },
    ],
    post: [...keepers, withFreshFactor, ...jsonBody, propose],
  });
  resource(router, '/law/proposals/:id', {
    get: [
      ...readers,
      async (req, res) => {
        res.json(await lawDesk.find(callerOf(res), proposalIdOf(req)));
      },
    ],
    post: [...readers, withFreshFactor, ...jsonBody, decide],
  });
  resource(router, '/law/documents', {
    post: [...keepers, pdf, keepText],
  });
  resource(router, '/law/terms/:version/document', {
    get: [
      anybody,
      async (req, res) => {
        answerWithFile(res, await lawReading.termsText(String(req.params.version)));
      },
    ],
    post: [...keepers, pdf, keepTermsText],
  });
  return router;
}

/** Why a case cannot be priced, in the language of the answer. */
const spoken = (impact: Impact, language: Language): object => ({
  ...impact,
  prices: {
    ...impact.prices,
    items: impact.prices.items.map(({ because, ...item }) => ({
      ...item,
      because: because?.[language] ?? null,
    })),
  },
});
