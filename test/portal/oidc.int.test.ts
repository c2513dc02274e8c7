import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountsOfParty } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { type IdentityProvider, oidcProvider } from '../../src/identity/oidc.ts';
import { providerSignIn, returnPath } from '../../src/portal/account/provider-sign-in.ts';
import { type RunningProvider, runProvider } from '../identity/identity-provider.ts';
import { openWalker, type Walker } from '../identity/walker.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

/** Sign-in by eID and bank against real providers. The portal's public address is no address of this machine: what a request
 *  names as its host decides nothing. */
const PUBLIC = 'https://portals.example';

const PEOPLE = {
  zane: {
    given_name: 'Zane',
    family_name: 'Kļava',
    personal_code: '030390-30000',
    email: 'zane@piemers.example',
    email_verified: true,
  },
  // The same person, as a bank knows her.
  z47: { name: 'ZANE KĻAVA', personal_code: 'PNOLV-030390-30000' },
  janis: { given_name: 'Jānis', family_name: 'Ozols', personal_code: '040490-40000' },
  priit: { given_name: 'Priit', family_name: 'Tamm', personal_code: 'PNOEE-38001085718' },
  // A bank states for whom its client acts.
  zaneForCompany: {
    name: 'ZANE KĻAVA',
    personal_code: '030390-30000',
    organization_identifier: 'NTRLV-40003999999',
    organization_name: 'SIA "Kļavas"',
  },
  forTwo: {
    name: 'ZANE KĻAVA',
    personal_code: '030390-30000',
    organization_identifier: ['NTRLV-40003999999', 'NTRLV-40003999998'],
  },
  nameless: { given_name: 'Kāds', family_name: 'Cits' },
};

let db: Database;
let portal: RunningPortal;
let eid: RunningProvider;
let bank: RunningProvider;
let walker: Walker;

const ways = (...providers: IdentityProvider[]) => ({
  services: { signInMethods: providers.map(providerSignIn) },
});

const providerOf = (
  id: 'eid' | 'bank',
  { issuer, clientId, clientSecret }: RunningProvider,
): IdentityProvider =>
  oidcProvider(
    {
      id,
      issuer,
      clientId,
      clientSecret,
      codeClaim: 'personal_code',
      companyClaim: 'organization_identifier',
    },
    PUBLIC + returnPath(id),
  );

const newWalker = (): Walker => openWalker({ [PUBLIC]: portal.address });

beforeAll(async () => {
  db = await openFreshEmbedded();
  eid = await runProvider({ people: PEOPLE, redirectUri: PUBLIC + returnPath('eid') });
  bank = await runProvider({
    people: PEOPLE,
    redirectUri: PUBLIC + returnPath('bank'),
    claimsInToken: true,
    secretIn: 'client_secret_post',
  });
  portal = await runPortal(db, ways(providerOf('eid', eid), providerOf('bank', bank)));
  walker = newWalker();
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await eid.stop();
  await bank.stop();
  await db.close();
});

afterEach(() => {
  walker = newWalker();
});

/** To the provider and back; the way back has not been opened yet. */
async function wayBack(id: 'eid' | 'bank', who: string, query = ''): Promise<string> {
  const begun = await walker.get(`${PUBLIC}/sign-in/${id}${query}`);
  expect(begun.status).toBe(303);
  return walker.throughProvider(begun.location!, who);
}

const signIn = async (id: 'eid' | 'bank', who: string, query = '') =>
  walker.get(await wayBack(id, who, query));

