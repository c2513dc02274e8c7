import { day, isAfter } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import {
  completedByTheTerm,
  connectionIsMade,
  deferralIsAgreed,
  outstanding,
  replacesOldInstallation,
  shareIsPaid,
  termLastDay,
} from '../derived.ts';
import type { Facts } from '../facts.ts';
import { type Check, check, choose, fieldRefusal, notBefore, notInTheFuture, refuse } from './check.ts';
import { isSuspended } from './works.ts';

/** D-READY: both declarations are needed. */
const bothDeclarationsAreMade: Check = check<'readiness.confirmed'>((_facts, { data }) => {
  const field = !data.installationsBuilt
    ? 'installationsBuilt'
    : !data.preparedForVoltage
      ? 'preparedForVoltage'
      : null;
  return field === null
    ? null
    : fieldRefusal(
        field,
        'II.def.readiness',
        say(
          'Apliecinājumam vajag abus apgalvojumus: elektroietaises ir ierīkotas un sagatavotas sprieguma pieņemšanai.',
          'The confirmation needs both declarations: the installations are built and they are prepared for voltage.',
        ),
      );
});

const readinessDateCanBe: Check = check<'readiness.confirmed'>(
  (facts, { data, today }) =>
    notInTheFuture('on', data.on, today, 'II.4.1') ??
    notBefore(
      'on',
      data.on,
      facts.inForceOn,
      'II.4.1',
      say('līguma spēkā stāšanās', 'the contract’s entry into force'),
    ),
);

/** II.2.6, II.4.5: up to the term. The term stands still while works are suspended (T-29) and does not bind the customer
 *  where the operator has not completed by it (T-21); agreed use of system services lifts it (II.4.6). */
const termHasNotPassed: Check = check<'readiness.confirmed'>((facts, { data, today, law, role }) => {
  const term = termLastDay(facts, law);
  // In the portal readiness is handed over now; a paper counts from the day that service has registered (II.16.4).
  const handedOverOn = role === 'customer' ? today : (data.on ?? today);
  const open =
    term === null || isSuspended(facts) || !completedByTheTerm(facts, law) || facts.usageAgreedOn !== null;
  if (open || !isAfter(day(handedOverOn), term)) return null;
  return refuse({
    code: 'readiness.after-term',
    clause: 'II.4.5',
    detail: say(
      `Gatavību varēja apliecināt līdz ${term}. Vienojieties ar operatoru par jaunu termiņu vai sistēmas pakalpojuma lietošanu (4.6).`,
      `Readiness could be confirmed until ${term}. Agree with the operator on a new term or on using system services (4.6).`,
    ),
  });
});

const connectionDateCanBe: Check = check<'connection.made'>(
  (facts, { data, today }) =>
    notInTheFuture('on', data.on, today, 'II.4.1') ??
    notBefore(
      'on',
      data.on,
      facts.readiness?.on ?? null,
      'II.4.1',
      say('gatavības diena', 'the day of readiness'),
    ) ??
    notBefore(
      'on',
      data.on,
      facts.completedOn,
      'II.4.1',
      say('pieslēguma pabeigšana', 'the completion of the connection'),
    ) ??
    notBefore('on', data.on, facts.connected?.on ?? null, 'II.4.2', say('pieslēgšana', 'the connection')),
);

const readinessIsConfirmed: Check = (facts) =>
  facts.readiness
    ? null
    : refuse({
        code: 'connection.not-ready',
        clause: 'II.4.1',
        detail: say(
          'Klients vēl nav apliecinājis gatavību.',
          'The customer has not confirmed readiness yet.',
        ),
      });

const worksAreCompleted: Check = (facts) =>
  facts.completedOn
    ? null
    : refuse({
        code: 'connection.not-completed',
        clause: 'II.2.6',
        detail: say(
          'Pieslēgums vēl nav pabeigts un paziņots.',
          'The connection has not been completed and notified yet.',
        ),
      });

