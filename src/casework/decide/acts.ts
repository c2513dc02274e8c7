import { partyFor } from '../../../workflows/acts/act.ts';
import type { Draft } from '../../../workflows/application.ts';
import { actOf, type EventType } from '../../../workflows/events.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { identificationCounts, partyIsIdentified, statedCode } from '../../../workflows/identification.ts';
import type { Role } from '../../../workflows/roles.ts';
import type { Caller } from '../caller.ts';
import type { Act } from '../happened.ts';
import type { EventRequest } from '../requests.ts';
import { rolesFor } from '../rights.ts';
import type { Prepared } from './prepare.ts';

/** In which of its roles somebody does an act. */
export const actingRole = (caller: Caller, type: EventType): Role => {
  const allowed: readonly Role[] = rolesFor(type);
  return caller.roles.find((role) => allowed.includes(role)) ?? caller.roles[0] ?? 'customer';
};

export function actBy(
  caller: Caller,
  { type, data }: EventRequest,
  { computed }: Prepared,
  application: Draft,
): Act {
  const role = actingRole(caller, type as EventType);
  return {
    type: type as EventType,
    data,
    actor: caller.username,
    role,
    party: partyFor(actOf(type as EventType), role),
    computed: type === 'customer.identified' ? { ...computed, ...ofWhom(application) } : computed,
  };
}

/** Whoever is identified is the party that the case states at that moment, and no other that it states later (D-19). */
function ofWhom(application: Draft): { identifiedCode?: string } {
  const identifiedCode = statedCode(application);
  return identifiedCode === null ? {} : { identifiedCode };
}

/** A customer who signed in by a means that identifies is identified by acting (II.5.4): recorded once, before the act
 *  that it makes possible. */
export function identificationBySignIn(
  caller: Caller,
  facts: Pick<Facts, 'application' | 'identification'>,
): Act[] {
  const kind = facts.application.customer?.kind;
  const { partyCode } = caller;
  // It is a fact with a person in it (II.5.1): of the very party that the case states, never of whoever else touches it.
  const isTheParty =
    caller.actingFor === undefined &&
    partyCode !== null &&
    partyCode === statedCode(facts.application) &&
    kind === caller.kind;
  const byCustomer =
    isTheParty &&
    caller.roles.includes('customer') &&
    caller.method !== 'none' &&
    (caller.level === '2' || caller.level === '3');
  if (!byCustomer || partyIsIdentified(facts) || !identificationCounts(caller.method, kind)) return [];
  return [
    {
      type: 'customer.identified',
      data: { method: caller.method },
      actor: caller.username,
      role: 'customer',
      party: 'customer',
      computed: { identifiedCode: partyCode },
    },
  ];
}
