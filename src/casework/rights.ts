import { type Given, rolesOf } from '../../workflows/acts/act.ts';
import { actOf, type EventType } from '../../workflows/events.ts';
import type { Role } from '../../workflows/roles.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import type { Caller } from './caller.ts';
import { missingToAct } from './may/may.ts';
import { refusalFor } from './may/refusals.ts';

/** What somebody may make happen whatever the case, as the acts tell it. Who must approve besides is a setting
 *  (`approval.…`); whose case it is, `may` asks. */

export const rolesFor = (type: EventType): readonly Role[] => rolesOf(actOf(type));

/** Why this caller may post no such event in any case, or null where it may. Without `data` only what every payload of the
 *  type has in common is asked. */
export function refusalToPost(caller: Caller, type: EventType, data?: Given): Refusal | null {
  const missing = missingToAct(caller, type, data);
  return missing && refusalFor(missing);
}

export const mayPost = (caller: Caller, type: EventType, data?: Given): boolean =>
  missingToAct(caller, type, data) === null;

/** A right over another customer's cases that was not given. */
export const rightNotGiven = (): Refusal =>
  new Refusal({
    code: 'rights.sub-user',
    kind: 'forbidden',
    clause: 'II.5.3',
    detail: say(
      'Klients, kura vārdā rīkojaties, Jums šādas tiesības nav devis.',
      'The customer in whose name you act has not given you this right.',
    ),
  });
