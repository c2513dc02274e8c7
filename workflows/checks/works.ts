import { day, isAfter, isBefore } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import {
  dayReached,
  deferralIsAgreed,
  openSuspensions,
  outstanding,
  shareGross,
  shareIsPaid,
  termsOf,
  withdrawalLastDay,
} from '../derived.ts';
import type { SUSPENSION_REASONS } from '../events.ts';
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

export const SUSPENSION_CLAUSES: Readonly<Record<(typeof SUSPENSION_REASONS)[number], string>> = {
  'design-flaws': 'II.13.1.1',
  'preparatory-works': 'II.13.1.2',
  'adverse-conditions': 'II.13.1.3',
  'digging-ban': 'II.13.1.4',
};

/** II.2.2: works start after the full customer share, unless Part I says otherwise or the payment is deferred. */
const shareAllowsWorks: Check = (facts) =>
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
const withdrawalPeriodAllowsWorks: Check = check<'works.started'>((facts, { data, law }) => {
  const last = withdrawalLastDay(facts, law);
  const asked =
    facts.offer?.worksInWithdrawalPeriod ||
    law.setting('works.inWithdrawalPeriod', day(data.on)) === 'allowed';
  if (asked || last === null || isAfter(day(data.on), last)) return null;
  return tooEarly(
    'works.within-withdrawal-period',
    'II.15',
    last.add({ days: 1 }),
    say(
      `Klients var atteikties līdz ${last}. Darbus sāk pēc tam, ja vien klients rakstiski nav lūdzis sākt agrāk.`,
      `The customer may withdraw until ${last}. Works start after that, unless the customer asked in writing for an earlier start.`,
    ),
  );
});

/** The works start with the contract in force and, where the share comes first, not before the day on which it was paid. */
const worksStartDateCanBe: Check = check<'works.started'>((facts, { data, today }) => {
  const paidFirst = !facts.offer?.worksBeforeFullPayment && !deferralIsAgreed(facts);
  const paidOn = paidFirst ? dayReached(facts, shareGross(facts)) : null;
  return (
    notInTheFuture('on', data.on, today, 'II.2.2') ??
    notBefore(
      'on',
      data.on,
      facts.inForceOn,
      'II.2.2',
      say('līguma spēkā stāšanās', 'the contract’s entry into force'),
    ) ??
    notBefore(
      'on',
      data.on,
      paidOn?.toString() ?? null,
      'II.2.2',
      say('klienta daļas samaksa', 'the payment of the customer share'),
    )
  );
});

const designIsThere: Check = (facts) =>
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

const completionDateCanBe: Check = check<'works.completed'>(
  (facts, { data, today }) =>
    notInTheFuture('on', data.on, today, 'II.2.7') ??
    notBefore('on', data.on, facts.worksStartedOn, 'II.2.7', say('darbu sākums', 'the start of the works')),
);

/** OQ-SUS-2: a suspension starts on the date in its notice, not before the notice; conditions of II.13.1.3 have begun
 *  before it (T-34). */
const suspensionDateCanBe: Check = check<'works.suspended'>((facts, { data, today, law }) => {
  const clause = SUSPENSION_CLAUSES[data.reason];
  const wrong =
    notInTheFuture('from', data.from, today, clause) ??
    notBefore(
      'from',
      data.from,
      facts.inForceOn,
      clause,
      say('līguma spēkā stāšanās', 'the contract’s entry into force'),
    );
  if (wrong) return wrong;
  if (data.reason !== 'adverse-conditions' && isBefore(day(data.from), day(today)))
    return notBefore('from', data.from, today, clause, say('paziņojuma diena', 'the day of the notice'));
  if (
    data.reason === 'preparatory-works' &&
    data.source === 'TP' &&
    law.setting('prepWorks.sources', day(today)) === 'TR,design'
  )
    return fieldRefusal(
      'source',
      clause,
      say(
        'Sagatavošanas darbiem jābūt tehniskajos noteikumos vai projektā.',
        'Preparatory works must stand in the technical rules or the design.',
      ),
    );
  if ('remedyBy' in data && !isAfter(day(data.remedyBy), day(data.from)))
    return fieldRefusal(
      'remedyBy',
      clause,
      say(
        'Novēršanas dienai jābūt pēc apturēšanas dienas.',
        'The remedy date must lie after the day of suspension.',
      ),
    );
  if (data.likelyEndOn !== undefined && isBefore(day(data.likelyEndOn), day(data.from)))
    return fieldRefusal(
      'likelyEndOn',
      clause,
      say('Iespējamās beigas nevar būt pirms sākuma.', 'The likely end cannot lie before the start.'),
    );
  return null;
});

