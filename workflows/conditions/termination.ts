import { Decimal } from 'decimal.js';
import type { Clause } from '../../src/law/clauses.ts';
import { day, isAfter, isBefore } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import {
  completedByTheTerm,
  demanded,
  demandIsMet,
  openSuspensions,
  outstanding,
  termLastDay,
} from '../derived.ts';
import type { Facts } from '../facts.ts';
import type { Happening } from '../happening.ts';
import type { TerminationReason } from '../vocabulary.ts';
import { isSuspended } from './suspension.ts';
import { type Asking, type Reason, refuse, type Standing, tooEarly } from './verdict.ts';

/** The operator's grounds for ending a contract, each with what it needs (II.4.6, II.13.2, II.14.3). */

export const TERMINATION_CLAUSES: Readonly<Record<TerminationReason, Clause>> = {
  nonPayment: 'II.14.3.2',
  unremedied: 'II.13.2',
  design: 'II.14.3.6',
  scope: 'II.14.3.4',
  thirdParty: 'II.14.3.5',
  misled: 'II.14.3.1',
  commonProject: 'II.14.3.3',
  notInstalled: 'II.14.3.7',
  notReady: 'II.4.6',
};

type Termination = Happening<string, { readonly reason: TerminationReason }>;

function shareIsOverdue(facts: Facts, { today, law }: Termination): Reason | null {
  const demand = demanded(facts);
  if (!demand || demandIsMet(facts))
    return refuse({
      code: 'ending.paid',
      clause: 'II.14.3.2',
      detail: say('Prasītā klienta daļa ir samaksāta.', 'The demanded customer share is paid.'),
    });
  const earliest = law.workingDays(demand.dueOn).nextAfter(demand.dueOn);
  return isBefore(day(today), earliest)
    ? tooEarly(
        'ending.too-early',
        'II.14.3.2',
        earliest,
        say(
          `Līgumu par nesamaksu var izbeigt ar nākamo darba dienu ${earliest}.`,
          `The contract ends for non-payment with the next working day, ${earliest}.`,
        ),
      )
    : null;
}

/** II.13.2: suspended under 13.1.1 or 13.1.2, a date set, and the date missed. */
function remedyIsMissed(facts: Facts, { today }: Termination): Reason | null {
  const awaiting = openSuspensions(facts).filter((one) => one.remedyBy !== null);
  const first = awaiting.map((one) => one.remedyBy!).sort()[0];
  if (first === undefined)
    return refuse({
      code: 'ending.no-remedy-date',
      clause: 'II.13.2',
      detail: say(
        '13.2. punkts prasa apturēšanu pēc 13.1.1. vai 13.1.2. punkta ar novēršanas dienu.',
        'Clause 13.2 needs a suspension under 13.1.1 or 13.1.2 with a remedy date.',
      ),
    });
  const earliest = day(first).add({ days: 1 });
  return isBefore(day(today), earliest)
    ? tooEarly(
        'ending.remedy-runs',
        'II.13.2',
        earliest,
        say(`Klients var novērst trūkumus līdz ${first}.`, `The customer may cure the flaws until ${first}.`),
      )
    : null;
}

/** II.2.5, II.14.3.6: flaws not cured in the time that the operator set. */
function designRemedyHasPassed(facts: Facts, { today }: Termination): Reason | null {
  const open = openSuspensions(facts).find((one) => one.reason === 'design-flaws');
  if (!open?.remedyBy || isAfter(day(today), day(open.remedyBy))) return null;
  return tooEarly(
    'ending.remedy-runs',
    'II.2.5',
    day(open.remedyBy).add({ days: 1 }),
    say(
      `Klients var labot projektu līdz ${open.remedyBy}.`,
      `The customer may correct the design until ${open.remedyBy}.`,
    ),
  );
}

/** II.4.5, II.4.6, II.14.3.7: completed by the operator, the term over, not ready, nothing else agreed; never while the
 *  term stands still (T-29) or before the operator's own completion (T-21). */
function notReadyByTheTerm(facts: Facts, { today, law, data }: Termination): Reason | null {
  const clause = TERMINATION_CLAUSES[data.reason];
  const term = termLastDay(facts, law);
  if (isSuspended(facts))
    return refuse({
      code: 'ending.term-frozen',
      clause: 'II.13.1',
      detail: say(
        'Darbi ir apturēti, un termiņš netek.',
        'The works are suspended and the term stands still.',
      ),
    });
  if (!completedByTheTerm(facts, law))
    return refuse({
      code: 'ending.operator-not-completed',
      clause: 'II.4.5',
      detail: say(
        'Operators pats līdz termiņam nav pabeidzis un paziņojis pieslēgumu.',
        'The operator itself had not completed and notified the connection by the term.',
      ),
    });
  if (facts.readiness)
    return refuse({
      code: 'ending.customer-ready',
      clause,
      detail: say('Klients ir apliecinājis gatavību.', 'The customer has confirmed readiness.'),
    });
  if (facts.usageAgreedOn)
    return refuse({
      code: 'ending.usage-agreed',
      clause,
      detail: say(
        'Puses ir vienojušās par sistēmas pakalpojuma lietošanu.',
        'The parties have agreed on using system services.',
      ),
    });
  if (!term || isAfter(day(today), term)) return null;
  return tooEarly(
    'ending.term-runs',
    clause,
    term.add({ days: 1 }),
    say(`Klients var apliecināt gatavību līdz ${term}.`, `The customer may confirm readiness until ${term}.`),
  );
}

function projectIsUnpaid(facts: Facts, { today, computed }: Termination): Reason | null {
  if (!facts.project)
    return refuse({
      code: 'ending.no-project',
      clause: 'II.14.3.3',
      detail: say('Lieta nepieder kopprojektam.', 'The case belongs to no common project.'),
    });
  const owed = computed.projectOutstanding ?? outstanding(facts).toFixed(2);
  if (new Decimal(owed).isZero())
    return refuse({
      code: 'ending.project-paid',
      clause: 'II.14.3.3',
      detail: say(
        'Kopprojekta daļas ir samaksātas pilnībā.',
        'The shares of the common project are paid in full.',
      ),
    });
  if (facts.paymentDueOn && !isAfter(day(today), day(facts.paymentDueOn)))
    return tooEarly(
      'ending.project-due',
      'II.14.3.3',
      day(facts.paymentDueOn).add({ days: 1 }),
      say(`Samaksas termiņš ir ${facts.paymentDueOn}.`, `The shares are due on ${facts.paymentDueOn}.`),
    );
  return null;
}

export const objectIsNotConnected: Standing = (facts) =>
  facts.connected
    ? refuse({
        code: 'ending.connected',
        clause: 'II.14.3',
        detail: say('Objekts jau ir pieslēgts.', 'The object is already connected.'),
      })
    : null;

export const groundIsThere: Asking<Termination> = (facts, event) => {
  switch (event.data.reason) {
    case 'nonPayment':
      return shareIsOverdue(facts, event);
    case 'unremedied':
      return remedyIsMissed(facts, event);
    case 'design':
      return designRemedyHasPassed(facts, event);
    case 'notInstalled':
    case 'notReady':
      return notReadyByTheTerm(facts, event);
    case 'commonProject':
      return projectIsUnpaid(facts, event);
    case 'scope':
    case 'thirdParty':
    case 'misled':
      return null;
  }
};
