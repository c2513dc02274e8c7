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
import { type Deadline, type DeadlineState, hasEnded, type Situation, stateByDone } from './deadline.ts';

interface OfferClock {
  readonly start: Day;
  readonly afterDesign: boolean;
}

/** II.11.1.1 from receipt, or II.11.1.2 from the later of the needed design and contractor (OQ-LC-1, OQ-LC-3); no clock
 *  runs before its trigger. */
function offerClock({ facts }: Situation, law: LawBook): OfferClock | null {
  if (facts.reinstatedOn) return { start: day(facts.reinstatedOn), afterDesign: false };
  if (!facts.receivedOn) return null;
  const { route } = facts;
  const both = law.setting('offerClock.mixedNeed', day(facts.receivedOn)) === 'both';
  const longer = both
    ? route?.designNeeded && route.contractorNeeded
    : route?.designNeeded || route?.contractorNeeded;
  if (route && longer) {
    const triggers = [
      route.designNeeded ? facts.designReceivedOn : undefined,
      route.contractorNeeded ? facts.contractor?.on : undefined,
    ].filter((trigger) => trigger !== undefined);
    if (triggers.some((trigger) => !trigger) || (route.contractorNeeded && !facts.contractor)) return null;
    return {
      start: triggers
        .map((trigger) => day(trigger!))
        .reduce(
          law.setting('offerClock.bothNeeded', day(facts.receivedOn)) === 'laterEvent' ? laterOf : earlierOf,
        ),
      afterDesign: true,
    };
  }
  const received = day(facts.receivedOn);
  const completed = law.setting('offerClock.start', received) === 'completed' && facts.suppliedOn;
  return { start: completed ? day(facts.suppliedOn!) : received, afterDesign: false };
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
