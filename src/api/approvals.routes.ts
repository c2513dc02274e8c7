import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../casework/caller.ts';
import { approvalIdOf, caseIdOf, noSuchApproval } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read, readAfter } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withFreshFactor, withRole } from '../http/signed-in.ts';
import { answerWithCase, onceOptions } from './conditions.ts';
import type { ApiServices } from './services.ts';

/** Words that people use for the same decision. */
export const DECISIONS = {
  apply: 'apply',
  applied: 'apply',
  approve: 'apply',
  approved: 'apply',
  decline: 'decline',
  declined: 'decline',
  reject: 'decline',
  rejected: 'decline',
} as const;
type Decision = keyof typeof DECISIONS;

export const decisionSchema = z.strictObject({
  decision: z
    .enum(Object.keys(DECISIONS) as [Decision, ...Decision[]])
    .describe('`apply` or `decline`; the others are words for the same'),
  reasons: z.string().trim().max(5000).default(''),
});

export function approvalsRoutes({
  casework,
  identity,
  accountDesk,
}: Pick<ApiServices, 'casework' | 'identity' | 'accountDesk'>): Router {
  const router = Router();
  const entry = signedIn(identity);

  async function mustSee(caller: Caller, approvalId: string): Promise<void> {
    const seen = await casework.approvals(caller);
    if (seen.some(({ id }) => id === approvalId)) return;
    throw noSuchApproval();
  }

  async function decideOnPeople(req: Request, res: Response, approvalId: string): Promise<void> {
    const { decision, reasons } = read(decisionSchema, req.body);
    const outcome = await accountDesk.decide(callerOf(res), approvalId, {
      decision: DECISIONS[decision],
      reasons,
    });
    const { kind: state, ...told } = outcome;
    res.json({ approvalId, state, ...told });
  }

  async function decide(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const approvalId = approvalIdOf(req);
    if (await accountDesk.knows(caller, approvalId)) return decideOnPeople(req, res, approvalId);
    const { decision, options } = await readAfter(
      () => mustSee(caller, approvalId),
      () => ({ decision: read(decisionSchema, req.body), options: onceOptions(req, res) }),
    );
    const outcome = await casework.decide(
      caller,
      approvalId,
      { decision: DECISIONS[decision.decision], reasons: decision.reasons },
      options,
    );
    switch (outcome.kind) {
      case 'done':
        answerWithCase(res, 200, outcome.case);
        return;
      case 'declined':
        res.json({ approvalId, state: 'declined' });
        return;
      case 'awaits-approval':
        res.status(202).json({ approvalId: outcome.approvalId });
        return;
    }
  }

  resource(router, '/approvals', {
    get: [
      entry,
      withRole('service', 'engineer', 'finance', 'privacy', 'admin'),
      async (_req, res) => {
        const caller = callerOf(res);
        const [onCases, onPeople] = await Promise.all([
          casework.approvals(caller),
          accountDesk.pending(caller),
        ]);
        const administrators = { caseId: null, caseNumber: null, roles: ['admin'] };
        res.json({ items: [...onCases, ...onPeople.map((one) => ({ ...one, ...administrators }))] });
      },
    ],
  });
  resource(router, '/cases/:id/approvals', {
    get: [
      entry,
      async (req, res) => {
        res.json({ items: await casework.approvalsOf(callerOf(res), caseIdOf(req)) });
      },
    ],
  });
  resource(router, '/approvals/:id', { post: [entry, withFreshFactor, ...jsonBody, decide] });
  return router;
}
