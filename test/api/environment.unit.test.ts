import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/environment/environment.ts';
import { readEnvironment } from '../../src/environment/read-environment.ts';

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

  test.each(['0.0.0.0', '::', '192.0.2.7', 'grid.example'])(
    'demo accounts are not opened to the network: HOST=%s is refused, named or not',
    (HOST) => {
      for (const given of [{ HOST }, { HOST, DEMO: '1' }, { HOST, DEMO: 'accounts' }])
        expect(problemsOf(given)).toEqual([expect.stringContaining('DEMO_ON_NETWORK=1')]);
      expect(problemsOf({ HOST, DEMO: '0' })).toEqual([]);
      expect(problemsOf({ HOST, DEMO_ON_NETWORK: '1' })).toEqual([]);
    },
  );

  test.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1'])('HOST=%s is this machine', (HOST) => {
    expect(problemsOf({ HOST, DEMO: '1' })).toEqual([]);
  });

  test('metrics are for nobody else in production, unless it is said', () => {
    expect(readEnvironment({})).toMatchObject({ metrics: null, metricsForAll: true });
    const production = { NODE_ENV: 'production' };
    expect(readEnvironment(production)).toMatchObject({ metrics: null, metricsForAll: false });
    expect(readEnvironment({ ...production, METRICS_PUBLIC: '1' }).metricsForAll).toBe(true);
    expect(readEnvironment({ METRICS_PORT: '9100' })).toMatchObject({
      metrics: { host: '127.0.0.1', port: 9100 },
      metricsForAll: false,
    });
  });

  test('the owner of the tables is the product itself, unless another one is named beside it', () => {
    const OWNER = 'postgres://owner:secret@db.example:5432/grid';
    expect(readEnvironment({ DATABASE_URL: SERVER }).database).toMatchObject({ ownerUrl: SERVER });
    expect(readEnvironment({ DATABASE_URL: SERVER, OWNER_DATABASE_URL: OWNER }).database).toMatchObject({
      url: SERVER,
      ownerUrl: OWNER,
    });
    expect(problemsOf({ OWNER_DATABASE_URL: OWNER })).toEqual([
      expect.stringContaining('OWNER_DATABASE_URL requires DATABASE_URL'),
    ]);
    const [problem] = problemsOf({ DATABASE_URL: SERVER, OWNER_DATABASE_URL: 'mysql://o:secret@db/grid' });
    expect(problem).not.toContain('secret');
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

  const EID = {
    PUBLIC_URL: 'https://portals.example/',
    OIDC_EID_ISSUER: 'https://eid.example/auth',
    OIDC_EID_CLIENT_ID: 'pieslegums',
    OIDC_EID_CLIENT_SECRET: 'secret',
  };

  test('providers of identities are named whole: issuer, client and secret, and where people come back to', () => {
    expect(readEnvironment({}).identityProviders).toEqual([]);
    const named = readEnvironment({
      ...EID,
      OIDC_BANK_ISSUER: 'http://127.0.0.1:4000',
      OIDC_BANK_CLIENT_ID: 'us',
      OIDC_BANK_CLIENT_SECRET: 'other',
      OIDC_BANK_CODE_CLAIM: 'sub',
      OIDC_BANK_COMPANY_CLAIM: 'organization_identifier',
    });
    expect(named.publicUrl).toBe('https://portals.example');
    expect(named.identityProviders).toEqual([
      {
        id: 'eid',
        issuer: 'https://eid.example/auth',
        clientId: 'pieslegums',
        clientSecret: 'secret',
        codeClaim: 'personal_code',
      },
      {
        id: 'bank',
        issuer: 'http://127.0.0.1:4000',
        clientId: 'us',
        clientSecret: 'other',
        codeClaim: 'sub',
        companyClaim: 'organization_identifier',
      },
    ]);
    const { PUBLIC_URL: _, ...nowhere } = EID;
    expect(problemsOf(nowhere)).toEqual([expect.stringContaining('OIDC_EID_ISSUER requires PUBLIC_URL')]);
    expect(problemsOf({ ...EID, OIDC_EID_CLIENT_SECRET: '' })).toEqual([
      expect.stringContaining('OIDC_EID_ISSUER, OIDC_EID_CLIENT_ID and OIDC_EID_CLIENT_SECRET together'),
    ]);
  });

  test.each(['http://eid.example', 'ftp://eid.example', 'https://me:secret@eid.example', 'eid.example'])(
    '%s is no provider: passwords and codes travel over TLS',
    (OIDC_EID_ISSUER) => {
      const [problem] = problemsOf({ ...EID, OIDC_EID_ISSUER });
      expect(problem).toContain('OIDC_EID_ISSUER requires an address that begins with https://');
    },
  );

  test('the public address is one of a whole host', () => {
    expect(problemsOf({ PUBLIC_URL: 'https://portals.example/pieslegums' })).toEqual([
      expect.stringContaining('PUBLIC_URL requires an address without a path'),
    ]);
  });

  test('a refused database address is not repeated, since it may hold a password', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://grid:secret@db/grid' });
    expect(problem).toContain('postgres:// or postgresql://');
    expect(problem).not.toContain('secret');
  });
});
