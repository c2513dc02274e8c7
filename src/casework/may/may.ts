import { type Act, type Given, rolesByPayload, rolesOf } from '../../../workflows/acts/act.ts';
import { agentOf, agentSchema } from '../../../workflows/acts/people/agent.ts';
import { actOf, type EventType } from '../../../workflows/events.ts';
import type { Authority } from '../../../workflows/facts.ts';
import { partyIsIdentified } from '../../../workflows/identification.ts';
import type { SubUserRight } from '../../../workflows/roles.ts';
import type { CaseState } from '../../../workflows/step.ts';
import type { Clause } from '../../law/clauses.ts';
import { say, type Words } from '../../law/words.ts';
import { isAgent } from '../agents.ts';
import type { Caller, IdentificationLevel } from '../caller.ts';
import { covers } from './coverage.ts';
import { type As, type Now, type Relation, relationTo, type Subject } from './relation.ts';
import { namesOf } from './role-words.ts';

/** Whether a session may do or see something of a case now, and what is missing if not. Asked at every door. */

/** What is seen of a case. */
export type View = 'case' | 'history' | 'letters' | 'files' | 'money' | 'authorities' | 'data';

export type Asked = { readonly act: EventType; readonly data?: Given | undefined } | { readonly view: View };

export interface Allowed {
  readonly as: As;
  readonly under?: readonly Authority[];
}

export interface Missing {
  readonly missing: 'proof' | 'level' | 'representation' | 'authority' | 'role' | 'second-person';
  readonly clause: Clause | null;
  readonly how: Words;
  /** How the refusal is called. */
  readonly code: string;
}

/** Levels at which a customer may act: an e-mail, a call or a natural person's password identify nobody (II.5.4). */
const ACTING_LEVELS: ReadonlySet<IdentificationLevel> = new Set(['2', '3', '4']);

/** Whether somebody is identified far enough to act as a customer (II.5.4). */
export const isIdentified = ({ level }: Pick<Caller, 'level'>): boolean => ACTING_LEVELS.has(level);

export function may(session: Caller, asked: Asked, subject: Subject, now: Now): Allowed | Missing {
  const relation = relationTo(session, subject, now);
  return 'view' in asked
    ? mayView(asked.view, relation)
    : (missingToAct(session, asked.act, asked.data) ??
        mayAct(session, asked.act, asked.data, subject, relation));
}

/** What is missing for an act whatever the case: the role, the level, a sub-user's right. null: nothing. */
export function missingToAct(session: Caller, type: EventType, data?: Given): Missing | null {
  const act = actOf(type);
  const allowed = data ? rolesByPayload(act, data) : rolesOf(act);
  const acting = session.roles.filter((role) => allowed.includes(role));
  if (acting.length === 0) {
    const who = namesOf(allowed);
    return {
      missing: 'role',
      clause: null,
      code: 'rights.not-this-role',
      how: say(`“${type}” šeit drīkst tikai: ${who.lv}.`, `“${type}” is here open to: ${who.en}.`),
    };
  }
  if (session.actingFor && !mayAsSubUser(session.actingFor.rights, act)) return notASubUsersAct(type);
  if (acting.every((role) => role === 'customer') && !isIdentified(session)) return notIdentified(session);
  return null;
}

/** What a sub-user may do in a customer's name, and by which right (PO-04); nothing else: never sign, object, withdraw,
 *  confirm readiness or let others in. An application that a sub-user asks for stays a draft until the customer files it. */
const mayAsSubUser = (rights: readonly SubUserRight[], { subUsers }: Act): boolean =>
  subUsers !== null && rights.includes('see') && rights.includes(subUsers);

/** What may be done for somebody who has not proven itself yet: nothing that binds anybody. */
const FILERS_ACTS: ReadonlySet<EventType> = new Set([
  'application.drafted',
  'application.submitted',
  'application.completed',
]);

