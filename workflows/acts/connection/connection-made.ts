import { z } from 'zod';
import { day, isAfter, lastDayWithin } from '../../../src/law/days.ts';
import type { LawBook } from '../../../src/law/law-book.ts';
import { say } from '../../../src/law/words.ts';
import {
  type Asking,
  notBefore,
  notInTheFuture,
  type Reason,
  refuse,
  type Standing,
} from '../../conditions/verdict.ts';
import { isoDay, line } from '../../data.ts';
import {
  connectionClockStart,
  deferralIsAgreed,
  outstanding,
  replacesOldInstallation,
  shareIsPaid,
  termsOf,
} from '../../derived.ts';
import { notice } from '../../effects.ts';
import type { Facts } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import { withFlag } from '../changes.ts';
import { isReason } from '../way.ts';

const data = z.strictObject({ on: isoDay, loadSwitched: z.boolean().optional(), meter: line.optional() });
type Made = Happening<string, z.output<typeof data>>;

const connectionDateCanBe: Asking<Made> = (facts, { data, today }) =>
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
  notBefore('on', data.on, facts.connected?.on ?? null, 'II.4.2', say('pieslēgšana', 'the connection'));

const readinessIsConfirmed: Standing = (facts) =>
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

const worksAreCompleted: Standing = (facts) =>
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
const shareAllowsConnection: Asking<Made> = (facts, { data, law }) => {
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
};

/** II.4.2: connected, and the load of the old installation is still to be switched over. */
const loadIsStillToSwitch: Standing = (facts) =>
  replacesOldInstallation(facts) && facts.connected && !facts.connected.loadSwitched ? null : alreadyMade();

const loadIsSwitchedNow: Asking<Made> = (_facts, { data: { loadSwitched } }) =>
  loadSwitched === false ? alreadyMade() : null;

const alreadyMade = () =>
  refuse({
    code: 'connection.already-made',
    clause: 'II.4.1',
    detail: say('Pieslēgums jau ir izveidots.', 'The connection has already been made.'),
  });

function isLate(facts: Facts, on: string, law: LawBook): boolean {
  const start = connectionClockStart(facts, law);
  if (!start) return false;
  const terms = termsOf(facts, law, start);
  const days = replacesOldInstallation(facts) ? terms.connectionDaysReplacing : terms.connectionDays;
  return isAfter(day(on), lastDayWithin(start, days));
}

/** A member of a common project who has not paid is left unconnected (II.4.4). */
function whyRefused(facts: Facts, event: Happening): Reason | null {
  if (facts.project === null || facts.inForceOn === null || facts.ending !== null || facts.connected)
    return null;
  const verdict = shareAllowsConnection(facts, event as Made);
  return isReason(verdict) ? verdict : null;
}

/** Connected, with a trading contract or as last guaranteed supply (II.4.1, II.4.7). */
export const connectionMade = act({
  type: 'connection.made',
  clause: 'II.4.1',
  data,
  form: { on: { first: 'today' } },
  by: { engineer: 'operator' },
  weight: 'carries-on',
  elsewhere: whyRefused,
  ways: {
    connected: {
      says: 'Connected, with a trading contract or as last guaranteed supply (II.4.7).',
      possible: { readinessIsConfirmed, worksAreCompleted },
      allowed: { shareAllowsConnection, connectionDateCanBe },
      write: (facts, { data: { on, loadSwitched }, today, law }) => ({
        connected: {
          on,
          supplyMode: facts.readiness?.tradingContract ? 'trading' : 'PGP',
          loadSwitched: replacesOldInstallation(facts) && loadSwitched !== false,
        },
        flags: isLate(facts, on, law) ? withFlag(facts, 'connection-breach', today) : facts.flags,
      }),
      effects: [notice('N-CONN')],
    },
    loadSwitched: {
      clause: 'II.4.2',
      says: 'The load is switched over to the new connection.',
      possible: { loadIsStillToSwitch },
      allowed: { loadIsSwitchedNow, connectionDateCanBe },
      write: (facts, { data: { on }, today, law }) => ({
        connected: facts.connected && { ...facts.connected, on, loadSwitched: true },
        flags: isLate(facts, on, law) ? withFlag(facts, 'connection-breach', today) : facts.flags,
      }),
    },
  },
});
