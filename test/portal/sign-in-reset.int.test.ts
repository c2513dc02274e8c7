import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notesOnAccount } from '../../db/account-log.ts';
import { changeAccount } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { smtpMailer } from '../../src/delivery/mail.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { createPasswordReset, RESET_HOLDS } from '../../src/identity/password-reset.ts';
import { type Relay, startRelay } from '../delivery/relay.ts';
import { describeOnBothDatabases, openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from './running-portal.ts';

const PASSWORD = 'zaļš dārzs pie upes';
const NEXT = 'trīs baltas govis pļavā';
const PUBLIC = 'https://portals.example';

async function accountOf(db: Database, more: { email?: string } = {}) {
  const email = more.email ?? `p${crypto.randomUUID()}@piemers.example`;
  return createAccount(
    db,
    {
      username: `u${crypto.randomUUID()}`,
      password: PASSWORD,
      name: 'SIA "Bērzs"',
      roles: ['customer'],
      kind: 'legal',
      email,
    },
    Temporal.Now.instant(),
  );
}

describe('a forgotten password', () => {
  let db: Database;
  let relay: Relay;
  let portal: RunningPortal;
  let visitor: Visitor;

  beforeAll(async () => {
    db = await openFreshEmbedded();
    relay = await startRelay();
    const mailer = smtpMailer(relay.url, null);
    portal = await runPortal(db, { services: { mailer, publicUrl: PUBLIC } });
  }, 60_000);
  afterAll(async () => {
    await portal.stop();
    await relay.stop();
    await db.close();
  });
  beforeEach(() => {
    visitor = portal.visitor();
  });

  const ask = async (email: string) => {
    await visitor.get('/forgotten-password');
    return visitor.post('/forgotten-password', { email });
  };

  async function mailTo(address: string) {
    for (let waited = 0; waited < 100; waited++) {
      const found = relay.arrived.findLast(({ to }) => to.includes(address));
      if (found) return found.mail;
      await pause(50);
    }
    throw new Error(`No mail came to ${address}`);
  }

  const linkIn = (text: string): string => text.match(/https:\/\/portals\.example(\/\S+)/)![1]!;

  async function signIn(username: string, password: string): Promise<number> {
    const one = portal.visitor();
    await one.get('/sign-in');
    return (await one.post('/sign-in', { username, password })).status;
  }

  test('is replaced by a link in the mail, which is good once and ends every session', async () => {
    const account = await accountOf(db);
    const before = portal.visitor();
    await before.get('/sign-in');
    await before.post('/sign-in', { username: account.username, password: PASSWORD });
    expect((await visitor.get('/sign-in')).html).toContain('href="/forgotten-password"');
    expect((await ask(account.email!)).location).toBe('/sign-in?done=resetAsked');
    const mail = await mailTo(account.email!);
    expect(mail.text).toContain(account.username);
    const link = linkIn(mail.text!);
    // Mail programs look first.
    for (let looks = 0; looks < 2; looks++) expect((await visitor.get(link)).status).toBe(200);
    const token = new URL(link, PUBLIC).searchParams.get('token')!;
    const weak = await visitor.post('/password-reset', { token, next: 'īsa', again: 'īsa' });
    expect([weak.status, weak.text.includes('vismaz 12')]).toEqual([422, true]);
    const differs = await visitor.post('/password-reset', { token, next: NEXT, again: `${NEXT}!` });
    expect(differs.status).toBe(422);
    const done = await visitor.post('/password-reset', { token, next: NEXT, again: NEXT });
    expect(done.location).toBe('/sign-in?done=passwordReset');
    expect((await before.get('/my-data')).status).toBe(303);
    expect(await signIn(account.username, PASSWORD)).toBe(422);
    expect(await signIn(account.username, NEXT)).toBe(303);
    const again = await visitor.post('/password-reset', { token, next: PASSWORD, again: PASSWORD });
    expect([again.status, again.text.includes('vairs neder')]).toEqual([400, true]);
    expect((await visitor.get(link)).status).toBe(400);
    expect((await notesOnAccount(db, account.id, 1))[0]?.what).toBe('password.reset');
  });

  test('is answered alike where no account has the address, and nothing is sent', async () => {
    const account = await accountOf(db);
    const known = await ask(account.email!);
    await mailTo(account.email!);
    const count = relay.arrived.length;
    const unknown = await ask('neviens@piemers.example');
    expect([unknown.status, unknown.location, unknown.html]).toEqual([
      known.status,
      known.location,
      known.html,
    ]);
    await pause(200);
    expect(relay.arrived).toHaveLength(count);
  });

  test('is not offered without a relay or without an address of ours, and has no page', async () => {
    const mailer = smtpMailer(relay.url, null);
    for (const services of [
      { mailer: null, publicUrl: PUBLIC },
      { mailer, publicUrl: null },
    ]) {
      const here = await runPortal(db, { services });
      expect((await here.visitor().get('/sign-in')).html).not.toContain('forgotten-password');
      expect((await here.visitor().get('/forgotten-password')).status).toBe(404);
      await here.stop();
    }
    mailer.close();
  });

  test('leaves neither token nor address in the log', async () => {
    const log = portal.logged().join('');
    expect(log).not.toMatch(/token=|@piemers\.example/);
  });
});

describeOnBothDatabases('a reset token', (database) => {
  let at = Temporal.Now.instant();
  const reset = () =>
    createPasswordReset({
      db: database(),
      now: () => at,
    });

  beforeEach(() => {
    at = Temporal.Now.instant();
  });

  test('holds for an hour', async () => {
    const { email } = await accountOf(database());
    const [asked] = await reset().ask(email!.toUpperCase());
    at = at.add(RESET_HOLDS).subtract({ seconds: 1 });
    expect(await reset().isGood(asked!.token)).toBe(true);
    at = at.add({ seconds: 1 });
    expect(await reset().isGood(asked!.token)).toBe(false);
    expect(await reset().reset(asked!.token, NEXT)).toEqual({ kind: 'expired' });
  });

  test('makes known where it was used: strangers who guess meanwhile do not hold up the sign-in', async () => {
    const { email, username } = await accountOf(database());
    const from = { network: '192.0.2.1', device: 'new-browser' };
    const identity = createIdentity({ db: database(), demo: true });
    for (let number = 0; number < 50; number++)
      await identity.signIn({ username, password: 'x' }, { network: `198.51.100.${number}` });
    const signIn = () => identity.signIn({ username, password: NEXT }, from);
    const [asked] = await reset().ask(email!);
    expect(await reset().reset(asked!.token, NEXT, from)).toEqual({ kind: 'done', accessEnded: false });
    expect(await signIn()).toMatchObject({ kind: 'signed-in' });
  });

  test('is kept as its hash, and voids the others when it is used', async () => {
    const account = await accountOf(database());
    const [first] = await reset().ask(account.email!);
    const [second] = await reset().ask(account.email!);
    const rows = await database().query('select * from sign_in_attempts where verifier = $1', [account.id]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(first!.token);
    expect(await reset().reset(first!.token, NEXT)).toEqual({ kind: 'done', accessEnded: false });
    expect(await reset().isGood(second!.token)).toBe(false);
  });

  test('of two that come at once, one changes the password', async () => {
    const { email } = await accountOf(database());
    const [asked] = await reset().ask(email!);
    const both = await Promise.all([
      reset().reset(asked!.token, NEXT),
      reset().reset(asked!.token, PASSWORD),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'expired']);
  });

  test('is given three times at most to many who ask at once', async () => {
    const { email } = await accountOf(database());
    const asked = await Promise.all(Array.from({ length: 20 }, () => reset().ask(email!)));
    expect(asked.flat()).toHaveLength(3);
  });

  test('is given three times at most while they hold', async () => {
    const { email } = await accountOf(database());
    for (let times = 0; times < 3; times++) expect(await reset().ask(email!)).toHaveLength(1);
    expect(await reset().ask(email!)).toEqual([]);
  });

  test('is given to no closed account, to none without a password, and to no trial account', async () => {
    const closed = await accountOf(database());
    await changeAccount(database(), closed.id, { active: false });
    const proven = await accountOf(database());
    await changeAccount(database(), proven.id, { passwordHash: null });
    for (const { email } of [closed, proven]) expect(await reset().ask(email!)).toEqual([]);
    expect(await reset().ask('customer@piemers.example')).toEqual([]);
    const [asked] = await reset().ask((await accountOf(database())).email!);
    expect(asked).toBeDefined();
  });
});
