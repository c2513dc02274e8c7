import type { Role } from '../../workflows/roles.ts';
import type { Caller } from '../casework/caller.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** Settings, terms and calendars are the administrators', under dual control (ADR 0060). Staff who work by them may
 *  read them. */
export const LAW_READERS = ['admin', 'service', 'engineer', 'finance'] as const satisfies readonly Role[];
export const LAW_KEEPERS = ['admin'] as const satisfies readonly Role[];
/** Who answers for it that the history is whole. */
export const EVIDENCE_READERS = ['admin', 'privacy'] as const satisfies readonly Role[];

const has = (caller: Caller, roles: readonly Role[]): boolean =>
  caller.roles.some((role) => roles.includes(role));

export function assertMayRead(caller: Caller): void {
  if (has(caller, LAW_READERS)) return;
  throw new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Noteikumu pārvaldību redz operatora darbinieki.',
      'The administration of the rules is open to staff.',
    ),
  });
}

export function assertMayKeep(caller: Caller): void {
  if (has(caller, LAW_KEEPERS)) return;
  throw new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say('Noteikumus maina administratori.', 'The rules are changed by administrators.'),
  });
}

/** A change becomes law by two people; the one who proposed it may only take it back. */
export function assertSecondPerson(caller: Caller, proposedBy: string, decision: 'apply' | 'decline'): void {
  if (caller.username !== proposedBy || decision === 'decline') return;
  throw new Refusal({
    code: 'approval.second-person',
    kind: 'forbidden',
    detail: say(
      'Apstiprina cits administrators, nevis tas, kas ierosināja.',
      'Another administrator approves, not the one who proposed.',
    ),
  });
}

/** Accounts and the work in the background are the administrators'. */
export function assertAdministrator(caller: Caller): void {
  if (has(caller, LAW_KEEPERS)) return;
  throw new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say('To dara administratori.', 'This is for administrators.'),
  });
}

/** Who of staff read whose data is asked by data protection alone (II.8.3). */
export function assertDataProtection(caller: Caller): void {
  if (has(caller, ['privacy'])) return;
  throw new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Lasījumu žurnāls ir datu aizsardzības speciālistam.',
      'The record of readings is for data protection.',
    ),
  });
}

export function assertMaySeeEvidence(caller: Caller): void {
  if (has(caller, EVIDENCE_READERS)) return;
  throw new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Vēstures nospiedumu redz administratori un datu aizsardzības speciālists.',
      'The fingerprint of the history is seen by administrators and data protection.',
    ),
  });
}
