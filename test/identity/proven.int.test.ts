import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notesOnAccount } from '../../db/account-log.ts';
import { accountsOfParty, changeAccount } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { identitiesOf } from '../../db/sign-in.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { createIdentity, type Identity } from '../../src/identity/identity.ts';
import { JOURNEY_TAKES, openJourneys } from '../../src/identity/journeys.ts';
import { latvianPersonalCode, latvianRegistrationNumber } from '../../src/identity/personal-code.ts';
import type { Proof } from '../../src/identity/proof.ts';
import { createSubUsers } from '../../src/identity/sub-users.ts';
import { describeOnBothDatabases } from '../support/database.ts';

const HERE = { network: '192.0.2.1' };

const EID = 'https://eid.example';
const BANK = 'https://bank.example';

const proof = (more: Partial<Proof> = {}): Proof => ({
  method: 'portal-eid',
  issuer: EID,
  subject: 'zane',
  personalCode: '03039030000',
  name: 'Zane Kļava',
  email: null,
  ...more,
});

let db: Database;
let at: Temporal.Instant;
let identity: Identity;
const now = () => at;

async function signedIn(by: Proof = proof()) {
  const outcome = await identity.signInProven(by, 'lv');
  if (outcome.kind !== 'signed-in') throw new Error(`Expected to be signed in, found ${outcome.kind}`);
  return outcome;
}

