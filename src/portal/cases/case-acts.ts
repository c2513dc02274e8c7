import type { EventType } from '../../../workflows/events.ts';
import type { Caller } from '../../casework/caller.ts';
import { mayPost } from '../../casework/rights.ts';
import type { ActionView, CaseView } from '../../casework/show/shown.ts';
import { isAct } from './acts/catalogue.ts';
import { detailsOf } from './case-details.ts';

/** The acts that are possible now for this caller, in the order in which they matter. */
export interface PossibleActs {
  readonly main: readonly ActionView[];
  readonly more: readonly ActionView[];
  readonly ending: readonly ActionView[];
}

/** What moves a case on; the first that is possible is the button of the page. */
const MAIN: readonly string[] = [
  'application.submitted',
  'application.drafted',
  'application.completed',
  'contract.signed',
  'offer.objected',
  'readiness.confirmed',
  'application.routed',
  'design.received',
  'contractor.determined',
  'offer.revised',
  'objection.rejected',
  'offer.issued',
  'works.started',
  'works.completed',
  'works.resumed',
  'connection.made',
  'customer.identified',
  'complaint.answered',
  'data-request.answered',
  'payment.received',
  'refund.decided',
  'refund.paid',
];

const ENDING: ReadonlySet<string> = new Set([
  'application.withdrawn',
  'application.annulled',
  'contract.withdrawn',
  'contract.terminated',
  'termination.agreed',
  'debt.handed-over',
]);

/** A draft is gone on with in the guided application. */
const DRAFT_ACTS: ReadonlySet<string> = new Set(['application.drafted', 'application.submitted']);

export function possibleActs(found: CaseView, caller: Caller): PossibleActs {
  const mine = found.actions.filter((one) => isMine(found, caller, one));
  const place = ({ type }: ActionView): number => MAIN.indexOf(type);
  return {
    main: mine.filter((one) => place(one) >= 0).toSorted((a, b) => place(a) - place(b)),
    more: mine.filter((one) => place(one) < 0 && !ENDING.has(one.type)),
    ending: mine.filter((one) => ENDING.has(one.type)),
  };
}

export const findAct = (found: CaseView, caller: Caller, type: string): ActionView | null =>
  found.actions.find((one) => one.type === type && isMine(found, caller, one)) ?? null;

function isMine(found: CaseView, caller: Caller, { type }: ActionView): boolean {
  if (!isAct(type) && !DRAFT_ACTS.has(type)) return false;
  if (!mayPost(caller, type as EventType)) return false;
  if (type !== 'contract.signed') return true;
  const { signatures } = detailsOf(found);
  return caller.roles.includes('engineer') ? !signatures.operator : !signatures.customer;
}
