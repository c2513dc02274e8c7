import { z } from 'zod';
import { day, isAfter } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { designIsStillToCome } from '../../conditions/application.ts';
import {
  type Asking,
  notBefore,
  notInTheFuture,
  refuse,
  type Standing,
  tooEarly,
} from '../../conditions/verdict.ts';
import { isoDay } from '../../data.ts';
import {
  dayReached,
  deferralIsAgreed,
  outstanding,
  shareGross,
  shareIsPaid,
  withdrawalLastDay,
} from '../../derived.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ on: isoDay });
type Started = Happening<string, z.output<typeof data>>;

/** II.2.2: works start after the full customer share, unless Part I says otherwise or the payment is deferred. */
const shareAllowsWorks: Standing = (facts) =>
  shareIsPaid(facts) || facts.offer?.worksBeforeFullPayment || deferralIsAgreed(facts)
    ? null
    : refuse({
        code: 'works.share-not-paid',
        clause: 'II.2.2',
        detail: say(
          `Darbus var sākt, kad klienta daļa ir samaksāta pilnībā: trūkst ${outstanding(facts).toFixed(2)} EUR no ${shareGross(facts).toFixed(2)} EUR.`,
          `The works can start once the customer share is paid in full: ${outstanding(facts).toFixed(2)} EUR of ${shareGross(facts).toFixed(2)} EUR is missing.`,
        ),
      });

/** OQ-LC-6, T-19: no works within the withdrawal period, unless the customer asked for them in writing. */
const withdrawalPeriodAllowsWorks: Asking<Started> = (facts, { data: { on }, law }) => {
  const last = withdrawalLastDay(facts, law);
  const asked =
    facts.offer?.worksInWithdrawalPeriod || law.setting('works.inWithdrawalPeriod', day(on)) === 'allowed';
  if (asked || last === null || isAfter(day(on), last)) return null;
  return tooEarly(
    'works.within-withdrawal-period',
    'II.15',
    last.add({ days: 1 }),
    say(
      `Klients var atteikties līdz ${last}. Darbus sāk pēc tam, ja vien klients rakstiski nav lūdzis sākt agrāk.`,
      `The customer may withdraw until ${last}. Works start after that, unless the customer asked in writing for an earlier start.`,
    ),
  );
};

/** The works start with the contract in force and, where the share comes first, not before the day on which it was paid. */
const worksStartDateCanBe: Asking<Started> = (facts, { data: { on }, today }) => {
  const paidFirst = !facts.offer?.worksBeforeFullPayment && !deferralIsAgreed(facts);
  const paidOn = paidFirst ? dayReached(facts, shareGross(facts)) : null;
  return (
    notInTheFuture('on', on, today, 'II.2.2') ??
    notBefore(
      'on',
      on,
      facts.inForceOn,
      'II.2.2',
      say('līguma spēkā stāšanās', 'the contract’s entry into force'),
    ) ??
    notBefore(
      'on',
      on,
      paidOn?.toString() ?? null,
      'II.2.2',
      say('klienta daļas samaksa', 'the payment of the customer share'),
    )
  );
};

const designIsThere: Standing = (facts) =>
  facts.route?.designNeeded && facts.designReceivedOn === null && facts.route.designBy !== 'operator'
    ? refuse({
        code: 'works.no-design',
        clause: 'II.2.3',
        detail: say(
          'Darbus sāk pēc būvprojekta, bet tas vēl nav saņemts.',
          'The works follow the design, and it has not been received yet.',
        ),
      })
    : null;

const write: Writing<Started> = (_facts, { data: { on } }) => ({ worksStartedOn: on });

/** The works begin (II.2.2). */
export const worksStarted = act({
  type: 'works.started',
  clause: 'II.2.2',
  data,
  form: { on: { first: 'today' } },
  by: { engineer: 'operator' },
  weight: 'carries-on',
  ways: {
    designing: {
      clause: 'II.2.3',
      says: 'The operator begins with the design that it organises.',
      possible: { designIsStillToCome, shareAllowsWorks, designIsThere },
      allowed: { worksStartDateCanBe, withdrawalPeriodAllowsWorks },
      write,
    },
    building: {
      says: 'The share is paid and the design is there: building begins.',
      possible: { shareAllowsWorks, designIsThere },
      allowed: { worksStartDateCanBe, withdrawalPeriodAllowsWorks },
      write,
    },
  },
});