describeOnBothDatabases('a person whom a provider has proven', (database) => {
  beforeAll(() => {
    db = database();
  });
  beforeEach(async () => {
    at = Temporal.Instant.from('2026-01-05T08:00:00Z');
    identity = createIdentity({ db, demo: false, now });
    await db.query('delete from accounts');
  });

  test('acts at level 2 by the method of the provider (II.5.4.3)', async () => {
    const { caller, token } = await signedIn(proof({ method: 'portal-bank', issuer: BANK }));
    expect(caller).toMatchObject({ level: '2', method: 'portal-bank', partyCode: '03039030000' });
    expect(await identity.callerOf(token)).toEqual(caller);
  });

  test('has one account, also when both providers come back at the same moment', async () => {
    const both = await Promise.all([
      signedIn(),
      signedIn(proof({ method: 'portal-bank', issuer: BANK, subject: 'z47' })),
      signedIn(),
    ]);
    const ids = new Set(both.map(({ caller }) => caller.accountId));
    expect(ids.size).toBe(1);
    expect(await accountsOfParty(db, '03039030000')).toHaveLength(1);
    expect(await identitiesOf(db, [...ids][0]!)).toHaveLength(2);
  });

  test('cannot be signed in to by a password', async () => {
    const { caller } = await signedIn();
    for (const password of ['', 'null', 'undefined']) {
      expect(await identity.signIn({ username: caller.username, password }, HERE)).toEqual({
        kind: 'refused',
      });
    }
  });

  test('gets an account of its own beside one that was registered under the code with a password', async () => {
    const registered = await createAccount(
      db,
      {
        username: 'svess@piemers.example',
        password: 'a long enough password',
        name: 'Zane Kļava',
        roles: ['customer'],
        kind: 'natural',
        partyCode: '030390-30000',
      },
      at,
    );
    const { caller } = await signedIn();
    expect(caller.accountId).not.toBe(registered.id);
    expect(await identitiesOf(db, registered.id)).toEqual([]);
  });

  test('is never taken for a company whose number has the same digits', async () => {
    const company = await createAccount(
      db,
      {
        username: 'birojs@uznemums.example',
        password: 'a long enough password',
        name: 'SIA "Uzņēmums"',
        roles: ['customer'],
        kind: 'legal',
        partyCode: '03039030000',
      },
      at,
    );
    const { caller } = await signedIn();
    expect([caller.accountId === company.id, caller.kind]).toEqual([false, 'natural']);
  });

  describe('who represents a company (II.5.3)', () => {
    const COMPANY = { code: '40003999999', name: 'SIA "Kļavas"' };
    const forCompany = (more: Partial<Proof> = {}) => proof({ company: COMPANY, ...more });

    test('acts for it at level 2, by whichever provider, beside the own account', async () => {
      const own = (await signedIn()).caller;
      const { caller } = await signedIn(forCompany());
      expect(caller).toMatchObject({
        kind: 'legal',
        level: '2',
        method: 'portal-eid',
        partyCode: '40003999999',
        roles: ['customer'],
      });
      const bank = forCompany({ method: 'portal-bank', issuer: BANK, subject: 'z47' });
      expect((await signedIn(bank)).caller.accountId).toBe(caller.accountId);
      expect((await signedIn()).caller.accountId).toBe(own.accountId);
      const [account] = await accountsOfParty(db, '40003999999');
      expect(account).toMatchObject({ name: 'SIA "Kļavas"', passwordHash: null, email: null });
      expect((await notesOnAccount(db, caller.accountId, 10)).at(-1)).toMatchObject({
        what: 'account.opened',
        data: { method: 'portal-eid', representative: 'Zane Kļava' },
      });
    });

    test('two representatives have accounts of their own, so that history tells them apart', async () => {
      const zane = await signedIn(forCompany());
      const [first, second] = await Promise.all([
        signedIn(forCompany({ subject: 'janis', personalCode: '04049040000', name: 'Jānis Ozols' })),
        signedIn(forCompany({ subject: 'janis', personalCode: '04049040000', name: 'Jānis Ozols' })),
      ]);
      expect(first.caller.accountId).toBe(second.caller.accountId);
      expect(first.caller.accountId).not.toBe(zane.caller.accountId);
      expect(first.caller.username).not.toBe(zane.caller.username);
    });

    test('without the statement the same person is nobody but itself, and a closed account opens no more', async () => {
      const { caller } = await signedIn(forCompany());
      expect((await signedIn()).caller).toMatchObject({ kind: 'natural', partyCode: '03039030000' });
      await changeAccount(db, caller.accountId, { active: false });
      expect(await identity.signInProven(forCompany(), 'lv')).toEqual({ kind: 'closed' });
    });

    test('takes over no account that registered the company with a password', async () => {
      const registered = await createAccount(
        db,
        {
          username: 'uznemums',
          password: 'a long enough password',
          name: 'SIA "Kļavas"',
          roles: ['customer'],
          kind: 'legal',
          partyCode: '40003999999',
        },
        at,
      );
      expect((await signedIn(forCompany())).caller.accountId).not.toBe(registered.id);
    });

    test('lets nobody else in, since who was let in would stay when the representative has left', async () => {
      const { caller } = await signedIn(forCompany());
      const invitation = { name: 'Juris', email: 'juris@piemers.example', rights: ['see'] } as const;
      await expect(createSubUsers({ db, now }).invite(caller, invitation)).rejects.toMatchObject({
        code: 'sub-user.representative',
      });
    });
  });

  test('bears the name that the provider told last, and the change is kept with its old name', async () => {
    await signedIn();
    const { caller } = await signedIn(proof({ name: 'Zane Kļava-Osis' }));
    const [account] = await accountsOfParty(db, '03039030000');
    expect(account?.name).toBe('Zane Kļava-Osis');
    const notes = await notesOnAccount(db, caller.accountId, 10);
    expect(notes.map(({ what, data }) => ({ what, data }))).toEqual([
      { what: 'name.changed', data: { from: 'Zane Kļava', to: 'Zane Kļava-Osis', method: 'portal-eid' } },
      { what: 'identity.added', data: { method: 'portal-eid', issuer: EID } },
      { what: 'account.opened', data: { method: 'portal-eid' } },
    ]);
  });

  test('is not let in by a closed account, nor where the provider tells another code than before', async () => {
    const { caller } = await signedIn();
    expect(await identity.signInProven(proof({ personalCode: '04049040000' }), 'lv')).toEqual({
      kind: 'other-person',
    });
    await changeAccount(db, caller.accountId, { active: false });
    expect(await identity.signInProven(proof(), 'lv')).toEqual({ kind: 'closed' });
  });

  test('signs out everywhere but here, at once', async () => {
    const here = await signedIn();
    const there = await signedIn();
    const other = await signedIn(proof({ subject: 'janis', personalCode: '04049040000' }));
    for (const { token } of [here, there, other]) expect(await identity.callerOf(token)).not.toBeNull();
    await identity.signOutEverywhere(here.caller.accountId, here.token);
    expect(await identity.callerOf(there.token)).toBeNull();
    expect(await identity.callerOf(here.token)).toEqual(here.caller);
    await identity.signOutEverywhere(here.caller.accountId);
    expect(await identity.callerOf(here.token)).toBeNull();
    expect(await identity.callerOf(other.token)).not.toBeNull();
  });
});

