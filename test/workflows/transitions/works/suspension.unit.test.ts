import { describe, expect, test } from 'vitest';
import {
  building,
  completed,
  costing,
  factsOf,
  given,
  givenUnder,
  paidContract,
  resumed,
  suspended,
  until,
  when,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../../../builders/index.ts';

describe('II.13.1: suspension', () => {
  const works = given(building('2025-03-10', { termOn: '2025-09-30' }));

  test.each([
    ['design-flaws', 'N-SUSP-1', 'II.13.1.1'],
    ['preparatory-works', 'N-SUSP-2', 'II.13.1.2'],
    ['adverse-conditions', 'N-SUSP-3', 'II.13.1.3'],
    ['digging-ban', 'N-SUSP-4', 'II.13.1.4'],
  ] as const)('%s suspends with its own letter, and the term stands still', (reason, letter, clause) => {
    const story = when(works, suspended('2025-06-01', reason));
    expect(story).toReach('suspended');
    expect(story).toStand({ works: 'suspended' });
    expect(story).toHaveSent(letter, { on: '2025-06-01', times: 1 });
    expect(story.happened.at(-1)?.clause).toBe(clause);
    expect(story).toHaveDeadline('term', { lastDay: '2025-09-30', state: 'frozen' });
    expect(when(story, until('2026-01-01'))).toReach('suspended');
  });

  test('resumed: the term moves by the days, by letter and without an amendment (II.12.3)', () => {
    const story = when(works, suspended('2025-06-01', 'design-flaws'), resumed('2025-06-21', 'design-flaws'));
    expect(story).toReach('in-force');
    expect(story).toStand({ works: 'building' });
    expect(story).toHaveSent('N-RESUME', { on: '2025-06-21', times: 1 });
    expect(story).toHaveDeadline('term', { lastDay: '2025-10-20', state: 'running' });
    expect(factsOf(story).amendedOn).toBeNull();
  });

  test('with another reason open the works stay suspended', () => {
    const both = when(
      works,
      suspended('2025-06-01', 'design-flaws'),
      suspended('2025-06-11', 'preparatory-works'),
    );
    const half = when(both, resumed('2025-06-21', 'design-flaws'));
    expect(half).toReach('suspended');
    expect(half).toHaveSent('N-RESUME', { times: 0 });
    const story = when(half, resumed('2025-07-01', 'preparatory-works'));
    expect(story).toReach('in-force');
    expect(story).toHaveDeadline('term', { lastDay: '2025-10-30' });
  });

  test('works that were designing go on designing', () => {
    const quote = costing('5000.00', { operatorOrganisesDesign: true });
    const story = given(
      paidContract('2025-03-10', { quote }),
      worksStarted('2025-03-25'),
      suspended('2025-04-01', 'digging-ban'),
    );
    expect(when(story, resumed('2025-04-10', 'digging-ban'))).toStand({ works: 'designing' });
  });

  test('OQ-SUS-2: not before its notice, not in the future; a remedy date lies after it', () => {
    expect(when(works, suspended('2025-06-05', 'design-flaws', { from: '2025-06-04' }))).toRefuse(
      'too-early.from',
      { allowedFrom: '2025-06-05' },
    );
    expect(when(works, suspended('2025-06-05', 'digging-ban', { from: '2025-06-06' }))).toRefuse(
      'invalid.from',
    );
    expect(when(works, suspended('2025-06-05', 'design-flaws', { remedyBy: '2025-06-05' }))).toRefuse(
      'invalid.remedyBy',
      { clause: 'II.13.1.1' },
    );
  });

  test('II.13.1.3 alone may be invoked by the customer', () => {
    const asCustomer = { role: 'customer' };
    expect(when(works, suspended('2025-06-05', 'adverse-conditions', {}, asCustomer))).toReach('suspended');
    expect(when(works, suspended('2025-06-05', 'digging-ban', {}, asCustomer))).toRefuse(
      'suspension.operator-only',
      { kind: 'forbidden' },
    );
  });

  test('T-33: conditions noticed late are a breach of the notice', () => {
    const late = when(works, suspended('2025-06-10', 'adverse-conditions', { from: '2025-06-04' }));
    expect(late).toHaveDeadline('conditions-notice', {
      lastDay: '2025-06-09',
      state: 'missed',
      clause: 'II.13.1.3',
    });
    expect(late).toBeFlagged('conditions-notice-breach');
    const inTime = when(works, suspended('2025-06-09', 'adverse-conditions', { from: '2025-06-04' }));
    expect(inTime).toHaveDeadline('conditions-notice', { state: 'met' });
  });

  test('T-35: preparatory works of the technical requirements count, unless set otherwise', () => {
    const fence = suspended('2025-06-05', 'preparatory-works', { source: 'TP' });
    expect(when(works, fence)).toReach('suspended');
    const strict = givenUnder(withSettings({ 'prepWorks.sources': 'TR,design' }), building('2025-03-10'));
    expect(when(strict, fence)).toRefuse('invalid.source', { clause: 'II.13.1.2' });
  });

  test('a reason is open once, and only an open one ends', () => {
    const story = when(works, suspended('2025-06-01', 'digging-ban'));
    expect(when(story, suspended('2025-06-02', 'digging-ban'))).toRefuse('suspension.already-open');
    expect(when(story, resumed('2025-06-02', 'design-flaws'))).toRefuse('suspension.not-open');
    expect(when(story, resumed('2025-06-02', 'digging-ban', '2025-05-31'))).toRefuse('too-early.on');
  });

  test('works that have not started or are complete are not suspended; suspended works are not completed', () => {
    expect(when(given(paidContract('2025-03-10')), suspended('2025-06-01', 'digging-ban'))).toRefuse(
      'case.not-possible-now',
    );
    expect(
      when(given(completed('2025-03-10', '2025-06-01')), suspended('2025-06-02', 'digging-ban')),
    ).toRefuse('case.not-possible-now');
    expect(when(works, suspended('2025-06-01', 'digging-ban'), worksCompleted('2025-06-02'))).toRefuse(
      'case.not-possible-now',
    );
  });
});
