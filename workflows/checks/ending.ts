import { Decimal } from 'decimal.js';
import { day, isAfter, isBefore } from '../../src/law/days.ts';
import type { Refusal } from '../../src/law/refusal.ts';
import { say } from '../../src/law/words.ts';
import type { CaseEvent } from '../case-event.ts';
import { matchingConsent } from '../consent.ts';
import {
  completedByTheTerm,
  demanded,
  demandIsMet,
  nonPaymentIsCured,
  openSuspensions,
  outstanding,
  termLastDay,
  withdrawalLastDay,
  worksHaveStarted,
} from '../derived.ts';
import type { TERMINATION_REASONS } from '../events.ts';
import type { Facts } from '../facts.ts';
import {
  type Check,
  check,
  choose,
  fieldRefusal,
  notBefore,
  notInTheFuture,
  refuse,
  tooEarly,
} from './check.ts';
import { forceMajeureNoticeLastDay, isSuspended } from './works.ts';

export const TERMINATION_CLAUSES: Readonly<Record<(typeof TERMINATION_REASONS)[number], string>> = {
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

type Termination = CaseEvent<'contract.terminated'>;

function shareIsOverdue(facts: Facts, { today, law }: Termination): Refusal | null {
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
function remedyIsMissed(facts: Facts, { today }: Termination): Refusal | null {
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
function designRemedyHasPassed(facts: Facts, { today }: Termination): Refusal | null {
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
function notReadyByTheTerm(facts: Facts, { today, law, data }: Termination): Refusal | null {
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

function projectIsUnpaid(facts: Facts, { today, computed }: Termination): Refusal | null {
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

const groundIsThere: Check = check<'contract.terminated'>((facts, event) => {
  if (facts.connected)
    return refuse({
      code: 'ending.connected',
      clause: 'II.14.3',
      detail: say('Objekts jau ir pieslēgts.', 'The object is already connected.'),
    });
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
});

const deadlineIs: Check = check<'deadline.passed'>((_facts, { data }, params) =>
  data.name === params?.name ? null : 'not-this-way',
);

const LATE_CONTRACTOR = /contractor|būvnie|uzņēmēj|apakšuzņēm/i;

/** II.17.1, II.17.2: an event after conclusion, not the non-performance of other persons, notified within five days. */
const forceMajeureIsFounded: Check = check<'force-majeure.notified'>((facts, { data, today, law }) => {
  const wrong =
    notInTheFuture('startedOn', data.startedOn, today, 'II.17.2') ??
    notBefore(
      'startedOn',
      data.startedOn,
      facts.inForceOn,
      'II.17.1',
      say('līguma noslēgšana', 'the conclusion of the contract'),
    );
  if (wrong) return wrong;
  if (isBefore(day(data.likelyEndOn), day(data.startedOn)))
    return fieldRefusal(
      'likelyEndOn',
      'II.17.2',
      say('Iespējamās beigas nevar būt pirms sākuma.', 'The likely end cannot lie before the start.'),
    );
  if (LATE_CONTRACTOR.test(data.event))
    return refuse({
      code: 'force-majeure.other-persons',
      clause: 'II.17.1',
      detail: say(
        'Citu iesaistīto personu saistību neizpilde nav nepārvarama vara.',
        'Non-performance by other persons involved is not force majeure.',
      ),
    });
  const last = forceMajeureNoticeLastDay(facts, data.startedOn, law);
  if (!isAfter(day(today), last)) return null;
  return refuse({
    code: 'force-majeure.notified-late',
    clause: 'II.17.2',
    detail: say(
      `Par nepārvaramu varu bija jāpaziņo līdz ${last}; atsauce uz to nav pamatota.`,
      `Force majeure had to be notified by ${last}; relying on it is unfounded.`,
    ),
  });
});

const forceMajeureRuns: Check = check<'force-majeure.ended'>((facts, { data, today }) => {
  if (!facts.forceMajeure || facts.forceMajeure.endedOn)
    return refuse({
      code: 'force-majeure.none',
      clause: 'II.17.2',
      detail: say('Nepārvarama vara nav paziņota.', 'No force majeure has been notified.'),
    });
  return (
    notInTheFuture('on', data.on, today, 'II.17.2') ??
    notBefore(
      'on',
      data.on,
      facts.forceMajeure.startedOn,
      'II.17.2',
      say('nepārvaramas varas sākums', 'the start of force majeure'),
    )
  );
});

/** The term never moves earlier, also where this side leaves the day to the other's consent. */
const termMovesLater: Check = check<'term.extended' | 'usage.agreed' | 'contract.amended'>((facts, event) => {
  const { data, today, law } = event;
  const termOn = data.termOn ?? (matchingConsent(facts, event)?.terms.termOn as string | undefined);
  if (termOn === undefined) return null;
  const term = termLastDay(facts, law);
  if (isAfter(day(termOn), day(today)) && (!term || !isBefore(day(termOn), term))) return null;
  return fieldRefusal(
    'termOn',
    'II.12.1',
    say(
      `Jaunajam termiņam jābūt nākotnē un ne agrāk kā līdzšinējam (${term}).`,
      `The new term must lie in the future and not before the present one (${term}).`,
    ),
  );
});

/** An amendment does not make anything overdue: a new due date lies not before the day of consent. */
const dueDateCanBe: Check = check<'contract.amended'>((facts, event) => {
  const { data, today } = event;
  const dueOn =
    data.paymentDueOn ?? (matchingConsent(facts, event)?.terms.paymentDueOn as string | undefined);
  if (dueOn === undefined || !isBefore(day(dueOn), day(today))) return null;
  return fieldRefusal(
    'paymentDueOn',
    'II.12.1',
    say(`Samaksas termiņš ${dueOn} jau ir pagājis.`, `The due date ${dueOn} has already passed.`),
  );
});

const ownerDateCanBe: Check = check<'owner.changed'>((_facts, { data, today }) =>
  notInTheFuture('on', data.on, today, 'II.4.3'),
);

const isHeld: Check = (facts) =>
  facts.endingHold
    ? null
    : refuse({
        code: 'hold.none',
        clause: 'II.14.3.2',
        detail: say('Izbeigšana nav apturēta.', 'There is no hold to release.'),
      });

const noticeDateCanBe: Check = check<'contract.withdrawn'>(
  (facts, { data, today }) =>
    notInTheFuture('dispatchedOn', data.dispatchedOn, today, 'II.15.3') ??
    notBefore(
      'dispatchedOn',
      data.dispatchedOn,
      facts.inForceOn,
      'II.15',
      say('līguma spēkā stāšanās', 'the contract’s entry into force'),
    ),
);

export const ENDING_CHECKS = {
  groundIsThere,
  deadlineIs,
  forceMajeureIsFounded,
  forceMajeureRuns,
  termMovesLater,
  dueDateCanBe,
  /** II.11.4 after an annulment; T-38 after the deemed end for non-payment, where no works had started. */
  mayBeReinstated: ((facts) =>
    facts.ending?.reason === 'annulled' || (facts.ending?.reason === 'nonPayment' && !worksHaveStarted(facts))
      ? null
      : refuse({
          code: 'reinstatement.excluded',
          clause: 'II.11.4',
          detail: say(
            'Šādu izbeigšanu nevar atcelt; jāiesniedz jauns pieteikums.',
            'Such an end is not taken back; a new application is needed.',
          ),
        })) satisfies Check,
  ownerDateCanBe,
  isHeld,
  noticeDateCanBe,
  otherSideHasConsented: choose((facts, event) => matchingConsent(facts, event) !== null),
  isWithinWithdrawalPeriod: choose((facts, event) => {
    const last = withdrawalLastDay(facts, event.law);
    const byDispatch = event.law.setting('ownDeadline.metOn', day(event.today)) === 'dispatch';
    // In the portal the notice is dispatched now; a paper may have been on its way (T-19, II.16.4).
    const onPaper =
      event.type === 'contract.withdrawn' && event.data.form === 'paper'
        ? event.data.dispatchedOn
        : undefined;
    const given = byDispatch ? (onPaper ?? event.today) : event.today;
    return last !== null && !isAfter(day(given), last);
  }),
  withdrawalPeriodRunsAnew: choose((facts, { law }) => {
    const last = withdrawalLastDay(facts, law);
    return facts.amendedOn !== null && last !== null && facts.passed.withdrawal !== last.toString();
  }),
  worksAreOwedFor: choose((facts, event) =>
    event.type === 'contract.terminated' && event.data.reason === 'nonPayment'
      ? worksHaveStarted(facts)
      : facts.completedOn !== null,
  ),
  endsForNonPayment: choose(
    (facts, { today, law }) =>
      !nonPaymentIsCured(facts, law, day(today)) &&
      !worksHaveStarted(facts) &&
      facts.endingHold === null &&
      law.setting('nonPayment.auto', day(today)),
  ),
  endsForForceMajeure: choose(
    (facts) =>
      facts.forceMajeure !== null &&
      facts.forceMajeure.endedOn === null &&
      !facts.forceMajeure.newTermAgreed &&
      worksHaveStarted(facts),
  ),
  endsUnreadyByClause: choose(
    (facts, { law, today }) =>
      law.setting('notReady.end', day(today)) === 'automatic' &&
      completedByTheTerm(facts, law) &&
      facts.readiness === null &&
      facts.usageAgreedOn === null &&
      !isSuspended(facts),
  ),
} as const satisfies Record<string, Check>;