describeOnBothDatabases('a journey to a provider', (database) => {
  const journeys = () => openJourneys(database(), now);
  const begin = () => journeys().begin({ method: 'eid', next: '/apply', browser: 'this one' });

  beforeEach(() => {
    at = Temporal.Instant.from('2026-01-05T08:00:00Z');
  });

  test('is taken up once, with what it was begun with', async () => {
    const { state, ...journey } = await begin();
    expect(await journeys().takeUp({ method: 'eid', state, browser: 'this one' })).toEqual(journey);
    expect(await journeys().takeUp({ method: 'eid', state, browser: 'this one' })).toBeNull();
  });

  test('of two that come back at once, one is taken up', async () => {
    const { state } = await begin();
    const back = { method: 'eid', state, browser: 'this one' };
    const both = await Promise.all([journeys().takeUp(back), journeys().takeUp(back)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  test('is not taken up in another browser, by another way or without its state', async () => {
    const { state } = await begin();
    for (const wrong of [{ browser: 'another' }, { method: 'bank' }, { state: '' }]) {
      const back = { method: 'eid', state, browser: 'this one', ...wrong };
      expect(await journeys().takeUp(back)).toBeNull();
    }
  });

  test('is over after its time, and then cleared away by the next one', async () => {
    const { state } = await begin();
    at = at.add(JOURNEY_TAKES);
    expect(await journeys().takeUp({ method: 'eid', state, browser: 'this one' })).toBeNull();
    await begin();
    const [{ count }] = (await database().query<{ count: number }>(
      'select count(*)::int as count from sign_in_attempts where expires_at <= $1',
      [at.toString()],
    )) as [{ count: number }];
    expect(count).toBe(0);
  });
});

describe('a Latvian personal code', () => {
  test.each(['010190-10000', '01019010000', 'PNOLV-010190-10000', 'PNOLV-01019010000', ' 010190-10000 '])(
    '%s is one',
    (told) => expect(latvianPersonalCode(told)).toBe('01019010000'),
  );

  test.each([
    'PNOEE-38001085718',
    'PNOLT-38001085718',
    'PASLV-LV1234567',
    '0101901000',
    '010190-100000',
    '',
    1_019_010_000,
    null,
    undefined,
  ])('%s is none', (told) => expect(latvianPersonalCode(told)).toBeNull());
});

describe('a registration number out of what a provider tells', () => {
  test.each([
    ['40003999999', '40003999999'],
    [' NTRLV-90000000001 ', '90000000001'],
    [['NTRLV-40003999999'], '40003999999'],
    [['40003999999', '40003999998'], null],
    ['NTREE-40003999999', null],
    ['01019010000', null],
    ['32000000000', null],
    ['4000399999', null],
    [40003999999, null],
    [[], null],
  ] as const)('%j is %s', (told, code) => {
    expect(latvianRegistrationNumber(told)).toBe(code);
  });
});
