import { Decimal } from 'decimal.js';
import { expect } from 'vitest';
import { day, isBefore } from '../../../src/law/days.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { awaitsOf } from '../../../workflows/awaits.ts';
import { DEADLINE_NAMES, deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import {
  countedReceipts,
  demanded,
  demandIsMet,
  moneyOf,
  openSuspensions,
  shareIsPaid,
  suspendedDays,
  termLastDay,
} from '../../../workflows/derived.ts';
import type { EventType } from '../../../workflows/events.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { OPERATOR_NOTICES } from '../../../workflows/notices.ts';
import { possibleActs, situationOf } from '../../../workflows/step.ts';
import { factsOf, regionsOf, type Story, statusOf, todayOf, withSettings } from '../../builders/index.ts';
import type { Taken } from './walk.ts';

/** What must hold wherever the walk stands, and between two places of it (ledger 2.2 and 11). */

const ENDED: ReadonlySet<string> = new Set(['annulled', 'withdrawn', 'terminated', 'closed']);
const UNION = lawBook();
const SUM = withSettings({ 'suspension.length': 'sumOfDays' });

/** Ledger 2.2: end states accept only money, correspondence, personal data and corrections; 11.4 leads back. */
const AFTER_THE_END: ReadonlySet<EventType> = new Set<EventType>([
  'payment.received',
  'refund.decided',
  'refund.paid',
  'debt.warned',
  'debt.handed-over',
  'complaint.filed',
  'complaint.answered',
  'notice.failed',
  'details.changed',
  'authority.filed',
  'authority.revoked',
  'customer.identified',
  'old-supply.cut',
  'application.reinstated',
  'deadline.passed',
]);
/** Ledger 2.2: what the clock may do without a person. */
const BY_THE_CLOCK: ReadonlySet<EventType> = new Set<EventType>([
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

const soundStates: Readonly<Record<string, (story: Story, facts: Facts) => void>> = {
  'every deadline has exactly one of lastDay and earliestDay, one a name'(story) {
    const deadlines = deadlinesOf(situationOf(story.state), story.law);
    const names = deadlines.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, lastDay, earliestDay, because } of deadlines) {
      expect(DEADLINE_NAMES).toContain(name);
      expect((lastDay === null) !== (earliestDay === null)).toBe(true);
      expect(because.lv && because.en).toBeTruthy();
    }
  },
  'nothing that is due is left undone'(story) {
    for (const { name, dueAt } of timersOf(situationOf(story.state), story.law)) {
      expect(Temporal.Instant.compare(dueAt, story.now), `${name} due ${dueAt}`).toBe(1);
    }
  },
  'regions are null before a contract and stand with it'(story, facts) {
    expect(regionsOf(story) === null).toBe(facts.inForceOn === null);
  },
  'an ended case has an ending, a live one none'(story, facts) {
    expect(facts.ending !== null).toBe(ENDED.has(statusOf(story)));
    if (facts.ending) expect(facts.ending.on <= todayOf(story)).toBe(true);
    if (facts.ending && facts.inForceOn) expect(facts.ending.on >= facts.inForceOn).toBe(true);
  },
  'money is never negative and no more goes back than came in'(_story, facts) {
    for (const amount of Object.values(moneyOf(facts))) expect(new Decimal(amount).isNegative()).toBe(false);
    expect(countedReceipts(facts).gte(facts.refund?.paid ?? 0)).toBe(true);
  },
  'shares add up to the fee'(_story, { offer }) {
    if (offer)
      expect(new Decimal(offer.quote.customerShareNet).plus(offer.quote.operatorShareNet).toFixed(2)).toBe(
        offer.quote.connectionFeeNet,
      );
  },
  'the union of suspensions is at most their sum'(_story, facts) {
    expect(suspendedDays(facts, UNION)).toBeLessThanOrEqual(suspendedDays(facts, SUM));
  },
  'the status says what the facts say'(story, facts) {
    const status = statusOf(story);
    const live = !ENDED.has(status);
    if (live) expect(status === 'objected', 'objection').toBe(facts.objection?.outcome === 'pending');
    if (live) expect(status === 'suspended', 'suspension').toBe(openSuspensions(facts).length > 0);
    if (status === 'annulment-warned') expect(facts.warning).not.toBeNull();
    if (facts.inForceOn !== null) expect(facts.term).not.toBeNull();
    if (status === 'fulfilled')
      expect(facts.completedOn !== null && facts.readiness !== null && shareIsPaid(facts)).toBe(true);
    expect(['customer', 'operator', 'nobody']).toContain(awaitsOf(situationOf(story.state)));
  },
  'the regions say what the facts say'(story, facts) {
    const regions = regionsOf(story);
    if (!regions || ENDED.has(statusOf(story))) return;
    expect(regions.payment === 'paid', 'paid').toBe(shareIsPaid(facts));
    if (['overdue', 'debt-warned'].includes(regions.payment)) {
      expect(demandIsMet(facts), 'demand of an overdue payment').toBe(false);
      expect(isBefore(demanded(facts)!.dueOn, day(todayOf(story))), 'overdue before its day').toBe(true);
    }
    expect(regions.works === 'completed').toBe(facts.completedOn !== null);
    expect(regions.works === 'not-started').toBe(facts.worksStartedOn === null);
    expect(regions.readiness === 'confirmed').toBe(facts.readiness !== null);
    expect(regions.link === 'connected').toBe(facts.connected !== null);
    if (facts.connected)
      expect(facts.completedOn! <= facts.connected.on && facts.worksStartedOn! <= facts.connected.on).toBe(
        true,
      );
  },
  'what is possible now can be told'(story) {
    for (const { type, description } of possibleActs(story.state, {
      today: todayOf(story),
      at: story.now.toString(),
      law: story.law,
    })) {
      expect(type).not.toBe('deadline.passed');
      expect(description.length, type).toBeGreaterThan(0);
    }
  },
};

const soundSteps: Readonly<Record<string, (taken: Taken, before: Facts, after: Facts) => void>> = {
  'a refusal changes nothing'({ before, after, refusal }) {
    if (refusal) expect(after).toBe(before);
    if (refusal) expect(refusal.detail.lv && refusal.detail.en).toBeTruthy();
  },
  'the term never moves earlier'({ after: { law }, type }, before, after) {
    if (before.inForceOn === null || after.inForceOn === null || type === 'application.reinstated') return;
    expect(isBefore(termLastDay(after, law)!, termLastDay(before, law)!)).toBe(false);
  },
  'only reinstatement leads back from an end'({ before, after, type }) {
    if (!ENDED.has(statusOf(before)) || ENDED.has(statusOf(after))) return;
    expect(type).toBe('application.reinstated');
    expect(statusOf(after)).toBe('evaluating');
  },
  'an end accepts money, correspondence, personal data and corrections only'({ before, refusal, type }) {
    if (ENDED.has(statusOf(before)) && !refusal && type) expect(AFTER_THE_END).toContain(type);
  },
  'the clock uses no right of the operator'({ before, after }) {
    for (const { event, state } of after.happened.slice(before.happened.length)) {
      if (!event.byClock) continue;
      expect(BY_THE_CLOCK).toContain(event.type);
      if (state.facts.ending) expect(ENDS_BY_THE_CLOCK).toContain(state.facts.ending.reason);
    }
  },
  'letters are those of the ledger'({ before, after }) {
    for (const { effects } of after.happened.slice(before.happened.length))
      for (const effect of effects)
        if (effect.type === 'sendNotice') expect(OPERATOR_NOTICES).toContain(effect.notice);
  },
};

export function assertSound(taken: Taken): void {
  for (const place of [taken.before, taken.after]) {
    for (const [name, holds] of Object.entries(soundStates)) named(name, () => holds(place, factsOf(place)));
  }
  for (const [name, holds] of Object.entries(soundSteps))
    named(name, () => holds(taken, factsOf(taken.before), factsOf(taken.after)));
}

function named(name: string, assert: () => void): void {
  try {
    assert();
  } catch (cause) {
    throw new Error(`Not so: ${name}. ${(cause as Error).message}`, { cause });
  }
}
