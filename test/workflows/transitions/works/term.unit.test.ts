import { describe, expect, test } from 'vitest';
import {
  act,
  bothAgree,
  building,
  completed,
  given,
  givenUnder,
  notReady,
  ready,
  resumed,
  suspended,
  terminated,
  until,
  when,
  withSettings,
  worksCompleted,
} from '../../../builders/index.ts';

describe('II.4.5, II.4.6: the term passes', () => {
  const done = given(completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }));

  test('it is noted; the operator ends it by notice from the day after (OQ-LC-5)', () => {
    const passed = when(done, until('2025-10-01'));
    expect(passed).toReach('in-force');
    expect(passed).toHaveDeadline('term', { state: 'missed', awaits: 'customer' });
    expect(passed).toBeFlagged('not-ready-by-term');
    expect(when(done, terminated('2025-09-30', 'notReady'))).toRefuse('ending.term-runs', {
      clause: 'II.4.6',
      allowedFrom: '2025-10-01',
    });
    expect(when(passed, terminated('2025-10-03', 'notReady'))).toHaveEnded({
      reason: 'notReady',
      clause: 'II.4.6',
      by: 'operator',
      on: '2025-10-03',
    });
    expect(when(passed, terminated('2025-10-03', 'notInstalled'))).toHaveEnded({
      reason: 'notInstalled',
      clause: 'II.14.3.7',
    });
  });

  test('by the clause where the operator has chosen so', () => {
    const story = givenUnder(
      withSettings({ 'notReady.end': 'automatic' }),
      completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }),
      until('2025-10-02'),
    );
    expect(story).toHaveEnded({ reason: 'notReady', clause: 'II.4.6', by: 'clause', on: '2025-10-01' });
  });

  test('both agree on a later term, before or after it has passed', () => {
    for (const on of ['2025-09-20', '2025-10-05']) {
      const story = when(done, bothAgree(on, 'term.extended', { termOn: '2025-12-31', agreement: 'later' }));
      expect(story).toHaveDeadline('term', { lastDay: '2025-12-31', state: 'running' });
      expect(story).not.toBeFlagged('not-ready-by-term');
      expect(when(story, terminated('2025-10-06', 'notReady'))).toRefuse('ending.term-runs', {
        allowedFrom: '2026-01-01',
      });
      expect(when(story, ready('2025-12-31'))).toStand({ readiness: 'confirmed' });
    }
  });

  test('both agree on using system services: the term binds no more', () => {
    const story = when(done, bothAgree('2025-10-05', 'usage.agreed', { agreement: 'until ready' }));
    expect(story).toHaveDeadline('term', { state: 'void' });
    expect(when(story, terminated('2025-11-01', 'notReady'))).toRefuse('ending.usage-agreed');
    expect(when(story, ready('2026-03-01'))).toStand({ readiness: 'confirmed' });
  });

  test('never earlier, never into the past, also where one side leaves the day to the other', () => {
    const propose = (on: string, termOn: string) =>
      act(on, 'usage.agreed', { agreement: 'x', termOn }, { role: 'customer' });
    expect(when(done, propose('2025-09-20', '2025-09-29'))).toRefuse('invalid.termOn', { clause: 'II.12.1' });
    const proposed = given(
      building('2025-03-10', { termOn: '2025-09-30' }),
      propose('2025-06-01', '2025-10-05'),
      suspended('2025-06-02', 'digging-ban'),
      resumed('2025-07-02', 'digging-ban'),
    );
    const consents = act('2025-07-03', 'usage.agreed', { agreement: 'x' }, { role: 'service' });
    expect(when(proposed, consents)).toRefuse('invalid.termOn');
  });

  test('T-21: an operator that completes after the term cannot hold it against the customer', () => {
    const late = given(building('2025-03-10', { termOn: '2025-09-30' }), until('2025-10-05'));
    expect(late).toBeFlagged('term-missed-by-operator');
    const story = when(late, worksCompleted('2025-10-10'), until('2025-10-20'));
    expect(story).toBeFlagged('offer-to-extend-term');
    expect(story).not.toBeFlagged('not-ready-by-term');
    expect(when(story, terminated('2025-11-01', 'notReady'))).toRefuse('ending.operator-not-completed', {
      clause: 'II.4.5',
    });
    expect(when(story, ready('2025-11-01'))).toStand({ readiness: 'confirmed' });
    const disproved = when(story, ready('2025-11-01'), notReady('2025-11-02'));
    expect(disproved).not.toBeFlagged('not-ready-by-term');
    expect(when(disproved, terminated('2025-11-03', 'notReady'))).toRefuse('ending.operator-not-completed');
    const extended = when(
      story,
      bothAgree('2025-11-01', 'term.extended', { termOn: '2025-12-01', agreement: 'later' }),
    );
    expect(when(extended, terminated('2025-12-02', 'notReady'))).toHaveEnded({ reason: 'notReady' });
  });
});
