import { describe, expect, test } from 'vitest';
import { completed, given, notReady, ready, terminated, until, when } from '../../../builders/index.ts';

describe('II.4.1, II.4.5: readiness', () => {
  const done = given(completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }));

  test('both declarations, up to the term: ten days to connect', () => {
    const story = when(done, ready('2025-08-20'));
    expect(story).toStand({ readiness: 'confirmed' });
    expect(story).toHaveDeadline('connection', {
      lastDay: '2025-08-30',
      clause: 'II.4.1',
      awaits: 'operator',
      state: 'running',
    });
    expect(story).toHaveDeadline('term', { state: 'met' });
    expect(when(done, ready('2025-08-20', { installationsBuilt: false }))).toRefuse(
      'invalid.installationsBuilt',
      { clause: 'II.def.readiness' },
    );
    expect(when(done, ready('2025-08-20', { preparedForVoltage: false }))).toRefuse(
      'invalid.preparedForVoltage',
    );
  });

  test('on the last day; not after it', () => {
    expect(when(done, ready('2025-09-30T23:59'))).toStand({ readiness: 'confirmed' });
    expect(when(done, ready('2025-10-01T00:00'))).toRefuse('readiness.after-term', { clause: 'II.4.5' });
  });

  test('in the portal it is handed over now; a paper counts from the day that service registers', () => {
    expect(when(done, ready('2025-10-02', { on: '2025-09-30' }, { role: 'customer' }))).toRefuse(
      'readiness.after-term',
    );
    expect(when(done, ready('2025-10-02', { on: '2025-09-30' }, { role: 'service' }))).toStand({
      readiness: 'confirmed',
    });
    expect(when(done, ready('2025-09-02', { on: '2025-09-03' }))).toRefuse('invalid.on');
  });

  test('a breach of the ten days is an event', () => {
    const story = when(done, ready('2025-08-20'), until('2025-08-31'));
    expect(story).toHaveDeadline('connection', { state: 'missed' });
    expect(story).toBeFlagged('connection-breach');
  });

  test('disproved by a site check; confirmed again up to the term, ten days anew (T-24)', () => {
    const story = when(done, ready('2025-08-20'), notReady('2025-08-25'));
    expect(story).toStand({ readiness: 'disproved' });
    expect(story).toHaveSent('N-NOTREADY', { times: 1 });
    expect(story).not.toHaveDeadline('connection');
    expect(when(story, ready('2025-09-05'))).toHaveDeadline('connection', { lastDay: '2025-09-15' });
    expect(when(story, ready('2025-10-01'))).toRefuse('readiness.after-term');
  });

  test('disproved after the term: as 4.5', () => {
    const story = when(done, ready('2025-09-25'), notReady('2025-10-02'));
    expect(story).toHaveDeadline('term', { state: 'missed' });
    expect(story).toBeFlagged('not-ready-by-term');
    expect(when(story, terminated('2025-10-02', 'notReady'))).toHaveEnded({
      reason: 'notReady',
      clause: 'II.4.6',
    });
  });
});
