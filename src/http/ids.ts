import type { Request } from 'express';
import { noSuchAccount } from '../administration/accounts/refusals.ts';
import { noSuchProposal } from '../administration/refusals.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { noSuchPayment } from '../payments/refusals.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NAME = /^[\w.-]{1,100}$/;

/** An address that cannot be one of ours is answered like one that is not there, and is never looked up. */
const matching =
  (pattern: RegExp, noSuch: () => Refusal) =>
  (req: Request): string => {
    const { id } = req.params;
    if (typeof id !== 'string' || !pattern.test(id)) throw noSuch();
    return id;
  };

function uuidOf(noSuch: () => Refusal): (req: Request) => string {
  const idOf = matching(UUID, noSuch);
  return (req) => idOf(req).toLowerCase();
}

const notFound = (code: string, lv: string, en: string) => (): Refusal =>
  new Refusal({ code, kind: 'not-found', detail: say(lv, en) });

const noSuchCase = notFound('case.not-found', 'Šādas lietas nav.', 'There is no such case.');
const noSuchDocument = notFound('document.not-found', 'Šāda dokumenta nav.', 'There is no such document.');
export const noSuchApproval = notFound(
  'approval.not-found',
  'Šāda apstiprinājuma nav.',
  'There is no such approval.',
);

export const caseIdOf = uuidOf(noSuchCase);
export const approvalIdOf = uuidOf(noSuchApproval);
export const paymentIdOf = uuidOf(noSuchPayment);
export const proposalIdOf = uuidOf(noSuchProposal);
export const documentIdOf = matching(NAME, noSuchDocument);
export const accountIdOf = matching(NAME, noSuchAccount);
