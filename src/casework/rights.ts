import type { EventType } from '../../workflows/events.ts';
import { Refusal } from '../law/refusal.ts';
import { say, type Words } from '../law/words.ts';
import type { Caller, IdentificationLevel, Role, SubUserRight } from './caller.ts';

/** Who may make what happen: the column "who" of `face.md` and the rights matrix of the ledger (5.2). Who must approve
 *  besides is a setting (`approval.…`). */

const CUSTOMER_SIDE = ['customer', 'service'] as const;
const OPERATOR_SIDE = ['engineer', 'service'] as const;
const EITHER_PARTY = ['customer', ...OPERATOR_SIDE] as const;

export const RIGHTS = {
  'application.drafted': CUSTOMER_SIDE,
  'application.submitted': CUSTOMER_SIDE,
  'application.returned': OPERATOR_SIDE,
  'application.completed': CUSTOMER_SIDE,
  'application.routed': ['engineer'],
  'design.received': ['customer', 'engineer'],
  'contractor.determined': ['engineer'],
  'customer.identified': ['service'],
  'offer.issued': ['engineer'],
  'offer.objected': CUSTOMER_SIDE,
  'objection.rejected': ['engineer'],
  'offer.revised': ['engineer'],
  'contract.signed': EITHER_PARTY,
  'payment.received': ['finance'],
  'annulment.warned': ['clock', 'service'],
  'application.annulled': ['clock', 'service'],
  'annulment.held': ['service', 'finance'],
  'ending.held': ['service', 'finance'],
  'hold.released': ['service', 'finance'],
  'application.reinstated': CUSTOMER_SIDE,
  'application.withdrawn': CUSTOMER_SIDE,
  'contract.withdrawn': CUSTOMER_SIDE,
  'works.started': ['engineer'],
  'works.completed': ['engineer'],
  'works.suspended': ['engineer', 'customer'],
  'works.resumed': ['engineer', 'customer'],
  'force-majeure.notified': EITHER_PARTY,
  'force-majeure.ended': EITHER_PARTY,
  'readiness.confirmed': CUSTOMER_SIDE,
  'readiness.disproved': ['engineer'],
  'term.extended': EITHER_PARTY,
  'usage.agreed': EITHER_PARTY,
  'contract.amended': EITHER_PARTY,
  'connection.made': ['engineer'],
  'owner.changed': CUSTOMER_SIDE,
  'contract.terminated': ['service'],
  'termination.agreed': EITHER_PARTY,
  'debt.warned': ['finance'],
  'debt.handed-over': ['finance'],
  'details.changed': CUSTOMER_SIDE,
  'authority.filed': CUSTOMER_SIDE,
  'authority.revoked': CUSTOMER_SIDE,
  'project.joined': ['engineer'],
  'refund.decided': ['finance'],
  'refund.paid': ['finance'],
  'notice.failed': ['service', 'clock'],
  'notice.dispatched': ['service', 'clock'],
  'old-supply.cut': ['engineer'],
  'complaint.filed': CUSTOMER_SIDE,
  'complaint.answered': ['service'],
  'data-request.filed': CUSTOMER_SIDE,
  'data-request.prolonged': ['privacy'],
  'data-request.answered': ['privacy'],
  'disclosure.notified': ['privacy'],
  'deadline.passed': ['clock'],
} as const satisfies Record<EventType, readonly Role[]>;

export const rolesFor = (type: EventType): readonly Role[] => RIGHTS[type];

type Payload = Readonly<Record<string, unknown>>;

const OPERATORS_GROUNDS: ReadonlySet<unknown> = new Set(['design-flaws', 'preparatory-works', 'digging-ban']);

/** Where one event type stands for acts of different people, the payload tells whose act it is; undefined where it tells
 *  nothing, since it may not be of the right form. */
const rolesByPayload: { readonly [Type in EventType]?: (data: Payload) => readonly Role[] | undefined } = {
  // The engineer signs for the operator; service registers what a customer signed outside the portal (II.7.6, 5.2).
  'contract.signed': ({ party, form }) => {
    if (party === 'operator') return ['engineer'];
    if (party !== 'customer') return undefined;
    return form === 'portal' ? ['customer'] : CUSTOMER_SIDE;
  },
  // A withdrawal on paper is registered by service (II.15.3, 5.2); in the portal the customer alone withdraws.
  'contract.withdrawn': ({ form }) => (form === 'portal' ? ['customer'] : undefined),
  // Adverse conditions may be reported by either party (II.13.1.3), the other grounds are the operator's.
  'works.suspended': ({ reason }) => (OPERATORS_GROUNDS.has(reason) ? ['engineer'] : undefined),
  'works.resumed': ({ reason }) => (OPERATORS_GROUNDS.has(reason) ? ['engineer'] : undefined),
};

/** Levels at which a customer may act: an e-mail, a call or a natural person's password identify nobody (II.5.4). */
const ACTING_LEVELS: ReadonlySet<IdentificationLevel> = new Set(['2', '3', '4']);

/** What a sub-user may do in a customer's name, and by which right (PO-04); nothing else: never sign, object, withdraw,
 *  confirm readiness or let others in. An application that a sub-user asks for stays a draft until the customer files it. */
const SUB_USER_ACTS: { readonly [Type in EventType]?: SubUserRight } = {
  'complaint.filed': 'write',
  'application.drafted': 'request',
};

/** Why this caller may not post this event, or null where it may. Without `data` only what every payload of the type
 *  has in common is asked. */
export function refusalToPost(caller: Caller, type: EventType, data?: Payload): Refusal | null {
  const allowed = (data && rolesByPayload[type]?.(data)) ?? rolesFor(type);
  const acting = caller.roles.filter((role) => allowed.includes(role));
  if (acting.length === 0) return notTheirAct(type, allowed);
  if (caller.actingFor && !mayAsSubUser(caller.actingFor.rights, type)) return notASubUsersAct(type);
  if (acting.every((role) => role === 'customer') && !ACTING_LEVELS.has(caller.level))
    return notIdentified(caller.level);
  return null;
}

function mayAsSubUser(rights: readonly SubUserRight[], type: EventType): boolean {
  const right = SUB_USER_ACTS[type];
  return right !== undefined && rights.includes('see') && rights.includes(right);
}

/** Whether somebody is identified far enough to act as a customer (II.5.4). */
export const isIdentified = ({ level }: Caller): boolean => ACTING_LEVELS.has(level);

export const mayPost = (caller: Caller, type: EventType, data?: Payload): boolean =>
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
