import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../../src/environment.ts';

const SERVER = 'postgres://grid:secret@db.example:5432/grid';
const problemsOf = (given: Record<string, string>): readonly string[] => {
  try {
    readEnvironment(given);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
};

describe('the environment', () => {
  test('nothing given: the embedded database in ./data on 127.0.0.1:3000, with demo data and the real clock', () => {
    expect(readEnvironment({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      database: { kind: 'embedded' },
      dataDir: './data',
      smtpUrl: null,
      role: 'all',
      demo: 'full',
      clock: { kind: 'system' },
    });
  });

  test('an empty variable counts as not given', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: '', DEMO: '' })).toMatchObject({
      port: 3000,
      demo: 'full',
    });
  });

  test('demo data are on by default on the embedded database outside production alone', () => {
    expect(readEnvironment({ DATABASE_URL: SERVER }).demo).toBe('none');
    expect(readEnvironment({ NODE_ENV: 'production' }).demo).toBe('none');
    expect(readEnvironment({ DATABASE_URL: SERVER, DEMO: '1' }).demo).toBe('full');
    expect(readEnvironment({ DEMO: 'accounts' }).demo).toBe('accounts');
    expect(readEnvironment({ DEMO: '0' }).demo).toBe('none');
  });

  test.each(['1', 'accounts'])('DEMO=%s is refused with NODE_ENV=production', (DEMO) => {
    expect(problemsOf({ NODE_ENV: 'production', DEMO })).toEqual([expect.stringContaining(`found ${DEMO}`)]);
  });

  test('DEMO=0 is accepted with NODE_ENV=production', () => {
    expect(problemsOf({ NODE_ENV: 'production', DEMO: '0' })).toEqual([]);
  });

  test('a virtual clock is for demo mode only', () => {
    const start = '2025-03-10T08:00:00+02:00';
    expect(readEnvironment({ CLOCK: 'virtual', CLOCK_START: start }).clock).toEqual({
      kind: 'virtual',
      start: Temporal.Instant.from('2025-03-10T06:00:00Z'),
    });
    expect(readEnvironment({ CLOCK: 'virtual' }).clock).toEqual({ kind: 'virtual', start: null });
    expect(problemsOf({ CLOCK: 'virtual', DEMO: '0' })).toEqual([
      expect.stringContaining('CLOCK=virtual requires demo mode'),
    ]);
    expect(problemsOf({ CLOCK: 'virtual', DATABASE_URL: SERVER })).toHaveLength(1);
  });

  test('a process that only serves or only works needs a PostgreSQL server to share', () => {
    expect(problemsOf({ ROLE: 'worker' })).toEqual([
      expect.stringContaining('ROLE=worker requires DATABASE_URL'),
    ]);
    expect(readEnvironment({ ROLE: 'worker', DATABASE_URL: SERVER })).toMatchObject({
      role: 'worker',
      portIsNamed: false,
    });
  });

  test.each([
    [{ PORT: '70000' }, 'PORT requires a whole number from 0 to 65535, found "70000"'],
    [{ PORT: '80.5' }, 'PORT requires a whole number from 0 to 65535, found "80.5"'],
    [{ ROLE: 'both' }, 'ROLE requires all, web, worker, found "both"'],
    [{ DEMO: 'yes' }, 'DEMO requires 0, 1, accounts, found "yes"'],
    [{ CLOCK: 'fast' }, 'CLOCK requires system, virtual, found "fast"'],
    [
      { CLOCK_START: '2025-02-30T08:00:00Z' },
      'CLOCK_START requires an instant like 2025-03-10T08:00:00Z or 2025-03-10T10:00:00+02:00, found "2025-02-30T08:00:00Z"',
    ],
    [
      { CLOCK_START: '2025-03-10' },
      'CLOCK_START requires an instant like 2025-03-10T08:00:00Z or 2025-03-10T10:00:00+02:00, found "2025-03-10"',
    ],
    [
      { SMTP_URL: 'http://mail:secret@relay' },
      'SMTP_URL requires a URL that begins with smtp:// or smtps://, found something else',
    ],
  ])('%j is refused with what was required and what was found', (given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  test('a refused database address is not repeated, since it may hold a password', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://grid:secret@db/grid' });
    expect(problem).toContain('postgres:// or postgresql://');
    expect(problem).not.toContain('secret');
  });
});
