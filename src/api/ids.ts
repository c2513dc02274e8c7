import type { Request } from 'express';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOCUMENT_ID = /^[\w.-]{1,100}$/;

/** An address that cannot be one of ours is answered like one that is not there, and is never looked up. */
const matching =
  (pattern: RegExp, code: string, lv: string, en: string) =>
  (req: Request): string => {
    const { id } = req.params;
    if (typeof id !== 'string' || !pattern.test(id)) {
      throw new Refusal({ code, kind: 'not-found', detail: say(lv, en) });
    }
    return id.toLowerCase();
  };

export const caseIdOf = matching(UUID, 'case.not-found', 'Šādas lietas nav.', 'There is no such case.');
export const approvalIdOf = matching(
  UUID,
  'approval.not-found',
  'Šāda apstiprinājuma nav.',
  'There is no such approval.',
);

export const paymentIdOf = matching(
  UUID,
  'payment.not-found',
  'Šāda maksājuma nav.',
  'There is no such payment.',
);

export const proposalIdOf = matching(
  UUID,
  'proposal.not-found',
  'Šāda priekšlikuma nav.',
  'There is no such proposal.',
);

export function documentIdOf(req: Request): string {
  const { id } = req.params;
  if (typeof id === 'string' && DOCUMENT_ID.test(id)) return id;
  throw new Refusal({
    code: 'document.not-found',
    kind: 'not-found',
    detail: say('Šāda dokumenta nav.', 'There is no such document.'),
  });
}

const ACCOUNT_ID = /^[\w.-]{1,100}$/;

export function accountIdOf(req: Request): string {
  const { id } = req.params;
  if (typeof id === 'string' && ACCOUNT_ID.test(id)) return id;
  throw new Refusal({
    code: 'account.not-found',
    kind: 'not-found',
    detail: say('Šāda konta nav.', 'There is no such account.'),
  });
}
