import { Decimal } from 'decimal.js';
import { day, isBefore } from '../../../src/law/days.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { awaitsOf } from '../../../workflows/awaits.ts';
import { DEADLINE_NAMES, deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import { dueAt } from '../../../workflows/deadlines/timer.ts';
import {
  countedReceipts,
  customerDidNoneOfTheThree,
  demanded,
  demandIsMet,
  moneyOf,
  openSuspensions,
  shareIsPaid,
  suspendedDays,
  termLastDay,
  windowLastDay,
} from '../../../workflows/derived.ts';
import type { EventType } from '../../../workflows/events.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { OPERATOR_NOTICES } from '../../../workflows/notices.ts';
import { possibleActs, situationOf } from '../../../workflows/step.ts';
import { factsOf, regionsOf, type Story, statusOf, todayOf, withSettings } from '../../builders/index.ts';
import type { Taken } from './walk.ts';

/** What must hold wherever the walk stands, and between two places of it (readings.md#life). Plain comparisons: they
 *  are made some hundred thousand times. */

const ENDED: ReadonlySet<string> = new Set(['annulled', 'withdrawn', 'terminated', 'closed']);
export const hasEnded = (story: Story): boolean => ENDED.has(statusOf(story));

const UNION = lawBook();
const SUM = withSettings({ 'suspension.length': 'sumOfDays' });

/** End states accept only money, correspondence, personal data and corrections; 11.4 leads back. */
const AFTER_THE_END: ReadonlySet<string> = new Set<EventType>([
  'payment.received',
  'refund.decided',
  'refund.paid',
  'debt.warned',
  'debt.handed-over',
  'complaint.filed',
  'complaint.answered',
  'data-request.filed',
  'data-request.prolonged',
  'data-request.answered',
  'disclosure.notified',
  'notice.failed',
  'notice.dispatched',
  'details.changed',
  'authority.filed',
  'authority.revoked',
  'customer.identified',
  'old-supply.cut',
  'application.reinstated',
]);
/** What the clock may do without a person, and the ends that run by themselves. */
const BY_THE_CLOCK: ReadonlySet<string> = new Set<EventType>([
  'deadline.passed',
  'annulment.warned',
  'application.annulled',
]);
const ENDS_BY_THE_CLOCK: ReadonlySet<string> = new Set([
  'annulled',
  'nonPayment',
  'forceMajeure',
  'fulfilled',
]);
const LETTERS: ReadonlySet<string> = new Set(OPERATOR_NOTICES);

/** A second suspension has a remedy day of its own; the term is looked at again when readiness falls away (T-21), and the
 *  time for the connection begins anew with each confirmation, which may be dated back (T-23): the same day may come round
 *  for them. */
const MAY_PASS_AGAIN: ReadonlySet<string> = new Set(['remedy', 'term', 'connection']);

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const soundPlaces: readonly ((story: Story, facts: Facts) => void)[] = [
  function deadlinesHaveOneDayEach(story) {
    const deadlines = deadlinesOf(situationOf(story.state), story.law);
    must(new Set(deadlines.map(({ name }) => name)).size === deadlines.length, 'a deadline stands twice');
    for (const { name, lastDay, earliestDay, because } of deadlines) {
      must(DEADLINE_NAMES.includes(name), `deadline ${name} is not of the face`);
      must((lastDay === null) !== (earliestDay === null), `${name} has not exactly one day`);
      must(because().lv !== '' && because().en !== '', `${name} is not explained`);
    }
  },
  function nothingDueIsLeftUndone(story) {
    for (const timer of timersOf(situationOf(story.state), story.law))
      must(
        Temporal.Instant.compare(dueAt(timer, story.law), story.now) > 0,
        `${timer.name} was due on ${timer.on}`,
      );
  },
  function endingsAndRegionsStandWithTheirStatus(story, facts) {
    const { ending, inForceOn } = facts;
    must(
      (regionsOf(story) === null) === (inForceOn === null),
      'regions stand without a contract, or do not with one',
    );
    must((ending !== null) === hasEnded(story), 'an ending stands without its status');
    must(ending === null || ending.on <= todayOf(story), 'the end lies in the future');
    must(ending === null || inForceOn === null || ending.on >= inForceOn, 'the end lies before the contract');
  },
  function moneyIsNeverNegative(_story, facts) {
    const amounts = Object.values(moneyOf(facts));
    must(!amounts.some((amount) => amount.startsWith('-')), `money is negative: ${amounts.join(', ')}`);
    must(countedReceipts(facts).gte(facts.refund?.paid ?? 0), 'more went back than came in');
  },
  function sharesAddUpToTheFee(_story, { offer }) {
    if (!offer) return;
    const { customerShareNet, operatorShareNet, connectionFeeNet } = offer.quote;
    must(
      new Decimal(customerShareNet).plus(operatorShareNet).equals(connectionFeeNet),
      'shares do not add up',
    );
  },
  function unionOfSuspensionsIsAtMostTheirSum(_story, facts) {
    must(suspendedDays(facts, UNION) <= suspendedDays(facts, SUM), 'the union is more than the sum');
  },
  function statusSaysWhatTheFactsSay(story, facts) {
    const status = statusOf(story);
    const live = !hasEnded(story);
    must(
      !live || (status === 'objected') === (facts.objection?.outcome === 'pending'),
      'objected, but none is pending',
    );
    must(
      !live || (status === 'suspended') === openSuspensions(facts).length > 0,
      'suspended without a reason',
    );
    must(status !== 'annulment-warned' || facts.warning !== null, 'warned without a warning');
    must((facts.inForceOn === null) === (facts.term === null), 'a contract without a term');
    const fulfilled = facts.completedOn !== null && facts.readiness !== null && shareIsPaid(facts);
    must(status !== 'fulfilled' || fulfilled, 'fulfilled, but one side has not');
    must(['customer', 'operator', 'nobody'].includes(awaitsOf(situationOf(story.state))), 'nobody’s turn');
  },
  function anOfferStaysOpenOnlyInItsWindowOrForWhoActed(story, facts) {
    if (statusOf(story) !== 'offered' || !facts.offer) return;
    const isOver = isBefore(windowLastDay(facts, facts.offer, story.law), day(todayOf(story)));
    must(!isOver || !customerDidNoneOfTheThree(facts), 'an offer that nobody took up did not lapse');
  },
  function regionsSayWhatTheFactsSay(story, facts) {
    const regions = regionsOf(story);
    if (!regions || hasEnded(story)) return;
    must((regions.payment === 'paid') === shareIsPaid(facts), `payment is ${regions.payment}`);
    if (['overdue', 'debt-warned'].includes(regions.payment)) {
      must(!demandIsMet(facts), 'overdue, but paid');
      must(isBefore(demanded(facts)!.dueOn, day(todayOf(story))), 'overdue before its day');
    }
    must((regions.works === 'completed') === (facts.completedOn !== null), `works are ${regions.works}`);
    must((regions.works === 'not-started') === (facts.worksStartedOn === null), `works are ${regions.works}`);
    must(
      (regions.readiness === 'confirmed') === (facts.readiness !== null),
      `readiness is ${regions.readiness}`,
    );
    must((regions.link === 'connected') === (facts.connected !== null), `link is ${regions.link}`);
    must(facts.connected === null || facts.completedOn! <= facts.connected.on, 'connected before completion');
  },
  function whatIsPossibleNowCanBeTold(story) {
    const now = { today: todayOf(story), at: story.now.toString(), law: story.law };
    for (const { type, description } of possibleActs(story.state, now))
      must(description !== '' && type !== 'deadline.passed', `${type} is offered without a word`);
  },
];

const soundMoves: readonly ((taken: Taken, before: Facts, after: Facts) => void)[] = [
  function aRefusalChangesNothing({ before, after, refusal }) {
    must(refusal === null || after === before, 'a refused act changed the case');
    must(
      refusal === null || (refusal.detail.lv !== '' && refusal.detail.en !== ''),
      'a refusal without words',
    );
  },
  function theTermNeverMovesEarlier({ after: { law }, type }, before, after) {
    if (before.inForceOn === null || after.inForceOn === null || type === 'application.reinstated') return;
    must(!isBefore(termLastDay(after, law)!, termLastDay(before, law)!), 'the term moved earlier');
  },
  function onlyReinstatementLeadsBackFromAnEnd({ before, after, type }) {
    if (!hasEnded(before) || hasEnded(after)) return;
    must(
      type === 'application.reinstated' && statusOf(after) === 'evaluating',
      `${type} led back to ${statusOf(after)}`,
    );
  },
  function anEndAcceptsOnlyMoneyAndCorrespondence({ before, refusal, type }) {
    must(
      !hasEnded(before) || refusal !== null || type === null || AFTER_THE_END.has(type),
      `${type} after the end`,
    );
  },
  function theClockUsesNoRightOfTheOperator({ before, after }) {
    for (const { event, state } of after.happened.slice(before.happened.length)) {
      if (event.role !== 'clock') continue;
      must(BY_THE_CLOCK.has(event.type), `the clock did ${event.type}`);
      const { ending } = state.facts;
      must(
        ending === null ||
          ending.by !== 'operator' ||
          ending.reason === 'annulled' ||
          hasEnded(before) ||
          ENDS_BY_THE_CLOCK.has(ending.reason),
        `the clock ended for ${ending?.reason}`,
      );
    }
  },
  function noDeadlinePassesTwice({ before, after }) {
    const noted = new Set<string>();
    const isNew = (index: number): boolean => index >= before.happened.length;
    for (const [index, { event }] of after.happened.entries()) {
      if (event.type !== 'deadline.passed') continue;
      const { name, day: on } = event.data as { name: string; day: string };
      must(
        !isNew(index) || MAY_PASS_AGAIN.has(name) || !noted.has(`${name} ${on}`),
        `${name} of ${on} passed twice`,
      );
      noted.add(`${name} ${on}`);
    }
  },
  function lettersAreThoseOfTheList({ before, after }) {
    for (const { effects } of after.happened.slice(before.happened.length))
      for (const effect of effects)
        must(effect.type !== 'sendNotice' || LETTERS.has(effect.notice), 'an unknown letter');
  },
];

function checked(name: string, holds: () => void): void {
  try {
    holds();
  } catch (cause) {
    throw new Error(`${name}: ${(cause as Error).message}`, { cause });
  }
}

/** Where the walk stands before and after a move, and the move itself. */
export function assertSound(taken: Taken): void {
  const { before, after } = taken;
  for (const place of before === after ? [after] : [before, after])
    for (const sound of soundPlaces) checked(sound.name, () => sound(place, factsOf(place)));
  for (const sound of soundMoves) checked(sound.name, () => sound(taken, factsOf(before), factsOf(after)));
}