/** II.4.4 for common projects; for all by the setting (T-26), unless Part I or a deferral lets the works go ahead. */
const shareAllowsConnection: Check = check<'connection.made'>((facts, { data, law }) => {
  const withheld =
    facts.project !== null || law.setting('connection.withholdWhileUnpaid', day(data.on)) === 'all';
  const excused = facts.project === null && (facts.offer?.worksBeforeFullPayment || deferralIsAgreed(facts));
  if (!withheld || excused || shareIsPaid(facts)) return null;
  return refuse({
    code: 'connection.share-not-paid',
    clause: facts.project ? 'II.4.4' : 'II.2.2',
    detail: say(
      `Pieslēdz, kad klienta daļa ir samaksāta: trūkst ${outstanding(facts).toFixed(2)} EUR.`,
      `The connection is made once the customer share is paid: ${outstanding(facts).toFixed(2)} EUR is missing.`,
    ),
  });
});

const memberHasNotPaid = (facts: Facts): boolean =>
  facts.project !== null && facts.readiness !== null && facts.completedOn !== null && !shareIsPaid(facts);

/** II.4.2: old installations to be dismantled, new ones built, and the load switched first; only then may the old entry
 *  be cut, without warning. */
const loadIsSwitched: Check = check<'old-supply.cut'>((facts, { data, today }) => {
  if (!replacesOldInstallation(facts))
    return refuse({
      code: 'old-supply.none',
      clause: 'II.4.2',
      detail: say(
        'Šajā lietā nav veca pieslēguma, ko atslēgt.',
        'There is no old connection to cut in this case.',
      ),
    });
  if (!facts.connected?.loadSwitched)
    return refuse({
      code: 'old-supply.load-not-switched',
      clause: 'II.4.2',
      detail: say(
        'Vispirms pārslēdziet slodzi uz jauno pieslēgumu, tad atslēdziet veco.',
        'Switch the load to the new connection first, then cut the old one.',
      ),
    });
  return (
    notInTheFuture('on', data.on, today, 'II.4.2') ??
    notBefore(
      'on',
      data.on,
      facts.connected.on,
      'II.4.2',
      say('slodzes pārslēgšana', 'the switch of the load'),
    )
  );
});

/** II.4.2: connected, and the load of the old installation is still to be switched over. */
const loadIsStillToSwitch: Check = check<'connection.made'>((facts, { data }) =>
  replacesOldInstallation(facts) &&
  facts.connected &&
  !facts.connected.loadSwitched &&
  data.loadSwitched !== false
    ? null
    : refuse({
        code: 'connection.already-made',
        clause: 'II.4.1',
        detail: say('Pieslēgums jau ir izveidots.', 'The connection has already been made.'),
      }),
);

export const READINESS_CHECKS = {
  loadIsStillToSwitch,
  bothDeclarationsAreMade,
  readinessDateCanBe,
  termHasNotPassed,
  connectionDateCanBe,
  readinessIsConfirmed,
  worksAreCompleted,
  shareAllowsConnection,
  memberHasNotPaid: choose(memberHasNotPaid),
  memberHasPaid: choose((facts) => !memberHasNotPaid(facts)),
  loadIsSwitched,
  isNotConnected: ((facts) =>
    facts.connected
      ? refuse({
          code: 'connection.already-made',
          clause: 'II.4.1',
          detail: say('Pieslēgums jau ir izveidots.', 'The connection has already been made.'),
        })
      : null) satisfies Check,
  bothSidesHaveFulfilled: choose(
    (facts) => facts.completedOn !== null && facts.readiness !== null && shareIsPaid(facts),
  ),
  oneSideHasNotFulfilled: choose(
    (facts) => facts.completedOn === null || facts.readiness === null || !shareIsPaid(facts),
  ),
  connectedAndSettled: choose(
    (facts) =>
      connectionIsMade(facts) &&
      facts.finalInvoice !== null &&
      facts.completedOn !== null &&
      facts.readiness !== null &&
      shareIsPaid(facts),
  ),
} as const satisfies Record<string, Check>;
