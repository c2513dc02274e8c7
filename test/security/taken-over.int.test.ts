import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contextsSchema } from '../../src/api/money-schemas.ts';
import { type Mailer, smtpMailer } from '../../src/delivery/mail.ts';
import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import { oidcProvider } from '../../src/identity/oidc.ts';
import { providerSignIn, returnPath } from '../../src/portal/account/provider-sign-in.ts';
import { type Relay, startRelay } from '../delivery/relay.ts';
import { type RunningProvider, runProvider } from '../identity/identity-provider.ts';
import { openWalker, type Walker } from '../identity/walker.ts';
import { type RunningPortal, runPortal, type Visitor } from '../portal/running-portal.ts';
import { createCompany } from '../support/company.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** Whom somebody let in before the account was proven to be its owner's, does not stay: told as harm that does not happen. */

const PUBLIC = 'https://portals.example';
const OWN = 'trīs baltas govis pļavā';
const SPY = { name: 'Spiegs', email: 'spiegs@piemers.example' };
const ENDED = 'Izbeigta piekļuve, kas dota pirms apliecinājuma';

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

describeOnBothDatabases('an account that comes to its owner', (database) => {
  let portal: RunningPortal;
  let relay: Relay;
  let mailer: Mailer;
  let eid: RunningProvider;
  let accounts = 0;
  let account: { id: string; username: string; email: string };

  beforeAll(async () => {
    relay = await startRelay();
    mailer = smtpMailer(relay.url, null);
    const redirectUri = PUBLIC + returnPath('eid');
    const people = { zane: { given_name: 'Zane', family_name: 'Kļava', personal_code: '030390-30000' } };
    eid = await runProvider({ people, redirectUri });
    const provider = oidcProvider(
      { ...eid, id: 'eid', codeClaim: 'personal_code', companyClaim: 'organization_identifier' },
      redirectUri,
    );
    portal = await runPortal(database(), {
      services: { mailer, publicUrl: PUBLIC, signInMethods: [providerSignIn(provider)] },
    });
  }, 60_000);
  afterAll(async () => {
    await portal.stop();
    await eid.stop();
    mailer.close();
    await relay.stop();
  });
  beforeEach(async () => {
    const email = `ipasnieks${++accounts}-${database().kind}@piemers.example`;
    const { id, username } = await createCompany(
      database(),
      {
        username: email,
        password: DEMO_PASSWORD,
        name: 'SIA Īpašnieks',
        roles: ['customer'],
        kind: 'legal',
        email,
      },
      Temporal.Now.instant(),
    );
    account = { id, username, email };
  });

  const mailsTo = (address: string) => relay.arrived.filter(({ to }) => to.includes(address));

  /** The path in the mail that comes after so many others to this address. */
  async function linkIn(address: string, after = 0): Promise<string> {
    for (let waited = 0; waited < 100; waited++) {
      const text = mailsTo(address)[after]?.mail.text;
      if (text) return text.match(/https:\/\/portals\.example(\/\S+)/)![1]!;
      await pause(50);
    }
    throw new Error(`No mail came to ${address}`);
  }

  async function invited(by: Visitor): Promise<string> {
    await by.get('/people');
    const confirm = await by.post('/people', SPY);
    const before = mailsTo(SPY.email).length;
    await by.post('/people', { ...SPY, step: 'confirm', token: hidden(confirm.html, 'token') });
    return linkIn(SPY.email, before);
  }

  async function takenUp(link: string): Promise<Visitor> {
    const spy = await portal.signedIn('company');
    await spy.get(link);
    expect((await spy.post(link, {})).location).toBe('/cases?done=invitationTaken');
    return spy;
  }

  const sessionOf = (visitor: Visitor) => ({
    headers: { Authorization: `Bearer ${visitor.cookies.get('sesija')}` },
  });
  const contextsOf = async (visitor: Visitor) => {
    const answer = await fetch(`${portal.address}/api/v1/contexts`, sessionOf(visitor));
    return contextsSchema.parse(await answer.json()).items.map(({ id }) => id);
  };

  async function resetLink(): Promise<string> {
    const owner = portal.visitor();
    await owner.get('/forgotten-password');
    await owner.post('/forgotten-password', { email: account.email });
    return linkIn(account.email);
  }

  async function reset(): Promise<{ owner: Visitor; next: string }> {
    const link = await resetLink();
    const owner = portal.visitor();
    await owner.get(link);
    const token = new URL(link, PUBLIC).searchParams.get('token')!;
    const { location } = await owner.post('/password-reset', { token, next: OWN, again: OWN });
    return { owner, next: location! };
  }

  test('a spy whom a stranger let in is out once the owner has reset the password', async () => {
    const stranger = await portal.signedIn(account.username);
    const spy = await takenUp(await invited(stranger));
    const pending = await invited(stranger);
    expect(await contextsOf(spy)).toContain(account.id);
    const { owner, next } = await reset();
    expect(next).toBe('/sign-in?done=passwordResetAccessEnded');
    expect((await owner.get(next)).text).toContain('piekļuves vairs nav');
    expect(await contextsOf(spy)).not.toContain(account.id);
    expect((await spy.get('/cases')).text).not.toContain('SIA Īpašnieks');
    expect((await portal.visitor().get(pending)).status).toBe(404);
    expect((await stranger.get('/people')).status).toBe(303);
    await owner.post('/sign-in', { username: account.username, password: OWN });
    expect((await owner.get('/my-data')).text).toContain(ENDED);
    expect((await owner.get('/people')).text).not.toContain('Aktīv');
  });

  test('who had let in nobody is told of nobody', async () => {
    const { owner, next } = await reset();
    expect(next).toBe('/sign-in?done=passwordReset');
    await owner.get(next);
    await owner.post('/sign-in', { username: account.username, password: OWN });
    expect((await owner.get('/my-data')).text).not.toContain(ENDED);
  });

  test('whom the owner lets in after the reset stays', async () => {
    const { owner, next } = await reset();
    await owner.get(next);
    await owner.post('/sign-in', { username: account.username, password: OWN });
    const colleague = await takenUp(await invited(owner));
    expect(await contextsOf(colleague)).toContain(account.id);
  });

  const walker = (): Walker => openWalker({ [PUBLIC]: portal.address });
  async function byEid(one: Walker): Promise<string> {
    const begun = await one.get(`${PUBLIC}/sign-in/eid`);
    return (await one.get(await one.throughProvider(begun.location!, 'zane'))).location!;
  }

  test('a first sign-in by eID ends what an account without a proof had given, and the next one nothing', async () => {
    const others = await contextsOf(await portal.signedIn('company'));
    const before = walker();
    await byEid(before);
    const { html } = await before.get(`${PUBLIC}/people`);
    const fields = { _csrf: hidden(html, '_csrf'), ...SPY };
    const confirm = await before.submit(`${PUBLIC}/people`, fields);
    const token = hidden(confirm.html, 'token');
    const count = mailsTo(SPY.email).length;
    await before.submit(`${PUBLIC}/people`, { ...fields, step: 'confirm', token });
    const spy = await takenUp(await linkIn(SPY.email, count));
    const own = (await contextsOf(spy)).filter((id) => !others.includes(id));
    expect(own).toHaveLength(1);
    // While the proof stands, another sign-in takes nothing away.
    expect(await byEid(walker())).not.toContain('done=');
    expect(await contextsOf(spy)).toEqual(expect.arrayContaining(own));
    await database().query(
      `update account_proofs set ended_at = now(), ended_by = 'service' where account_id = $1`,
      own,
    );
    const owner = walker();
    const landed = await byEid(owner);
    expect(landed).toContain('done=earlierAccessEnded');
    expect((await owner.get(landed)).html).toContain('piekļuves vairs nav');
    expect(await contextsOf(spy)).toEqual(others);
    expect((await before.get(`${PUBLIC}/people`)).location).toContain('/sign-in');
    expect((await owner.get(`${PUBLIC}/my-data`)).html).toContain(ENDED);
  });
});
