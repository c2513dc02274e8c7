import { say, type Words } from '../../src/law/words.ts';
import { completedApplication, type Draft, type Supplement } from '../application.ts';
import type { Happening } from '../happening.ts';
import { partyIsIdentified } from '../identification.ts';
import { type Asking, choose, type Reason, refuse, type Standing } from './verdict.ts';

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
export function lackingIn(application: Draft): Reason | null {
  const errors = REQUIRED.filter(({ has }) => has(application) === undefined).map(({ field, message }) => ({
    field,
    message,
  }));
  if (errors.length === 0) return null;
  return {
    code: 'application.incomplete',
    kind: 'invalid',
    clause: errors.some(({ field }) => field.startsWith('object'))
      ? 'II.def.object'
      : 'II.def.technical-parameters',
    detail: say('Pieteikumā trūkst obligātu ziņu.', 'The application lacks required information.'),
    errors,
  };
}

export const applicationIsComplete: Asking<Happening<string, Supplement>> = (facts, { data }) =>
  lackingIn(completedApplication(facts.application, data));

/** II.5.1: the contract is preceded by identification at level 2 or above; for a payment that concludes the contract it
 *  must precede the offer (T-08). */
export const customerIsIdentified: Standing = (facts) =>
  partyIsIdentified(facts)
    ? null
    : refuse({
        code: 'customer.not-identified',
        clause: 'II.5.1',
        detail: say(
          'Klients vēl nav identificēts. Reģistrējiet identifikāciju (portāls ar eID vai banku, drošs e-paraksts, klātiene), tad izsniedziet piedāvājumu.',
          'The customer has not been identified yet. Record the identification (portal by eID or bank, secure e-signature, in person), then issue the offer.',
        ),
      });

export const isNotTemporary: Standing = (facts) =>
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

export const caseIsFiled: Standing = choose((facts) => facts.receivedOn !== null);

export const contractorIsStillToCome: Standing = choose(
  (facts) => facts.route?.contractorNeeded === true && facts.contractor === null,
);

/** By the route, or agreed with the offer: then the operator makes it once the contract is in force (II.def.fee-1/8). */
export const designIsStillToCome: Standing = choose(
  (facts) =>
    facts.designReceivedOn === null &&
    (facts.route?.designNeeded === true || facts.offer?.quote.request.operatorOrganisesDesign === true),
);

export const AFTER_RECEIPT = say(
  'pieteikuma saņemšanas diena',
  'the day on which the application was received',
);
