import { type Day, day, earlierOf, lastDayWithin, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import {
  annulmentEarliestDay,
  customerDidNoneOfTheThree,
  termsOf,
  windowLastDay,
  windowStart,
} from '../derived.ts';
import type { Facts } from '../facts.ts';
import { type Deadline, type DeadlineState, hasEnded, type Situation, stateByDone } from './deadline.ts';

interface OfferClock {
  readonly start: Day;
  readonly afterDesign: boolean;
}

/** Whether the longer time of II.11.1.2 applies: where either is needed, or both by the other reading (OQ-LC-1). */
function needsLonger({ route }: Facts, law: LawBook, received: Day): boolean {
  const needs = [route?.designNeeded === true, route?.contractorNeeded === true];
  return law.setting('offerClock.mixedNeed', received) === 'both'
    ? needs.every(Boolean)
    : needs.some(Boolean);
}

/** Day of the later of the needed design and contractor (OQ-LC-3); null while one of them is still to come. */
function triggerOf({ route, designReceivedOn, contractor }: Facts, law: LawBook, received: Day): Day | null {
  const needed = [
    ...(route?.designNeeded ? [designReceivedOn] : []),
    ...(route?.contractorNeeded ? [contractor?.on ?? null] : []),
  ];
  const known = needed.filter((on) => on !== null).map(day);
  if (known.length < needed.length) return null;
  return known.reduce(law.setting('offerClock.bothNeeded', received) === 'laterEvent' ? laterOf : earlierOf);
}

/** II.11.1.1 from receipt, or II.11.1.2 from its trigger; no clock runs before that, and after a reinstatement none from
 *  before it (II.11.4). */
function offerClock({ facts }: Situation, law: LawBook): OfferClock | null {
  if (!facts.receivedOn) return null;
  const received = day(facts.receivedOn);
  const since = facts.reinstatedOn ? laterOf(received, day(facts.reinstatedOn)) : received;
  if (needsLonger(facts, law, received)) {
    const trigger = triggerOf(facts, law, received);
    return trigger && { start: laterOf(trigger, since), afterDesign: true };
  }
  const completed = law.setting('offerClock.start', received) === 'completed' && facts.suppliedOn;
  return { start: completed ? laterOf(day(completed), since) : since, afterDesign: false };
}

export function offerDeadline(situation: Situation, law: LawBook): Deadline | null {
  const clock = offerClock(situation, law);
  if (!clock) return null;
  const { facts } = situation;
  const terms = termsOf(facts, law, clock.start);
  const name = clock.afterDesign ? 'offerDaysAfterDesign' : 'offerDays';
  const lastDay = lastDayWithin(clock.start, terms[name]);
  const byReceipt = law.setting('ownDeadline.metOn', clock.start) === 'deemedReceipt';
  const issuedOn = facts.offer
    ? day(byReceipt ? facts.offer.deemedReceivedOn : facts.offer.firstIssuedOn)
    : null;
  const state =
    hasEnded(situation) && !issuedOn ? 'void' : stateByDone(lastDay, issuedOn, facts.passed.offer);
  return {
    name: 'offer',
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: clock.afterDesign ? 'II.11.1.2' : 'II.11.1.1',
    state,
    because: clock.afterDesign
      ? say(
          `${terms[name]} dienas no projekta saņemšanas vai būvnieka noteikšanas ${clock.start}: līdz ${lastDay}.`,
          `${terms[name]} days from the design or contractor of ${clock.start}: until ${lastDay}.`,
        )
      : say(
          `${terms[name]} dienas no pieteikuma saņemšanas ${clock.start}: līdz ${lastDay}.`,
          `${terms[name]} days from receipt of the application on ${clock.start}: until ${lastDay}.`,
        ),
    used: [terms.used(name), law.usedSetting('offerClock.start', clock.start)],
  };
}

export function objectionWindow(situation: Situation, law: LawBook): Deadline | null {
  const { facts, status } = situation;
  if (!facts.offer) return null;
  const start = windowStart(facts.offer, law);
  const lastDay = windowLastDay(facts, facts.offer, law);
  const terms = termsOf(facts, law, day(facts.offer.issuedOn));
  const lapsed = status === 'offer-lapsed' || status === 'annulment-warned' || status === 'annulled';
  const acted = facts.inForceOn !== null || status === 'objected' || !customerDidNoneOfTheThree(facts);
  const state: DeadlineState =
    status === 'withdrawn'
      ? 'void'
      : acted
        ? 'met'
        : lapsed || facts.passed['objection-window'] === lastDay.toString()
          ? 'missed'
          : 'running';
  return {
    name: 'objection-window',
    lastDay,
    earliestDay: null,
    awaits: 'customer',
    clause: 'II.11.2',
    state,
    because: say(
      `${terms.objectionDays} dienas no piedāvājuma ${start} (izsniegts ${facts.offer.issuedOn}): līdz ${lastDay} plkst. 24:00.`,
      `${terms.objectionDays} days from ${start} (offer issued on ${facts.offer.issuedOn}): until the end of ${lastDay}.`,
    ),
    used: [terms.used('objectionDays'), law.usedSetting('offerWindow.start', day(facts.offer.issuedOn))],
  };
}

export function objectionAnswer(situation: Situation, law: LawBook): Deadline | null {
  const { facts } = situation;
  const objection = facts.objection ?? facts.objectionsBefore.at(-1);
  if (!objection) return null;
  const filedOn = day(objection.on);
  const terms = termsOf(facts, law, filedOn);
  const lastDay = lastDayWithin(filedOn, terms.objectionAnswerDays);
  const decidedOn = objection.decidedOn ? day(objection.decidedOn) : null;
  const dropped = objection.outcome === 'moot' || (hasEnded(situation) && !decidedOn);
  return {
    name: 'objection-answer',
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: 'II.11.2',
    state: dropped ? 'void' : stateByDone(lastDay, decidedOn, facts.passed['objection-answer']),
    because: say(
      `${terms.objectionAnswerDays} dienas no iebilduma ${filedOn}: līdz ${lastDay}.`,
      `${terms.objectionAnswerDays} days from the objection of ${filedOn}: until ${lastDay}.`,
    ),
    used: [terms.used('objectionAnswerDays')],
  };
}

export function annulmentEarliest(situation: Situation, law: LawBook): Deadline | null {
  const { facts, status } = situation;
  const received = facts.warning?.deemedReceivedOn;
  if (!received) return null;
  const terms = termsOf(facts, law, day(received));
  const earliestDay = annulmentEarliestDay(facts, law);
  if (!earliestDay) return null;
  const still = status === 'annulment-warned' && customerDidNoneOfTheThree(facts);
  const state: DeadlineState =
    status === 'annulled' ? 'met' : !still ? 'void' : facts.annulmentHold ? 'frozen' : 'running';
  const automatic = law.setting('annulment.mode', earliestDay) === 'automatic';
  return {
    name: 'annulment-earliest',
    lastDay: null,
    earliestDay,
    awaits: 'customer',
    clause: 'II.11.3',
    state,
    because: say(
      `Brīdinājums saņemts ${received}; jāpaiet ${terms.annulmentWarningDays} pilnām dienām, tāpēc anulēt var no ${earliestDay}.`,
      `The warning was received on ${received}; ${terms.annulmentWarningDays} complete days must pass, so annulment is lawful from ${earliestDay}.`,
    ),
    used: [terms.used('annulmentWarningDays'), law.usedSetting('annulment.mode', earliestDay)],
    ...(automatic ? { clockDoes: 'application.annulled' as const } : {}),
  };
}

export function complaintAnswer({ facts }: Situation, law: LawBook): Deadline | null {
  if (!facts.complaint) return null;
  const filedOn = day(facts.complaint.on);
  const terms = termsOf(facts, law, filedOn);
  const name = facts.complaint.extraChecks ? 'complaintDaysExtraChecks' : 'complaintDays';
  const lastDay = lastDayWithin(filedOn, terms[name]);
  const answeredOn = facts.complaint.answeredOn ? day(facts.complaint.answeredOn) : null;
  return {
    name: 'complaint-answer',
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: 'II.16.5',
    state: stateByDone(lastDay, answeredOn, facts.passed['complaint-answer']),
    because: say(
      `${terms[name]} dienas no iesnieguma ${filedOn}${facts.complaint.extraChecks ? ' ar papildu pārbaudi' : ''}: līdz ${lastDay}.`,
      `${terms[name]} days from the submission of ${filedOn}${facts.complaint.extraChecks ? ' with extra checks' : ''}: until ${lastDay}.`,
    ),
    used: [terms.used(name)],
  };
}