function mayAct(
  session: Caller,
  type: EventType,
  data: Given | undefined,
  subject: Subject,
  relation: Relation,
): Allowed | Missing {
  switch (relation.as) {
    case 'staff':
    case 'party':
    case 'sub-user':
      return relation;
    case 'filer': {
      const { facts } = subject.snapshot as CaseState;
      return FILERS_ACTS.has(type) && !partyIsIdentified(facts) ? relation : notTheParty();
    }
    case 'agent':
      if (type === 'authority.filed') return notTheAgents();
      if (covers(relation.under, type) || givesBack(session, type, data)) return relation;
      return outsideScope(type);
    case 'stranger':
      return givesBack(session, type, data) ? { as: 'agent', under: [] } : notTheParty();
  }
}

/** A representative may always give the own authority back (II.6.2). */
function givesBack(session: Caller, type: EventType, data: Given | undefined): boolean {
  if (type !== 'authority.revoked' || session.actingFor) return false;
  // The payload may not be of the right form yet.
  const agent = agentSchema.safeParse(data?.agent);
  return agent.success && isAgent(session, agentOf(agent.data));
}

function mayView(view: View, relation: Relation): Allowed | Missing {
  switch (relation.as) {
    case 'stranger':
      return notTheParty();
    case 'filer':
      return view === 'case' || view === 'history' ? relation : notTheParty();
    default:
      return relation;
  }
}

const notTheParty = (): Missing => ({
  missing: 'proof',
  clause: 'II.5.1',
  code: 'rights.not-the-party',
  how: say(
    'To var tikai klients, kas lietā norādīts: viņam jāpierakstās ar eID vai internetbanku savā vārdā vai jāiesniedz Jums pilnvara. Kas lietu iesniedzis cita vietā, redz tās stāvokli.',
    'This is for the customer whom the case names: by signing in by eID or bank as that person, or by filing an authority for you. Whoever filed for somebody else sees how the case stands.',
  ),
});

const notTheAgents = (): Missing => ({
  missing: 'authority',
  clause: 'II.6.2',
  code: 'rights.agent-files-no-authority',
  how: say(
    'Pilnvaru iesniedz pats klients vai, ar dokumentu, klientu apkalpošana; pārstāvis to iesniegt nevar.',
    'An authority is filed by the customer in person or, with the document, by customer service; a representative files none.',
  ),
});

const outsideScope = (type: EventType): Missing => ({
  missing: 'authority',
  clause: 'II.5.3',
  code: 'rights.outside-scope',
  how: say(`Pilnvarojums neaptver „${type}”.`, `The authority on file does not cover “${type}”.`),
});

function notIdentified({ level, kind, method }: Caller): Missing {
  if (kind === 'legal' && method === 'portal-password')
    return {
      missing: 'representation',
      clause: 'II.5.4.3',
      code: 'rights.not-confirmed',
      how: say(
        'Vēl nav apstiprināts, ka šis konts rīkojas uzņēmuma vārdā. Sūtiet klientu apkalpošanai dokumentu par pārstāvības tiesībām vai pierakstieties ar eID vai internetbanku kā uzņēmuma pārstāvis.',
        'It is not confirmed yet that this account speaks for the company. Send customer service the document on the right to represent it, or sign in by eID or bank as its representative.',
      ),
    };
  return {
    missing: 'level',
    clause: level === '1' ? 'II.5.4.1' : 'II.5.4.3',
    code: 'rights.not-identified',
    how: say(
      'Lai rīkotos, pierakstieties ar eID vai internetbanku: parole fizisku personu neidentificē.',
      'Sign in by eID or bank to act: a password does not identify a natural person.',
    ),
  };
}

const notASubUsersAct = (type: EventType): Missing => ({
  missing: 'authority',
  clause: 'II.5.3',
  code: 'rights.sub-user',
  how: say(
    `“${type}” cita klienta vārdā Jūs nevarat izdarīt: to dara pats klients vai viņa pilnvarots pārstāvis.`,
    `“${type}” is not yours to do in another customer’s name: the customer does it, or a representative with authority.`,
  ),
});
