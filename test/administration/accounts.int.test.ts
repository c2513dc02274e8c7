import { beforeAll, describe, expect, test } from 'vitest';
import { changeAccount } from '../../db/accounts.ts';
import { sqlStateOf } from '../../db/errors.ts';
import { type AccountDesk, createAccountDesk } from '../../src/administration/accounts/account-desk.ts';
import { type AccountAct, accountListQuery } from '../../src/administration/accounts/account-request.ts';
import { type LawShelf, openLawShelf } from '../../src/casework/law-shelf.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { person, refusalOf, timeFrom } from './office.ts';

const HERE = { network: '192.0.2.1' };

const NOW = '2026-03-10T08:00:00Z';

describeOnBothDatabases('accounts of staff', (database) => {
  let desk: AccountDesk;
  let shelf: LawShelf;

  beforeAll(async () => {
    const now = Temporal.Instant.from(NOW);
    await layDemoAccounts(database(), now);
    shelf = await openLawShelf(database());
    desk = createAccountDesk({ db: database(), clock: timeFrom(NOW), demo: true, shelf, now: () => now });
  });

  const query = (more: Record<string, string> = {}) => accountListQuery.parse(more);
  /** Asked for by the one and, where it waits, approved by the other administrator. */
  async function act(id: string, wanted: AccountAct, who = 'admin') {
    const outcome = await desk.act(person(who), id, wanted);
    return outcome.kind === 'done' ? outcome : approved(outcome.approvalId, who);
  }
  async function approved(approvalId: string, asker = 'admin') {
    const second = person(asker === 'admin' ? 'admin2' : 'admin');
    const outcome = await desk.decide(second, approvalId, { decision: 'apply', reasons: '' });
    if (outcome.kind !== 'applied') throw new Error(`The act was ${outcome.kind}.`);
    return outcome;
  }
  /** The one-time password that the second administrator is told. */
  async function newPassword(id: string): Promise<string> {
    const outcome = await act(id, { act: 'password' });
    return (outcome.kind === 'applied' && outcome.password) || expect.unreachable('no password was told');
  }
  const signIn = async (username: string, password: string, at = NOW) => {
    const now = () => Temporal.Instant.from(at);
    return createIdentity({ db: database(), demo: true, now }).signIn({ username, password }, HERE);
  };
  const created = async (
    username: string,
    roles: readonly ('service' | 'engineer' | 'admin')[] = ['service'],
  ) => {
    const account = { username, name: 'Zane Bērziņa', language: 'lv' as const, roles: [...roles] };
    return approved((await desk.create(person('admin'), account)).approvalId);
  };

  test('a new member of staff signs in with the password that the second administrator was told', async () => {
    const { account, password } = await created('Zane');
    expect(account).toMatchObject({
      username: 'zane',
      kind: 'staff',
      roles: ['service'],
      active: true,
      sessions: 0,
    });
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    const signedIn = await signIn('zane', password!);
    expect(signedIn).toMatchObject({ kind: 'signed-in', caller: { username: 'zane', roles: ['service'] } });
    const { log } = await desk.find(person('admin'), account.id);
    expect(log).toMatchObject([
      {
        actor: 'admin2',
        what: 'account.created',
        data: { username: 'zane', roles: ['service'], askedBy: 'admin', by: 'code' },
      },
    ]);
    expect(JSON.stringify(log)).not.toContain(password);
  });

  test('a username is given once, also in other letters', async () => {
    const refusal = await refusalOf(created(' ENGINEER '.trim()));
    expect([refusal.code, refusal.errors[0]?.field]).toEqual(['account.username-taken', 'username']);
  });

  test('a change of roles ends the sessions and is noted with what was and what is', async () => {
    const { account, password } = await created('ivo');
    await signIn('ivo', password!);
    expect((await desk.find(person('admin'), account.id)).account.sessions).toBe(1);
    await act(account.id, { act: 'roles', roles: ['engineer', 'finance'] });
    const { account: after, log } = await desk.find(person('admin'), account.id);
    expect(after).toMatchObject({ roles: ['engineer', 'finance'], sessions: 0 });
    expect(log[0]).toMatchObject({
      what: 'account.roles-changed',
      data: { before: ['service'], after: ['engineer', 'finance'] },
    });
    await act(account.id, { act: 'roles', roles: ['engineer', 'finance'] });
    expect((await desk.find(person('admin'), account.id)).log).toHaveLength(2);
  });

  test('a closed account lets nobody in until it is opened again', async () => {
    const { account, password } = await created('liene');
    await signIn('liene', password!);
    await act(account.id, { act: 'close' });
    expect((await desk.find(person('admin'), account.id)).account).toMatchObject({
      active: false,
      sessions: 0,
    });
    expect((await signIn('liene', password!)).kind).toBe('refused');
    await act(account.id, { act: 'open' });
    expect((await signIn('liene', password!)).kind).toBe('signed-in');
  });

  test('a new password takes the place of the old one and ends the sessions', async () => {
    const { account, password } = await created('uldis');
    await signIn('uldis', password!);
    const second = await newPassword(account.id);
    expect((await desk.find(person('admin'), account.id)).account.sessions).toBe(0);
    expect((await signIn('uldis', password!)).kind).toBe('refused');
    expect((await signIn('uldis', second)).kind).toBe('signed-in');
    await act(account.id, { act: 'sign-out' });
    expect((await desk.find(person('admin'), account.id)).account.sessions).toBe(0);
  });

  test('a password that was handed over opens for three days, and nothing but the choice of an own one', async () => {
    const { account, password, until } = await created('maruta');
    expect(until).toBe('2026-03-13T08:00:00Z');
    expect(await signIn('maruta', password!)).toMatchObject({
      kind: 'signed-in',
      caller: { choosesPassword: true },
    });
    expect((await signIn('maruta', password!, '2026-03-13T07:59:59Z')).kind).toBe('signed-in');
    expect((await signIn('maruta', password!, '2026-03-13T08:00:00Z')).kind).toBe('expired');
    expect((await signIn('maruta', 'not the password', '2026-03-13T08:00:00Z')).kind).toBe('refused');
    const second = await newPassword(account.id);
    const { log } = await desk.find(person('admin'), account.id);
    expect(log[0]).toMatchObject({ what: 'account.password-set', data: { until: '2026-03-13T08:00:00Z' } });
    expect(await signIn('maruta', second)).toMatchObject({ caller: { choosesPassword: true } });
  });

  test('nobody takes the own administration away', async () => {
    const own = [
      { act: 'roles', roles: ['service'] },
      { act: 'close' },
    ] as const satisfies readonly AccountAct[];
    for (const wanted of own)
      expect((await refusalOf(act('demo-admin', { ...wanted } as AccountAct))).code).toBe(
        'account.own-administration',
      );
    await act('demo-admin', { act: 'roles', roles: ['service', 'admin'] });
    await act('demo-admin', { act: 'roles', roles: ['admin'] });
  });

  test('two administrators who close each other’s account at once leave one of them', async () => {
    const outcomes = await Promise.allSettled([
      act('demo-admin2', { act: 'close' }, 'admin'),
      act('demo-admin', { act: 'close' }, 'admin2'),
    ]);
    const refused = outcomes.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toMatchObject([{ code: 'account.last-administrator' }]);
    const { items } = await desk.list(person('admin'), query({ role: 'admin', active: 'true' }));
    expect(items).toHaveLength(1);
    const left = items[0]!.username;
    // With one administrator left nobody opens the other account again from inside.
    const closed = left === 'admin' ? 'admin2' : 'admin';
    const asked = await desk.act(person(left), `demo-${closed}`, { act: 'open' });
    expect(asked.kind).toBe('awaits-approval');
    await changeAccount(database(), `demo-${closed}`, { active: true });
  });

  test('demo accounts are nobody in a real installation: its last administrator stays', async () => {
    const real = createAccountDesk({ db: database(), clock: timeFrom(NOW), demo: false, shelf });
    const { account } = await created('vadims', ['admin']);
    const refusal = await refusalOf(real.act(person('admin2'), account.id, { act: 'close' }));
    expect(refusal.code).toBe('account.last-administrator');
    await act(account.id, { act: 'close' });
  });

  test('II.5.4: the password and the role of a customer are no matter of an administrator', async () => {
    for (const wanted of [{ act: 'password' }, { act: 'roles', roles: ['engineer'] }] as const)
      expect((await refusalOf(act('demo-customer', { ...wanted } as AccountAct))).code).toBe(
        'account.not-staff',
      );
    await act('demo-customer', { act: 'close' });
    await act('demo-customer', { act: 'open' });
  });

  test('the list goes by username, page by page, and finds by part of a name', async () => {
    const all = await desk.list(person('admin'), query({ limit: '200' }));
    const names = all.items.map(({ username }) => username);
    expect(names).toEqual(names.toSorted());
    expect(all.next).toBeNull();
    const walked: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<AccountDesk['list']>> = await desk.list(
        person('admin'),
        query({ limit: '4', ...(after === '' ? {} : { after }) }),
      );
      walked.push(...page.items.map(({ username }) => username));
      after = page.next;
    }
    expect(walked).toEqual(names);
    const found = async (more: Record<string, string>) =>
      (await desk.list(person('admin'), query(more))).items.map(({ username }) => username);
    expect(await found({ q: 'liepiņa' })).toEqual(['engineer2']);
    expect(await found({ q: '100%_' })).toEqual([]);
    expect(await found({ staff: 'false' })).toEqual(['company', 'customer']);
    expect(await found({ role: 'privacy' })).toEqual(['privacy']);
  });

  test.each(['engineer', 'service', 'privacy', 'customer'])('%s is no administrator', async (who) => {
    for (const tried of [
      desk.list(person(who), query()),
      desk.find(person(who), 'demo-admin'),
      desk.create(person(who), { username: 'x1', name: 'X', language: 'lv', roles: ['admin'] }),
      desk.act(person(who), 'demo-engineer', { act: 'roles', roles: ['admin'] }),
    ])
      expect((await refusalOf(tried)).kind).toBe('forbidden');
  });

  describe('the record of changes', () => {
    test('cannot be changed, not even in the database', async () => {
      const changed = await database()
        .query(`update account_log set actor = 'nobody'`)
        .then(
          () => null,
          (error: unknown) => sqlStateOf(error) ?? error,
        );
      expect(changed).not.toBeNull();
    });
  });
});