const sessionIn = async (
  one: Walker = walker,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(`${portal.address}/api/v1/sessions`, {
    headers: { Authorization: `Bearer ${one.cookie(PUBLIC, 'sesija')}` },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

const call = async (as: string, method: string, path: string, body?: object) => {
  const visitor = await portal.signedIn(as);
  const answer = await fetch(`${portal.address}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${visitor.cookies.get('sesija')}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as { id: string; number: string; items: { type: string }[] };
};

const fileCaseOf = (personalCode: string) =>
  call('service', 'POST', '/cases', {
    customer: { kind: 'natural', name: 'Zane Kļava', personalCode, household: true },
    object: { address: 'Liepu iela 5, Ādaži', cadastreNumber: '80440040123' },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });

describe('II.5.4.3: signing in by eID or bank', () => {
  test('is offered on the sign-in page, and brings back to where one wanted to go', async () => {
    const page = await walker.get(`${PUBLIC}/sign-in?next=/apply`);
    expect(page.html).toContain('/sign-in/eid?next');
    expect(page.html).toContain('/sign-in/bank?next');
    const done = await signIn('eid', 'zane', '?next=/apply');
    expect([done.status, done.location]).toEqual([303, `${PUBLIC}/apply`]);
    expect(await sessionIn()).toMatchObject({ status: 200, body: { level: '2', roles: ['customer'] } });
  });

  test('opens one account for one person, by whichever provider, under the name that the provider told last', async () => {
    await signIn('eid', 'zane');
    const first = (await sessionIn()).body.username;
    walker = newWalker();
    await signIn('bank', 'z47');
    expect((await sessionIn()).body.username).toBe(first);
    const [account, ...others] = await accountsOfParty(db, '03039030000');
    expect(others).toEqual([]);
    expect(account).toMatchObject({
      kind: 'natural',
      name: 'ZANE KĻAVA',
      email: 'zane@piemers.example',
      passwordHash: null,
    });
    expect(account?.username).not.toContain('0303');
  });

  test('shows the cases that staff filed for the personal code, and identifies the customer in them (II.5.1)', async () => {
    const filed = await fileCaseOf('040490-40000');
    await signIn('eid', 'janis');
    const cases = await fetch(`${portal.address}/api/v1/cases/${filed.id}`, {
      headers: { Authorization: `Bearer ${walker.cookie(PUBLIC, 'sesija')}` },
    });
    expect(cases.status).toBe(200);
    const history = await call('service', 'GET', `/cases/${filed.id}/history`);
    expect(history.items.filter(({ type }) => type === 'customer.identified')).toEqual([
      expect.objectContaining({ role: 'customer', data: { method: 'portal-eid' } }),
    ]);
    walker = newWalker();
    await signIn('eid', 'janis');
    const after = await call('service', 'GET', `/cases/${filed.id}/history`);
    expect(after.items).toHaveLength(history.items.length);
  });

  test.each(['eid', 'bank'] as const)(
    'who represents a company by %s sees its older cases and no others, and identifies it in them (II.5.3)',
    async (id) => {
      const filed = await call('service', 'POST', '/cases', {
        customer: { kind: 'legal', name: 'SIA "Kļavas"', registrationNumber: '40003999999' },
        object: { address: `Ozolu iela ${id}, Ādaži`, cadastreNumber: '80440040123' },
        connection: { phases: 3, ampere: '25', volt: '400' },
        purpose: 'new',
      });
      const stranger = await fileCaseOf('030390-30000');
      const seen = async (caseId: string) => {
        const headers = { Authorization: `Bearer ${walker.cookie(PUBLIC, 'sesija')}` };
        const one = await fetch(`${portal.address}/api/v1/cases/${caseId}`, { headers });
        const list = await fetch(`${portal.address}/api/v1/cases?limit=200`, { headers });
        const { items } = (await list.json()) as { items: { id: string }[] };
        return [one.status, items.some((item) => item.id === caseId)];
      };
      await signIn(id, 'zaneForCompany');
      expect(await seen(filed.id)).toEqual([200, true]);
      expect(await seen(stranger.id)).toEqual([404, false]);
      expect((await walker.get(`${PUBLIC}/cases`)).html).toContain('Kļavas');
      const history = await call('service', 'GET', `/cases/${filed.id}/history`);
      expect(history.items.filter(({ type }) => type === 'customer.identified')).toEqual([
        expect.objectContaining({ role: 'customer', data: { method: `portal-${id}` } }),
      ]);
      walker = newWalker();
      await signIn('eid', 'zane');
      expect(await seen(filed.id)).toEqual([404, false]);
      expect(await seen(stranger.id)).toEqual([200, true]);
    },
  );

  test('a provider that names two companies opens nothing: which one is represented is not known', async () => {
    const failed = await signIn('bank', 'forTwo');
    expect([failed.status, failed.html]).toEqual([403, expect.stringContaining('kuru uzņēmumu pārstāvat')]);
    expect((await sessionIn()).status).toBe(401);
  });

  test('never takes over an account that somebody registered with a password under the same code', async () => {
    await createAccount(
      db,
      {
        username: 'svess@piemers.example',
        password: 'kāda sveša cilvēka parole',
        name: 'Zane Kļava',
        roles: ['customer'],
        kind: 'natural',
        partyCode: '03039030000',
      },
      Temporal.Now.instant(),
    );
    await signIn('eid', 'zane');
    expect((await sessionIn()).body.username).toMatch(/^persona-/);
    expect(await accountsOfParty(db, '03039030000')).toHaveLength(2);
  });

  test('ends the session that the browser had before', async () => {
    await signIn('eid', 'zane');
    const before = walker.cookie(PUBLIC, 'sesija');
    await signIn('eid', 'janis');
    expect(walker.cookie(PUBLIC, 'sesija')).not.toBe(before);
    const old = await fetch(`${portal.address}/api/v1/sessions`, {
      headers: { Authorization: `Bearer ${before}` },
    });
    expect(old.status).toBe(401);
  });

  test('signing out ends it', async () => {
    await signIn('eid', 'zane');
    const token = walker.cookie(PUBLIC, 'sesija');
    const page = await walker.get(`${PUBLIC}/`);
    const csrf = page.html.match(/name="_csrf" value="([^"]+)"/)![1]!;
    expect((await walker.submit(`${PUBLIC}/sign-out`, { _csrf: csrf })).status).toBe(303);
    const answer = await fetch(`${portal.address}/api/v1/sessions`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
  });

  test('goes on to nowhere but to us', async () => {
    expect((await signIn('eid', 'zane', '?next=//elsewhere.example')).location).toBe(`${PUBLIC}/cases`);
  });
});

/** What is shown where a journey failed; nobody is signed in by it. */
async function refused(address: string, by: Walker = walker) {
  const page = await by.get(address);
  expect(by.cookie(PUBLIC, 'sesija')).toBeUndefined();
  return { status: page.status, html: page.html };
}

describe('a journey that does not end in a sign-in', () => {
  test('turning back is no error', async () => {
    const begun = await walker.get(`${PUBLIC}/sign-in/eid?next=/apply`);
    const back = await walker.turnBackAtProvider(begun.location!);
    expect(new URL(back).searchParams.get('error')).toBe('access_denied');
    const { status, html } = await refused(back);
    expect(status).toBe(200);
    expect(html).toContain('Pierakstīšanās ir pārtraukta');
    expect(html).toContain('/sign-in/eid?next');
  });

  test('the way back is good once', async () => {
    const back = await wayBack('eid', 'zane');
    expect((await walker.get(back)).status).toBe(303);
    const again = await walker.get(back);
    expect(again.status).toBe(400);
    expect(again.html).toContain('vairs neder');
  });

  test('the way back is good in the browser alone in which the journey began (login CSRF)', async () => {
    const back = await wayBack('eid', 'zane');
    const victim = newWalker();
    await victim.get(`${PUBLIC}/sign-in/eid`);
    expect((await refused(back, victim)).status).toBe(400);
  });

  test('the way back is good for a quarter of an hour', async () => {
    const back = await wayBack('eid', 'zane');
    await db.query(`update sign_in_attempts set expires_at = expires_at - interval '15 minutes'`);
    const { status, html } = await refused(back);
    expect(status).toBe(400);
    expect(html).toContain('vairs neder');
  });

  test('a made-up state is refused', async () => {
    const back = new URL(await wayBack('eid', 'zane'));
    back.searchParams.set('state', 'somebody-elses');
    expect((await refused(back.href)).status).toBe(400);
  });

  test('a statement for another journey is refused: its nonce differs', async () => {
    const back = await wayBack('eid', 'zane');
    await db.query(`update sign_in_attempts set nonce = 'another'`);
    const { status, html } = await refused(back);
    expect(status).toBe(400);
    expect(html).toContain('neizdevās pārbaudīt');
    expect(portal.logged().join('')).toContain('"reason":"untrusted"');
  });

  test('a code of another journey is refused: its PKCE verifier differs', async () => {
    const stolen = new URL(await wayBack('eid', 'janis')).searchParams.get('code')!;
    const back = new URL(await wayBack('eid', 'zane'));
    back.searchParams.set('code', stolen);
    expect((await refused(back.href)).status).toBe(400);
  });

  test('an answer of another issuer is refused (mix-up, RFC 9207)', async () => {
    const fromBank = new URL(await wayBack('bank', 'z47'));
    const back = new URL(await wayBack('eid', 'zane'));
    back.searchParams.set('iss', bank.issuer);
    back.searchParams.set('code', fromBank.searchParams.get('code')!);
    expect((await refused(back.href)).status).toBe(400);
  });

  test('a journey to one provider does not come back by the address of another', async () => {
    const back = new URL(await wayBack('bank', 'z47'));
    back.pathname = returnPath('eid');
    expect((await refused(back.href)).status).toBe(400);
  });

  test.each(['priit', 'nameless'])('without a Latvian personal code (%s) nobody is let in', async (who) => {
    const { status, html } = await refused(await wayBack('eid', who));
    expect(status).toBe(403);
    expect(html).toContain('Nav Latvijas personas koda');
  });

  test('a closed account stays closed', async () => {
    await signIn('eid', 'janis');
    const [account] = await accountsOfParty(db, '04049040000');
    await db.query('update accounts set active = false where id = $1', [account!.id]);
    walker = newWalker();
    const { status, html } = await refused(await wayBack('eid', 'janis'));
    expect(status).toBe(403);
    expect(html).toContain('Konts ir slēgts');
    await db.query('update accounts set active = true where id = $1', [account!.id]);
  });

  test('a subject that suddenly has another personal code is let nowhere', async () => {
    await signIn('eid', 'zane');
    await db.query(`update accounts set party_code = '05059050000' where party_code = '03039030000'`);
    walker = newWalker();
    const { status, html } = await refused(await wayBack('eid', 'zane'));
    expect(status).toBe(403);
    expect(html).toContain('nesakrīt');
    await db.query(`update accounts set party_code = '03039030000' where party_code = '05059050000'`);
  });

  test('nothing of the person gets into the log', () => {
    const log = portal.logged().join('');
    for (const secret of ['030390', '03039030000', 'Kļava', 'zane@']) expect(log).not.toContain(secret);
  });
});

describe('a provider that does not answer', () => {
  test('stops nothing: the page says so, the others go on, and it is asked again', async () => {
    const away = await runProvider({ people: PEOPLE, redirectUri: PUBLIC + returnPath('eid') });
    await away.stop();
    const provider = providerOf('eid', away);
    const here = await runPortal(db, ways(provider, providerOf('bank', bank)));
    const one = openWalker({ [PUBLIC]: here.address });
    const failed = await one.get(`${PUBLIC}/sign-in/eid`);
    expect(failed.status).toBe(503);
    expect(failed.html).toContain('Pakalpojuma sniedzējs neatbild');
    expect(provider.isReachable()).toBe(false);
    expect((await one.get(`${PUBLIC}/sign-in`)).html).toContain('pašlaik neatbild');
    expect((await one.get(`${PUBLIC}/sign-in/bank`)).status).toBe(303);

    const port = Number(new URL(away.issuer).port);
    const back = await runProvider({ people: PEOPLE, redirectUri: PUBLIC + returnPath('eid'), port });
    expect((await one.get(`${PUBLIC}/sign-in/eid`)).status).toBe(303);
    expect((await one.get(`${PUBLIC}/sign-in`)).html).not.toContain('pašlaik neatbild');
    await back.stop();
    await here.stop();
  });

  test('is told from a statement that cannot be trusted also on the way back', async () => {
    const short = await runProvider({ people: PEOPLE, redirectUri: PUBLIC + returnPath('eid') });
    const here = await runPortal(db, ways(providerOf('eid', short)));
    const one = openWalker({ [PUBLIC]: here.address });
    const begun = await one.get(`${PUBLIC}/sign-in/eid`);
    const back = await one.throughProvider(begun.location!, 'zane');
    await short.stop();
    const { status, html } = await refused(back, one);
    expect(status).toBe(503);
    expect(html).toContain('neatbild');
    await here.stop();
  });
});

test('without a provider the sign-in page offers the password alone', async () => {
  const here = await runPortal(db);
  const page = await here.visitor().get('/sign-in');
  expect(page.text).not.toContain('Pierakstīties ar apliecinātu identitāti');
  expect((await here.visitor().get('/sign-in/eid')).status).toBe(404);
  await here.stop();
});
