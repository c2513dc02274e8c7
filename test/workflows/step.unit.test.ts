import { describe, expect, test } from 'vitest';
import { EVENT_DATA } from '../../workflows/events.ts';
import { possibleActs } from '../../workflows/step.ts';
import {
  annulmentHeld,
  applicationWithdrawn,
  building,
  buildingUnpaid,
  complained,
  connected,
  costing,
  drafted,
  evaluating,
  factsOf,
  given,
  issued,
  objected,
  offerIssued,
  paid,
  paidContract,
  ready,
  revised,
  type Story,
  signedContract,
  submitted,
  terminated,
  todayOf,
  until,
  when,
  worksCompleted,
} from '../builders/index.ts';

/** What a step tells beside the new state: its clause, what stays, and what may happen next. */

const clauseOfLast = (story: Story) => story.happened.at(-1)?.clause;

describe('the clause of a step', () => {
  test('is that of the way taken', () => {
    expect(clauseOfLast(given(evaluating('2025-03-01'), issued('2025-03-10')))).toBe('II.11.1');
    expect(clauseOfLast(given(offerIssued('2025-03-10'), objected('2025-03-11')))).toBe('II.11.2');
  });

  test('of an end it is that of the ground on which the contract ended', () => {
    expect(clauseOfLast(given(building('2025-03-10'), terminated('2025-05-01', 'scope')))).toBe('II.14.3.4');
    expect(clauseOfLast(given(building('2025-03-10'), terminated('2025-05-01', 'misled')))).toBe('II.14.3.1');
  });
});

describe('the clause of a step after the end', () => {
  test('is that of the step, not of the end', () => {
    const ended = given(submitted('2025-03-10'), applicationWithdrawn('2025-03-11'));
    expect(clauseOfLast(when(ended, complained('2025-03-12')))).toBe('II.16.5');
  });
});

describe('an act that is possible in a place and around it', () => {
  const revision = (story: Story) =>
    possibleActs(story.state, { today: todayOf(story), at: story.now.toString(), law: story.law }).find(
      ({ type }) => type === 'offer.revised',
    );

  test('is described as the inner place does', () => {
    const answering = given(offerIssued('2025-03-10'), objected('2025-03-11'));
    expect(revision(answering)?.description).toMatch(/objection is founded/);
  });
});

describe('facts that a step writes', () => {
  test('the regions are kept when the contract ends, not before', () => {
    const story = given(building('2025-03-10'));
    expect(factsOf(story).lastRegions).toBeNull();
    expect(factsOf(when(story, terminated('2025-05-01', 'scope'))).lastRegions).toMatchObject({
      works: 'building',
      payment: 'paid',
    });
  });

  test('the last step counts among them: the connection made, or the money that came', () => {
    const owing = [buildingUnpaid('2025-03-10'), worksCompleted('2025-08-10'), ready('2025-08-12')];
    const byMoney = given(...owing, connected('2025-08-13'), paid('2025-08-14'));
    expect(byMoney).toReach('closed');
    expect(factsOf(byMoney).lastRegions).toMatchObject({ payment: 'paid', link: 'connected' });
    const byConnection = given(...owing, paid('2025-08-13'), connected('2025-08-14'));
    expect(factsOf(byConnection).lastRegions).toMatchObject({ payment: 'paid', link: 'connected' });
  });

  test('an application that came to nothing leaves none', () => {
    expect(factsOf(given(offerIssued('2025-03-10'), until('2025-06-01'))).lastRegions).toBeNull();
  });

  test('an offer tells whether it was revised', () => {
    const story = given(offerIssued('2025-03-10'));
    expect(factsOf(story).offer?.revised).toBe(false);
    expect(factsOf(when(story, objected('2025-03-11'), revised('2025-03-12'))).offer?.revised).toBe(true);
  });

  test('staff are told of the same thing once, on the day on which it was first seen', () => {
    const byOther = (on: string) => paid(on, '10.00', { payer: 'Banka AS' });
    const story = given(offerIssued('2025-03-10'), byOther('2025-03-11'), byOther('2025-03-12'));
    expect(factsOf(story).flags).toEqual([{ name: 'third-party-payment', on: '2025-03-11' }]);
  });
});

describe('II.1.1: what Part I may change of Part II', () => {
  const offer = (name: string, value: unknown) =>
    EVENT_DATA['offer.issued'].safeParse({
      quote: costing('5000.00'),
      termOn: '2025-11-10',
      paymentDueOn: '2025-04-09',
      channel: 'portal',
      ownershipBoundary: 'spailes',
      partOne: { [name]: { value, reason: 'agreed' } },
    });

  test.each([
    ['technicalRulesIssuedUntil', '2021-12-31', '31.12.2021'],
    ['smallCustomerShare', '0.4', '1.5'],
    ['objectionDays', 45, 3651],
    ['publicationDays', 60, -1],
    ['deferralMonths', 84, 3651],
    ['deferralVoltTo', 35_000, 110_001],
    ['smallConnectionAmpere', 160, '160'],
  ])('%s may be %j and not %j', (name, accepted, refused) => {
    expect(offer(name, accepted).success).toBe(true);
    expect(offer(name, refused).error?.issues.map(({ path }) => path)).toEqual([['partOne', name, 'value']]);
  });
});

describe('what may happen next', () => {
  const possible = (story: Story) =>
    possibleActs(story.state, { today: todayOf(story), at: story.now.toString(), law: story.law });
  const types = (story: Story): readonly string[] => possible(story).map(({ type }) => type);

  test('is told in the order of its names, each once, with clause and meaning, and nothing of the clock', () => {
    const acts = possible(given(building('2025-03-10')));
    const names = acts.map(({ type }) => type);
    expect(names).toEqual([...new Set(names)].toSorted());
    expect(acts.find(({ type }) => type === 'works.completed')).toEqual({
      type: 'works.completed',
      clause: 'II.2.6',
      description:
        'The day of the written notice is the day of completion; the final invoice follows at once.',
      roles: ['engineer'],
    });
    expect(names.filter((name) => name === 'deadline.passed' || name.startsWith('xstate'))).toEqual([]);
  });

  test('a draft is submitted or kept, and nothing is offered', () => {
    expect(types(given(drafted('2025-03-01')))).toContain('application.submitted');
    expect(types(given(drafted('2025-03-01')))).not.toContain('offer.issued');
  });

  test('II.5.1: an offer follows identification', () => {
    expect(types(given(submitted('2025-03-01')))).not.toContain('offer.issued');
    expect(types(given(evaluating('2025-03-01')))).toContain('offer.issued');
  });

  test('II.11.3: an annulment follows the warning that has run its course, and no hold', () => {
    const warnedCase = given(offerIssued('2025-03-10'), until('2025-04-12'));
    expect(types(warnedCase)).not.toContain('application.annulled');
    expect(types(when(warnedCase, annulmentHeld('2025-04-13')))).toContain('hold.released');
    expect(types(warnedCase)).not.toContain('hold.released');
    expect(types(given(offerIssued('2025-03-10'), until('2025-06-01')))).not.toContain(
      'application.annulled',
    );
  });

  test('II.2.2: works follow the share', () => {
    expect(types(given(signedContract('2025-03-10')))).not.toContain('works.started');
    expect(types(given(paidContract('2025-03-10')))).toContain('works.started');
  });
});
