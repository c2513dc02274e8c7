import { type Day, day, earlierOf, lastDayWithin, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { termsOf } from '../derived.ts';
import type { Facts } from '../facts.ts';
import { deadline, hasEnded, type Situation, type Standing, stateByDone } from './deadline.ts';

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

function standing(situation: Situation, law: LawBook): Standing | null {
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
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: clock.afterDesign ? 'II.11.1.2' : 'II.11.1.1',
    state,
    because: () =>
      clock.afterDesign
        ? say(
            `${terms[name]} dienas no projekta saņemšanas vai būvnieka noteikšanas ${clock.start}: līdz ${lastDay}.`,
            `${terms[name]} days from the design or contractor of ${clock.start}: until ${lastDay}.`,
          )
        : say(
            `${terms[name]} dienas no pieteikuma saņemšanas ${clock.start}: līdz ${lastDay}.`,
            `${terms[name]} days from receipt of the application on ${clock.start}: until ${lastDay}.`,
          ),
    used: () => [terms.used(name), law.usedSetting('offerClock.start', clock.start)],
  };
}

/** The offer is due within 20 days of the application, or 30 of design and contractor (II.11.1). */
export const offer = deadline({
  name: 'offer',
  of: standing,
  isStillToCome: (facts) => facts.offer === null,
  flag: () => 'offer-breach',
});