const reasonIsNotOpen: Check = check<'works.suspended'>((facts, { data }) =>
  openSuspensions(facts).some((one) => one.reason === data.reason)
    ? refuse({
        code: 'suspension.already-open',
        clause: SUSPENSION_CLAUSES[data.reason],
        detail: say(
          'Darbi šī iemesla dēļ jau ir apturēti.',
          'The works are already suspended for this reason.',
        ),
      })
    : null,
);

/** II.13.1.3 alone may be invoked by either party. */
const partyMaySuspend: Check = check<'works.suspended' | 'works.resumed'>((_facts, { data, party }) =>
  party === 'operator' || data.reason === 'adverse-conditions'
    ? null
    : refuse({
        code: 'suspension.operator-only',
        kind: 'forbidden',
        clause: SUSPENSION_CLAUSES[data.reason],
        detail: say(
          'Šī iemesla dēļ darbus aptur tikai operators.',
          'Only the operator suspends the works for this reason.',
        ),
      }),
);

const reasonIsOpen: Check = check<'works.resumed'>((facts, { data, today }) => {
  const clause = SUSPENSION_CLAUSES[data.reason];
  const open = openSuspensions(facts).find((one) => one.reason === data.reason);
  if (!open)
    return refuse({
      code: 'suspension.not-open',
      clause,
      detail: say('Darbi šī iemesla dēļ nav apturēti.', 'The works are not suspended for this reason.'),
    });
  return (
    notInTheFuture('on', data.on, today, clause) ??
    notBefore('on', data.on, open.from, clause, say('apturēšanas sākums', 'the start of the suspension'))
  );
});

const lastReasonEnds = choose(
  (facts, event) =>
    event.type === 'works.resumed' && openSuspensions(facts).every((one) => one.reason === event.data.reason),
);

export const isSuspended = (facts: Facts): boolean => openSuspensions(facts).length > 0;

/** The ground of 13.1.3 exists from the sixth day; day five is the last of the notice (T-33). */
export function noticeLastDay(facts: Facts, from: string, includingFirst: boolean, law: LawBook) {
  const days = termsOf(facts, law, day(from)).adverseConditionsNoticeDays;
  return day(from).add({ days: includingFirst ? days - 1 : days });
}

/** II.17.2: the same count of five days as under 13.1.3. */
export function forceMajeureNoticeLastDay(facts: Facts, from: string, law: LawBook) {
  const days = termsOf(facts, law, day(from)).forceMajeureNoticeDays;
  return day(from).add({
    days: law.setting('suspension.noticeCounting', day(from)) === 'includingFirstDay' ? days - 1 : days,
  });
}

export const WORKS_CHECKS = {
  reasonIs: check<'works.suspended'>((_facts, { data }, params) =>
    data.reason === params?.reason ? null : 'not-this-way',
  ),
  shareAllowsWorks,
  withdrawalPeriodAllowsWorks,
  worksStartDateCanBe,
  designIsThere,
  completionDateCanBe,
  suspensionDateCanBe,
  reasonIsNotOpen,
  partyMaySuspend,
  reasonIsOpen,
  lastReasonEnds,
} as const satisfies Record<string, Check>;
