import type { CaseRow } from '../../../db/rows.ts';
import type { Authority } from '../../../workflows/facts.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { isAgent, isEffective } from '../agents.ts';
import { type Caller, isStaff } from '../caller.ts';

/** What somebody is to a case (D-19, D-21). */

/** When it is asked, and where days begin. */
export interface Now {
  readonly at: Temporal.Instant;
  readonly timeZone: string;
}

/** What of a case tells who somebody is to it. */
export type Subject = Pick<CaseRow, 'ownerAccount' | 'partyCode' | 'snapshot'>;

export type As = 'party' | 'agent' | 'sub-user' | 'filer' | 'staff';

/** `under`: the authorities by which an agent acts. `stranger`: nothing at all. */
export type Relation =
  | { readonly as: Exclude<As, 'agent'> }
  | { readonly as: 'agent'; readonly under: readonly Authority[] }
  | { readonly as: 'stranger' };

const STRANGER: Relation = { as: 'stranger' };

/** The party is whoever is proven to be of the very code that the case states; nothing else makes one: neither having filed
 *  the case, nor knowing its number, nor a code that was typed. A sub-user is to a case what the customer in whose name it
 *  looks is, and nothing in the own name meanwhile (PO-05). */
export function relationTo(session: Caller, subject: Subject, now: Now): Relation {
  if (isStaff(session)) return { as: 'staff' };
  const { actingFor } = session;
  if (actingFor) {
    const isTheirs = isCodeOf(actingFor.partyCode, subject) || isDraftOf(actingFor, subject);
    return actingFor.rights.includes('see') && isTheirs ? { as: 'sub-user' } : STRANGER;
  }
  if (isCodeOf(session.partyCode, subject) || isDraftOf(session, subject)) return { as: 'party' };
  const under = authoritiesOf(subject).filter(
    (one) =>
      isAgent(session, one.agent) && isOfTheParty(one, subject) && isEffective(one, now.at, now.timeZone),
  );
  if (under.length > 0) return { as: 'agent', under };
  return subject.ownerAccount === session.accountId ? { as: 'filer' } : STRANGER;
}

const isCodeOf = (code: string | null, { partyCode }: Subject): boolean =>
  code !== null && code === partyCode;

/** A draft that names nobody yet is of whoever writes it. */
const isDraftOf = (
  { accountId, partyCode }: Pick<Caller, 'accountId' | 'partyCode'>,
  { ownerAccount, partyCode: stated, snapshot }: Subject,
): boolean =>
  partyCode !== null &&
  stated === null &&
  ownerAccount === accountId &&
  (snapshot as CaseState).facts.receivedOn === null;

const authoritiesOf = ({ snapshot }: Subject): readonly Authority[] =>
  (snapshot as CaseState).facts.authorities;

/** The authority of a former party ends with it; older ones do not say whose they are. */
const isOfTheParty = ({ principal }: Authority, { partyCode }: Subject): boolean =>
  principal === undefined || principal === partyCode;
