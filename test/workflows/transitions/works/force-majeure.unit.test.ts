import { describe, expect, test } from 'vitest';
import {
  bothAgree,
  building,
  forceMajeure,
  forceMajeureEnded,
  given,
  givenUnder,
  paidContract,
  until,
  when,
  withSettings,
  worksStarted,
} from '../../../builders/index.ts';

describe('II.17, II.14.2.3: force majeure', () => {
  const works = given(building('2025-03-10', { termOn: '2025-09-30' }));

  test('notified within five days; the term does not move by it (OQ-SUS-4)', () => {
    const story = when(works, forceMajeure('2025-06-06', '2025-06-01'));
    expect(story).toHaveSent('N-FM', { times: 1 });
    expect(story).toHaveDeadline('force-majeure-notice', {
      lastDay: '2025-06-06',
      state: 'met',
      clause: 'II.17.2',
    });
    expect(story).toHaveDeadline('force-majeure-end', {
      earliestDay: '2025-07-02',
      state: 'running',
      clause: 'II.14.2.3',
    });
    expect(when(story, forceMajeureEnded('2025-06-20'))).toHaveDeadline('term', { lastDay: '2025-09-30' });
    expect(when(works, forceMajeure('2025-06-07', '2025-06-01'))).toRefuse('force-majeure.notified-late', {
      clause: 'II.17.2',
    });
  });

  test('it moves the term only where set so', () => {
    const story = givenUnder(
      withSettings({ 'forceMajeure.extendsTerm': true }),
      building('2025-03-10', { termOn: '2025-09-30' }),
      forceMajeure('2025-06-01'),
      forceMajeureEnded('2025-06-11'),
    );
    expect(story).toHaveDeadline('term', { lastDay: '2025-10-10' });
  });

  test('an event after conclusion, not the non-performance of others', () => {
    const fresh = given(paidContract('2025-03-10'));
    expect(when(fresh, forceMajeure('2025-03-12', '2025-03-09'))).toRefuse('too-early.startedOn', {
      clause: 'II.17.1',
    });
    expect(
      when(works, forceMajeure('2025-06-01', '2025-06-01', { event: 'the contractor did not come' })),
    ).toRefuse('force-majeure.other-persons', { clause: 'II.17.1' });
    expect(when(works, forceMajeure('2025-06-01', '2025-06-01', { likelyEndOn: '2025-05-31' }))).toRefuse(
      'invalid.likelyEndOn',
    );
  });

  test('longer than a month with works started: deemed ended by the clause', () => {
    const story = when(works, forceMajeure('2025-06-01'), until('2025-07-02T00:00'));
    expect(story).toHaveEnded({
      reason: 'forceMajeure',
      clause: 'II.14.2.3',
      by: 'clause',
      on: '2025-07-02',
    });
    expect(story).toHaveSent('N-END', { times: 1 });
  });

  test('not when it has ended, a new term is agreed or no works had started', () => {
    expect(
      when(works, forceMajeure('2025-06-01'), forceMajeureEnded('2025-06-30'), until('2025-09-01')),
    ).toReach('in-force');
    const agreed = bothAgree('2025-06-20', 'term.extended', { termOn: '2026-01-31', agreement: 'later' });
    expect(when(works, forceMajeure('2025-06-01'), agreed, until('2025-09-01'))).toReach('in-force');
    expect(given(paidContract('2025-05-01'), forceMajeure('2025-06-01'), until('2025-09-01'))).toReach(
      'in-force',
    );
  });

  test('a second notice while the first still runs does not begin the month anew', () => {
    const story = when(works, forceMajeure('2025-06-01'), forceMajeure('2025-06-20', '2025-06-18'));
    expect(story).toHaveDeadline('force-majeure-end', { earliestDay: '2025-07-02' });
    const over = when(
      works,
      forceMajeure('2025-06-01'),
      forceMajeureEnded('2025-06-10'),
      forceMajeure('2025-06-20', '2025-06-18'),
    );
    expect(over).toHaveDeadline('force-majeure-end', { earliestDay: '2025-07-19' });
  });

  test('works begun after the month do not end before they began', () => {
    const story = given(paidContract('2025-05-01'), forceMajeure('2025-06-01'), worksStarted('2025-09-01'));
    expect(story).toHaveEnded({ reason: 'forceMajeure', on: '2025-09-01' });
  });
});
