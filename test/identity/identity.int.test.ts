import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeAccount, findAccountByUsername } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { createIdentity, type Identity } from '../../src/identity/identity.ts';
import { createCompany } from '../support/company.ts';
import { describeOnBothDatabases } from '../support/database.ts';

let db: Database;
let at: Temporal.Instant;
let identity: Identity;
const now = () => at;
const later = (time: Temporal.DurationLike) => {
  at = at.add(time);
};
const HERE = { network: '192.0.2.1' };
const PASSWORD = 'a long enough password';

async function tokenOf(username: string, password = DEMO_PASSWORD, at: Identity = identity): Promise<string> {
  const outcome = await at.signIn({ username, password }, HERE);
  if (outcome.kind !== 'signed-in')
    throw new Error(`${username} was expected to be signed in, found ${outcome.kind}`);
  return outcome.token;
}

describeOnBothDatabases('identity', (database) => {
  beforeAll(async () => {
    db = database();
    at = Temporal.Instant.from('2026-01-05T08:00:00Z');
    await layDemoAccounts(db, at);
    await createAccount(
      db,
      {
        username: 'Privātpersona',
        password: PASSWORD,
        name: 'Zane Bērziņa',
        roles: ['customer'],
        kind: 'natural',
        partyCode: '020202-20202',
      },
      at,
    );
    await createCompany(
      db,
      {
        username: 'uznemums',
        password: PASSWORD,
        name: 'SIA "Cits"',
        roles: ['customer'],
        kind: 'legal',
        partyCode: '40000000002',
      },
      at,
    );
  });
  beforeEach(() => {
    identity = createIdentity({ db, demo: true, now });
  });

  describe('signing in (II.5.4)', () => {
    test('every demo account signs in with the password demo', async () => {
      for (const { username, roles, kind } of DEMO_ACCOUNTS) {
        expect(await identity.callerOf(await tokenOf(username))).toMatchObject({ username, roles, kind });
      }
    });

    test('II.5.4.3: in demo mode the demo customer counts as signed in by eID', async () => {
      expect(await identity.callerOf(await tokenOf('customer'))).toMatchObject({
        level: '2',
        method: 'portal-eid',
      });
    });

    test('II.5.4.3: a password identifies a legal person', async () => {
      expect(await identity.callerOf(await tokenOf('uznemums', PASSWORD))).toMatchObject({
        level: '2',
        method: 'portal-password',
      });
    });

    test('L65, II.5.4.3: a password does not identify a natural person, also in demo mode', async () => {
      expect(await identity.callerOf(await tokenOf('Privātpersona', PASSWORD))).toMatchObject({
        level: 'P',
        method: 'portal-password',
        partyCode: null,
      });
    });

    test('a name is found whatever its case and the spaces around it', async () => {
      expect((await identity.signIn({ username: '  PRIVĀTPERSONA ', password: PASSWORD }, HERE)).kind).toBe(
        'signed-in',
      );
    });

    test('a wrong password and an unknown name are refused alike', async () => {
      expect(await identity.signIn({ username: 'customer', password: 'no' }, HERE)).toEqual({
        kind: 'refused',
      });
      expect(await identity.signIn({ username: 'nobody', password: 'demo' }, HERE)).toEqual({
        kind: 'refused',
      });
    });

    test('outside demo mode the demo accounts and their sessions are closed', async () => {
      const token = await tokenOf('customer');
      const real = createIdentity({ db, demo: false, now });
      expect(await real.signIn({ username: 'customer', password: DEMO_PASSWORD }, HERE)).toEqual({
        kind: 'refused',
      });
      expect(await real.callerOf(token)).toBeNull();
    });

    test('laying the demo accounts again changes nothing', async () => {
      const before = await findAccountByUsername(db, 'engineer');
      await layDemoAccounts(db, at.add({ hours: 1 }));
      expect(await findAccountByUsername(db, 'engineer')).toEqual(before);
    });
  });

  describe('sessions', () => {
    test('the database holds the hash of a token, never the token', async () => {
      const token = await tokenOf('engineer');
      const rows = await db.query<{ all: string }>("select string_agg(token_hash, ',') as all from sessions");
      expect(rows[0]!.all).not.toContain(token);
    });

    test('a token that was never given out is nobody’s', async () => {
      expect(await identity.callerOf('A'.repeat(43))).toBeNull();
      expect(await identity.callerOf('')).toBeNull();
    });

    test('a session in use lives on, up to a day', async () => {
      const token = await tokenOf('service');
      for (let hours = 1; hours < 24; hours += 1) {
        later({ hours: 1 });
        expect(await identity.callerOf(token), `after ${hours} h`).not.toBeNull();
      }
      later({ hours: 1 });
      expect(await identity.callerOf(token)).toBeNull();
    });

    test('a session unused for two hours has ended', async () => {
      const token = await tokenOf('service');
      later({ hours: 2 });
      expect(await identity.callerOf(token)).toBeNull();
    });

    test('signing out ends the session at once', async () => {
      const token = await tokenOf('finance');
      await identity.callerOf(token);
      await identity.signOut(token);
      expect(await identity.callerOf(token)).toBeNull();
    });

    test('a sign-out and a closed account hold at once in every process', async () => {
      const other = createIdentity({ db, demo: true, now });
      const token = await tokenOf('finance2');
      expect(await other.callerOf(token)).not.toBeNull();
      await identity.signOut(token);
      expect(await other.callerOf(token)).toBeNull();

      const closed = await tokenOf('uznemums', PASSWORD);
      const { id } = (await findAccountByUsername(db, 'uznemums'))!;
      await changeAccount(db, id, { active: false });
      expect(await identity.callerOf(closed)).toBeNull();
      expect((await identity.signIn({ username: 'uznemums', password: PASSWORD }, HERE)).kind).toBe(
        'refused',
      );
      await changeAccount(db, id, { active: true });
    });

    test('sessions that have ended open nothing, and are cleared away a day later', async () => {
      const ended = await tokenOf('privacy');
      later({ hours: 25 });
      await tokenOf('privacy');
      expect(await identity.callerOf(ended)).toBeNull();
      later({ hours: 27 });
      await tokenOf('privacy');
      expect(await db.query('select 1 from sessions')).toHaveLength(1);
    });
  });

  describe('lock-out', () => {
    const pauses = { freeTries: 3, firstPauseSeconds: 60, longestPauseSeconds: 900 };
    const policy = { fromOnePlace: pauses, fromEverywhere: { ...pauses, freeTries: 100 } };
    const failTimes = async (guarded: Identity, username: string, times: number): Promise<void> => {
      for (let failure = 0; failure < times; failure += 1)
        await guarded.signIn({ username, password: 'wrong' }, HERE);
    };

    test.each(['engineer2', 'nobody'])(
      'after repeated failures %s is locked, whether the account exists or not',
      async (username) => {
        const guarded = createIdentity({ db, demo: true, now, lockOutPolicy: policy });
        await failTimes(guarded, username, 3);
        expect(await guarded.signIn({ username, password: DEMO_PASSWORD }, HERE)).toEqual({
          kind: 'locked',
          retryAfterSeconds: 60,
        });
      },
    );

    test('the pause ends, doubles with the next failure and stops growing', async () => {
      const guarded = createIdentity({ db, demo: true, now, lockOutPolicy: policy });
      await failTimes(guarded, 'engineer2', 3);
      for (const pause of [120, 240, 480, 900, 900]) {
        later({ seconds: 900 });
        await failTimes(guarded, 'engineer2', 1);
        expect(await guarded.signIn({ username: 'engineer2', password: 'demo' }, HERE)).toEqual({
          kind: 'locked',
          retryAfterSeconds: pause,
        });
      }
      later({ seconds: 900 });
      expect((await guarded.signIn({ username: 'engineer2', password: 'demo' }, HERE)).kind).toBe(
        'signed-in',
      );
    });

    test('a success makes earlier failures forgotten', async () => {
      const guarded = createIdentity({ db, demo: true, now, lockOutPolicy: policy });
      await failTimes(guarded, 'engineer2', 2);
      await tokenOf('engineer2', DEMO_PASSWORD, guarded);
      await failTimes(guarded, 'engineer2', 2);
      expect((await guarded.signIn({ username: 'engineer2', password: 'demo' }, HERE)).kind).toBe(
        'signed-in',
      );
    });
  });
});
