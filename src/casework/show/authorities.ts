import type { EventType } from '../../../workflows/events.ts';
import type { Authority } from '../../../workflows/facts.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { isAgent, isEffective } from '../agents.ts';
import { type Caller, isStaff } from '../caller.ts';
import { type CaseworkParts, todayOf } from '../parts.ts';
import { rolesFor } from '../rights.ts';
import { note, visibleCase } from '../seen-case.ts';
import { assertMayView, isPartyOf } from '../visible.ts';
import type { AuthoritiesOfCase } from './shown.ts';

/** The authorities on file in a case (II.5.3, II.6.2). */

/** Acts that a representative can be given: everything that is a customer's to do but giving authority (D-21). */
export const isGiven = (type: EventType): boolean => {
  const roles: readonly string[] = rolesFor(type);
  return roles.includes('customer') && type !== 'authority.filed';
};

/** Open to the customer in person and to service; a representative sees the own authority, as it names people.
 *  @throws Refusal `not-found`, `forbidden` */
export async function authoritiesOf(
  parts: CaseworkParts,
  caller: Caller,
  caseId: string,
): Promise<AuthoritiesOfCase> {
  const { row, moment } = await visibleCase(parts, caller, caseId);
  const { timeZone } = moment.law.operator;
  assertMayView(caller, row, 'authorities', moment.at, timeZone);
  const mayFile = isStaff(caller)
    ? caller.roles.includes('service')
    : isPartyOf(caller, row, moment.at, timeZone);
  if (!mayFile && (isStaff(caller) || caller.actingFor)) throw notTheirs();
  await note(parts, caller, row, 'authorities', moment.at);
  const today = todayOf(moment).toString();
  const { authorities } = (row.snapshot as CaseState).facts;
  return {
    caseId: row.id,
    caseNumber: row.number,
    version: row.version,
    mayFile,
    items: authorities
      .filter(({ agent }) => mayFile || isAgent(caller, agent))
      .map((one) => ({
        ...one,
        state: isEffective(one, moment.at, timeZone) ? ('effective' as const) : stateOf(one, today),
      }))
      .reverse(),
  };
}

function stateOf({ from, revokedAt }: Authority, today: string): 'future' | 'ended' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return from > today ? 'future' : 'ended';
}

const notTheirs = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    clause: 'II.5.3',
    detail: say(
      'Pilnvarojumus redz pats klients un klientu apkalpošana.',
      'Authorities are open to the customer in person and to customer service.',
    ),
  });
