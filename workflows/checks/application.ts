import { Refusal } from '../../src/law/refusal.ts';
import { say, type Words } from '../../src/law/words.ts';
import type { Draft } from '../application.ts';
import type { Facts } from '../facts.ts';
import { completedApplication } from '../records/application.ts';
import { type Check, check, choose, notBefore, notInTheFuture, refuse } from './check.ts';

const REQUIRED: readonly { field: string; has: (application: Draft) => unknown; message: Words }[] = [
  {
    field: 'customer.kind',
    has: (a) => a.customer?.kind,
    message: say('norādiet klienta veidu', 'give the kind of customer'),
  },
  {
    field: 'customer.name',
    has: (a) => a.customer?.name,
    message: say('norādiet klienta vārdu vai nosaukumu', 'give the customer’s name'),
  },
  {
    field: 'object.address',
    has: (a) => a.object?.address ?? a.object?.cadastreNumber,
    message: say('norādiet adresi vai kadastra numuru', 'give the address or the cadastre number'),
  },
  {
    field: 'connection.phases',
    has: (a) => a.connection?.phases,
    message: say('norādiet fāžu skaitu', 'give the number of phases'),
  },
  {
    field: 'connection.ampere',
    has: (a) => a.connection?.ampere,
    message: say('norādiet strāvu', 'give the rated current'),
  },
  {
    field: 'connection.volt',
    has: (a) => a.connection?.volt,
    message: say('norādiet spriegumu', 'give the voltage'),
  },
  { field: 'purpose', has: (a) => a.purpose, message: say('norādiet mērķi', 'give the purpose') },
];

/** What an application still lacks to be registered: object, customer and technical parameters (II.def.object,
 *  II.def.customer, II.def.technical-parameters). */
export function lackingIn(application: Draft): Refusal | null {
  const errors = REQUIRED.filter(({ has }) => has(application) === undefined).map(({ field, message }) => ({
    field,
    message,
  }));
  if (errors.length === 0) return null;
  return new Refusal({
    code: 'application.incomplete',
    kind: 'invalid',
    clause: errors.some(({ field }) => field.startsWith('object'))
      ? 'II.def.object'
      : 'II.def.technical-parameters',
    detail: say('Pieteikumā trūkst obligātu ziņu.', 'The application lacks required information.'),
    errors,
  });
}

const applicationIsComplete: Check = check<'application.submitted' | 'application.completed'>(
  (facts, event) => lackingIn(completedApplication(facts.application, event.data)),
);

/** II.5.1: the contract is preceded by identification at level 2 or above; for a payment that concludes the contract it
 *  must precede the offer (T-08). */
const customerIsIdentified: Check = (facts) =>
  facts.identification?.counts
    ? null
    : refuse({
        code: 'customer.not-identified',
        clause: 'II.5.1',
        detail: say(
          'Klients vēl nav identificēts. Reģistrējiet identifikāciju (portāls ar eID vai banku, drošs e-paraksts, klātiene), tad izsniedziet piedāvājumu.',
          'The customer has not been identified yet. Record the identification (portal by eID or bank, secure e-signature, in person), then issue the offer.',
        ),
      });

const isNotTemporary: Check = (facts) =>
  facts.application.connection?.temporary
    ? refuse({
        code: 'connection.temporary',
        clause: 'II.def.temporary-connection',
        detail: say(
          'Pagaidu pieslēgums nav šī procesa daļa: tas netiek virzīts un tam neaprēķina maksu automātiski.',
          'A temporary connection is outside this workflow: it is not routed and no fee is calculated for it automatically.',
        ),
      })
    : null;

const received = (facts: Facts) => facts.receivedOn;
const AFTER_RECEIPT = say('pieteikuma saņemšanas diena', 'the day on which the application was received');

export const APPLICATION_CHECKS = {
  applicationIsComplete,
  customerIsIdentified,
  isNotTemporary,
  designDateCanBe: check<'design.received'>(
    (facts, { data, today }) =>
      notInTheFuture('on', data.on, today, 'II.11.1.2') ??
      notBefore('on', data.on, received(facts), 'II.11.1.2', AFTER_RECEIPT),
  ),
  contractorDateCanBe: check<'contractor.determined'>(
    (facts, { data, today }) =>
      notInTheFuture('on', data.on, today, 'II.11.1.2') ??
      notBefore('on', data.on, received(facts), 'II.11.1.2', AFTER_RECEIPT),
  ),
  requirementsStillHold: check<'application.routed'>((_facts, { data, today }) =>
    notBefore(
      'requirementsValidUntil',
      data.requirementsValidUntil,
      today,
      'II.1.8',
      say('tehnisko prasību izsniegšanas diena', 'the day on which the technical requirements are issued'),
    ),
  ),
  routeNeedsDesign: choose(
    (facts, event) =>
      event.type === 'application.routed' && event.data.designNeeded && facts.designReceivedOn === null,
  ),
  routeNeedsContractor: choose(
    (facts, event) =>
      event.type === 'application.routed' && event.data.contractorNeeded && facts.contractor === null,
  ),
  contractorIsStillToCome: choose(
    (facts) => facts.route?.contractorNeeded === true && facts.contractor === null,
  ),
  /** By the route, or agreed with the offer: then the operator makes it once the contract is in force (II.def.fee-1/8). */
  designIsStillToCome: choose(
    (facts) =>
      facts.designReceivedOn === null &&
      (facts.route?.designNeeded === true || facts.offer?.quote.request.operatorOrganisesDesign === true),
  ),
  caseIsFiled: choose((facts) => facts.receivedOn !== null),
  authorityStands: ((facts) =>
    facts.authorities.some((authority) => authority.revokedAt === null)
      ? null
      : refuse({
          code: 'authority.none',
          clause: 'II.5.3',
          detail: say('Nav spēkā esoša pilnvarojuma.', 'There is no authority in force.'),
        })) satisfies Check,
  complaintAwaitsAnswer: ((facts) =>
    facts.complaint && facts.complaint.answeredOn === null
      ? null
      : refuse({
          code: 'complaint.none',
          clause: 'II.16.5',
          detail: say('Nav neatbildēta iesnieguma.', 'There is no complaint to answer.'),
        })) satisfies Check,
} as const satisfies Record<string, Check>;
