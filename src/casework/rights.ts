import { type Act, type Given, rolesByPayload, rolesOf } from '../../workflows/acts/act.ts';
import { actOf, type EventType } from '../../workflows/events.ts';
import type { Role, SubUserRight } from '../../workflows/roles.ts';
import { Refusal } from '../law/refusal.ts';
import { say, type Words } from '../law/words.ts';
import type { Caller, IdentificationLevel } from './caller.ts';

/** Who may make what happen, as the acts tell it. Who must approve besides is a setting (`approval.…`). */

export const rolesFor = (type: EventType): readonly Role[] => rolesOf(actOf(type));

/** Levels at which a customer may act: an e-mail, a call or a natural person's password identify nobody (II.5.4). */
const ACTING_LEVELS: ReadonlySet<IdentificationLevel> = new Set(['2', '3', '4']);

/** Why this caller may not post this event, or null where it may. Without `data` only what every payload of the type
 *  has in common is asked. */
export function refusalToPost(caller: Caller, type: EventType, data?: Given): Refusal | null {
  const act = actOf(type);
  const allowed = data ? rolesByPayload(act, data) : rolesOf(act);
  const acting = caller.roles.filter((role) => allowed.includes(role));
  if (acting.length === 0) return notTheirAct(type, allowed);
  if (caller.actingFor && !mayAsSubUser(caller.actingFor.rights, act)) return notASubUsersAct(type);
  if (acting.every((role) => role === 'customer') && !ACTING_LEVELS.has(caller.level))
    return notIdentified(caller.level);
  return null;
}

/** What a sub-user may do in a customer's name, and by which right (PO-04); nothing else: never sign, object, withdraw,
 *  confirm readiness or let others in. An application that a sub-user asks for stays a draft until the customer files it. */
const mayAsSubUser = (rights: readonly SubUserRight[], { subUsers }: Act): boolean =>
  subUsers !== null && rights.includes('see') && rights.includes(subUsers);

/** Whether somebody is identified far enough to act as a customer (II.5.4). */
export const isIdentified = ({ level }: Caller): boolean => ACTING_LEVELS.has(level);

export const mayPost = (caller: Caller, type: EventType, data?: Given): boolean =>
  refusalToPost(caller, type, data) === null;

const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  customer: say('klients', 'the customer'),
  service: say('klientu apkalpošana', 'customer service'),
  engineer: say('inženieris', 'the engineer'),
  finance: say('finanses', 'finance'),
  privacy: say('datu aizsardzība', 'data protection'),
  admin: say('administrators', 'the administrator'),
  clock: say('pulkstenis', 'the clock'),
};

const namesOf = (roles: readonly Role[]): Words => ({
  lv: roles.map((role) => ROLE_WORDS[role].lv).join(', '),
  en: roles.map((role) => ROLE_WORDS[role].en).join(', '),
});

function notTheirAct(type: EventType, allowed: readonly Role[]): Refusal {
  const who = namesOf(allowed);
  return new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(`“${type}” šeit drīkst tikai: ${who.lv}.`, `“${type}” is here open to: ${who.en}.`),
  });
}

function notIdentified(level: IdentificationLevel): Refusal {
  return new Refusal({
    code: 'rights.not-identified',
    kind: 'forbidden',
    clause: level === '1' ? 'II.5.4.1' : 'II.5.4.3',
    detail: say(
      'Lai rīkotos, pierakstieties ar eID vai internetbanku: parole fizisku personu neidentificē, ar to lietu var tikai lasīt.',
      'Sign in by eID or bank to act: a password does not identify a natural person, and gives read access only.',
    ),
  });
}

const notASubUsersAct = (type: EventType): Refusal =>
  new Refusal({
    code: 'rights.sub-user',
    kind: 'forbidden',
    clause: 'II.5.3',
    detail: say(
      `“${type}” cita klienta vārdā Jūs nevarat izdarīt: to dara pats klients vai viņa pilnvarots pārstāvis.`,
      `“${type}” is not yours to do in another customer’s name: the customer does it, or a representative with authority.`,
    ),
  });

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
