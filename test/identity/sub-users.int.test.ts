import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../db/history.ts';
import { invoicesOf } from '../../db/money.ts';
import type { Caller } from '../../src/casework/caller.ts';
import { mayPost, refusalToPost } from '../../src/casework/rights.ts';
import { signedIn } from '../../src/demo/people.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { contextIdOf, contextsOf } from '../../src/identity/contexts.ts';
import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import { createIdentity, type Identity } from '../../src/identity/identity.ts';
import { createSubUsers, type SubUsers } from '../../src/identity/sub-users.ts';
import { createInvoiceDesk } from '../../src/payments/invoice-desk.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import { SUB_USER_RIGHTS, type SubUserRight } from '../../workflows/roles.ts';
import { type Office, openOffice } from '../payments/office.ts';
import { createCompany } from '../support/company.ts';
import { describeOnBothDatabases } from '../support/database.ts';

const HERE = { network: '192.0.2.1' };

const EVENTS = Object.keys(EVENT_DATA) as EventType[];
const ANNA = signedIn('customer');
const PARAUGS = signedIn('company');

const RIGHT_SETS: readonly (readonly SubUserRight[])[] = Array.from({ length: 16 }, (_, mask) =>
  SUB_USER_RIGHTS.filter((_right, place) => mask & (1 << place)),
);

/** The company's account as it acts for Anna. */
const actingWith = (rights: readonly SubUserRight[]): Caller => ({
  ...PARAUGS,
  actingFor: { accountId: ANNA.accountId, partyCode: ANNA.partyCode, rights },
});

describe('what a sub-user may do (PO-04)', () => {
  test.each(RIGHT_SETS.map((rights) => [rights.join(', ') || 'no right', rights] as const))(
    'with %s: of all events only those that the right names',
    (_name, rights) => {
      const allowed = EVENTS.filter((type) => mayPost(actingWith(rights), type));
      const expected = rights.includes('see')
        ? [
            ...(rights.includes('request') ? ['application.drafted'] : []),
            ...(rights.includes('write') ? ['complaint.filed'] : []),
          ]
        : [];
      expect(allowed.toSorted()).toEqual(expected.toSorted());
    },
  );

  test('never to sign, object, withdraw, confirm readiness or give authority, with every right', () => {
    for (const [type, data] of [
      ['contract.signed', { party: 'customer', form: 'portal' }],
      ['offer.objected', { reasons: 'x' }],
      ['application.withdrawn', {}],
      ['contract.withdrawn', { form: 'portal' }],
      ['readiness.confirmed', {}],
      ['authority.filed', {}],
      ['application.submitted', {}],
    ] as const)
      expect(refusalToPost(actingWith(SUB_USER_RIGHTS), type, data), type).toMatchObject({
        code: 'rights.sub-user',
        kind: 'forbidden',
      });
  });

  test('II.5.4.3: a password that identifies nobody writes nothing for others either', () => {
    const reader: Caller = { ...actingWith(SUB_USER_RIGHTS), level: 'P', kind: 'natural' };
    expect(refusalToPost(reader, 'complaint.filed')).toMatchObject({ code: 'rights.not-identified' });
  });
});

describeOnBothDatabases('sub-users', (database) => {
  let office: Office;
  let subUsers: SubUsers;
  let now: Temporal.Instant;
  /** Two processes on one database. */
  let here: Identity;
  let there: Identity;
  let realNow: Temporal.Instant;

  beforeAll(async () => {
    office = await openOffice(database());
    now = Temporal.Instant.from('2025-03-10T08:00:00Z');
    realNow = now;
    subUsers = createSubUsers({ db: database(), now: () => now });
    here = createIdentity({ db: database(), demo: true, now: () => realNow });
    there = createIdentity({ db: database(), demo: true, now: () => realNow });
  });

  const INVITATION = { name: 'Jānis', email: 'janis@piemers.example' } as const;

  /** A new person whom Anna lets in, signed in and acting for her. */
  let people = 0;
  async function letIn(rights: readonly SubUserRight[]) {
    const { id, token } = await subUsers.invite(ANNA, { ...INVITATION, rights });
    const username = `kolega${++people}-${database().kind}`;
    await createCompany(
      database(),
      { username, password: DEMO_PASSWORD, name: 'SIA Kolēģis', roles: ['customer'], kind: 'legal' },
      now,
    );
    const outcome = await here.signIn({ username, password: DEMO_PASSWORD }, HERE);
    if (outcome.kind !== 'signed-in') throw new Error('could not sign in');
    const own = outcome.caller;
    await subUsers.takeUp(own, token);
    await here.enterContext(outcome.token, own, ANNA.accountId);
    const acting = (await here.callerOf(outcome.token))!;
    return { id, own, acting, session: outcome.token };
  }

  describe('inviting', () => {
    test('whoever is let in sees the cases, and seeing is always given', async () => {
      const { id, acting } = await letIn([]);
      expect(acting.actingFor).toEqual({
        accountId: ANNA.accountId,
        partyCode: ANNA.partyCode,
        rights: ['see'],
      });
      const listed = (await subUsers.list(ANNA)).find((one) => one.id === id);
      expect(listed).toMatchObject({ state: 'active', rights: ['see'], email: INVITATION.email });
      await subUsers.revoke(ANNA, id);
    });

    test('a link works once, for 14 days, and not after it was revoked', async () => {
      const used = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      await subUsers.takeUp(PARAUGS, used.token);
      const revoked = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      await subUsers.revoke(ANNA, revoked.id);
      const late = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      now = now.add({ hours: 14 * 24 });
      for (const { token } of [used, revoked, late, { token: 'nobody' }]) {
        await expect(subUsers.invitation(token)).rejects.toMatchObject({ code: 'invitation.not-found' });
        await expect(subUsers.takeUp(PARAUGS, token)).rejects.toMatchObject({ code: 'invitation.not-found' });
      }
      await subUsers.revoke(ANNA, used.id);
    });

    test('two who take it up at once: one gets in', async () => {
      const { id, token } = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      const others = await Promise.all(
        ['a', 'b', 'c'].map((name) =>
          createAccount(
            database(),
            {
              username: `race-${name}-${database().kind}`,
              password: 'x'.repeat(12),
              name,
              roles: ['customer'],
              kind: 'legal',
            },
            now,
          ),
        ),
      );
      const outcomes = await Promise.allSettled(
        others.map((account) => subUsers.takeUp({ ...PARAUGS, accountId: account.id }, token)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await subUsers.revoke(ANNA, id);
    });

    test('a second click invites nobody twice', async () => {
      const first = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      const second = await subUsers.invite(ANNA, { ...INVITATION, rights: [] }, first.token);
      expect(second).toEqual({ id: first.id, token: first.token, isNew: false });
      await subUsers.revoke(ANNA, first.id);
    });

    test('neither the own account nor staff can be let in', async () => {
      const { id, token } = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      for (const caller of [ANNA, signedIn('service')])
        await expect(subUsers.takeUp(caller, token)).rejects.toMatchObject({
          code: 'invitation.not-for-this-account',
        });
      await subUsers.revoke(ANNA, id);
    });

    test('sub-users make no sub-users, revoke none and see none; nor does staff or who is not identified', async () => {
      const { id, acting } = await letIn(SUB_USER_RIGHTS);
      const invitation = { ...INVITATION, rights: [] };
      for (const caller of [acting, signedIn('service')]) {
        await expect(subUsers.invite(caller, invitation)).rejects.toMatchObject({ kind: 'forbidden' });
        await expect(subUsers.list(caller)).rejects.toMatchObject({ kind: 'forbidden' });
        await expect(subUsers.revoke(caller, id)).rejects.toMatchObject({ kind: 'forbidden' });
      }
      await expect(subUsers.invite({ ...ANNA, level: 'P' }, invitation)).rejects.toMatchObject({
        clause: 'II.5.4.3',
      });
      await expect(subUsers.revoke(PARAUGS, id), 'another customer').rejects.toMatchObject({
        code: 'sub-user.not-found',
      });
      await subUsers.revoke({ ...ANNA, level: 'P' }, id);
    });
  });

  describe('revoking', () => {
    test('ends at once, in every process and for a session that is open', async () => {
      const { id } = await office.received();
      const member = await letIn(['see']);
      const seenThere = (await there.callerOf(member.session))!;
      expect((await office.casework.find(seenThere, id, 'en')).id).toBe(id);
      await subUsers.revoke(ANNA, member.id);
      for (const process of [here, there]) {
        const after = (await process.callerOf(member.session))!;
        expect(after.actingFor).toBeUndefined();
        await expect(office.casework.find(after, id, 'en')).rejects.toMatchObject({ kind: 'not-found' });
      }
      const names = (await contextsOf(database(), member.own.accountId)).map(({ name }) => name);
      expect(names).toEqual(['SIA Kolēģis']);
    });

    test('let in again, the session does not slip into the customer’s name by itself', async () => {
      const member = await letIn(['see']);
      await subUsers.revoke(ANNA, member.id);
      await here.callerOf(member.session);
      const { token } = await subUsers.invite(ANNA, { ...INVITATION, rights: [] });
      await subUsers.takeUp(member.own, token);
      realNow = realNow.add({ seconds: 10 });
      expect((await here.callerOf(member.session))!.actingFor).toBeUndefined();
    });
  });

  describe('contexts (PO-05)', () => {
    test('a change of context holds at once in every process', async () => {
      const member = await letIn(['see']);
      await here.enterContext(member.session, member.acting, member.own.accountId);
      expect(contextIdOf((await there.callerOf(member.session))!)).toBe(member.own.accountId);
      await here.enterContext(member.session, member.own, ANNA.accountId);
      expect(contextIdOf((await there.callerOf(member.session))!)).toBe(ANNA.accountId);
      expect(contextIdOf((await here.callerOf(member.session))!), 'the process that changed it').toBe(
        ANNA.accountId,
      );
    });

    test('nobody enters the name of a customer who has not let them in', async () => {
      const outcome = await here.signIn({ username: 'company', password: DEMO_PASSWORD }, HERE);
      if (outcome.kind !== 'signed-in') throw new Error('could not sign in');
      for (const context of [ANNA.accountId, 'demo-finance', 'nobody'])
        await expect(here.enterContext(outcome.token, outcome.caller, context)).rejects.toMatchObject({
          code: 'context.not-found',
        });
    });

    test('a list holds the cases of its context alone, and no case is reached from the other one', async () => {
      const member = await letIn(SUB_USER_RIGHTS);
      const annas = await office.received();
      const own = await office.casework.draft(member.own, {}, { language: 'en' });
      const listed = async (caller: Caller) =>
        (await office.casework.list(caller, { limit: 200 }, 'en')).items.map(({ id }) => id);
      expect(await listed(member.acting)).toContain(annas.id);
      expect(await listed(member.acting)).not.toContain(own.id);
      expect(await listed(member.own)).toEqual([own.id]);
      await expect(office.casework.find(member.acting, own.id, 'en')).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(office.casework.history(member.own, annas.id)).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    test('authority that the person holds as a representative is not there in another’s name', async () => {
      const member = await letIn(SUB_USER_RIGHTS);
      const { id } = await office.received('company');
      await office.post('company', id, 'authority.filed', {
        agent: member.own.partyCode!,
        scope: 'all',
        from: '2025-03-10',
      });
      expect((await office.casework.find(member.own, id, 'en')).id).toBe(id);
      await expect(office.casework.find(member.acting, id, 'en')).rejects.toMatchObject({
        kind: 'not-found',
      });
    });
  });

  describe('rights are kept by the service', () => {
    test('without the right to see, nothing is there', async () => {
      const { id } = await office.received();
      const blind = actingWith(['pay', 'write', 'request']);
      expect((await office.casework.list(blind, { limit: 10 }, 'en')).items).toEqual([]);
      await expect(office.casework.find(blind, id, 'en')).rejects.toMatchObject({ kind: 'not-found' });
      await expect(office.post(blind, id, 'complaint.filed', { text: 'Kad?' })).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    test('invoices are open to the right to pay alone, in the case and in the list', async () => {
      const { id } = await office.offered();
      const desk = createInvoiceDesk(office.parts);
      expect((await desk.ofCase(actingWith(['see', 'pay']), id)).invoices).toHaveLength(1);
      expect((await desk.mine(actingWith(['see', 'pay']))).invoices.map(({ caseId }) => caseId)).toContain(
        id,
      );
      const [invoice] = await invoicesOf(database(), id);
      for (const rights of [['see'], ['see', 'write', 'request']] as const) {
        await expect(desk.ofCase(actingWith(rights), id)).rejects.toMatchObject({ code: 'rights.sub-user' });
        await expect(desk.mine(actingWith(rights))).rejects.toMatchObject({ code: 'rights.sub-user' });
      }
      expect(JSON.stringify(await desk.mine(PARAUGS)), 'in the own name').not.toContain(invoice!.number);
    });

    test('a submission is written in the own name of the sub-user, who is not identified as the customer by it', async () => {
      const member = await letIn(['write']);
      const { id } = await office.casework.draft(ANNA, {}, { language: 'en' });
      await expect(office.post(member.acting, id, 'application.submitted', {})).rejects.toMatchObject({
        code: 'rights.sub-user',
      });
      const filed = await office.received();
      await office.post(member.acting, filed.id, 'complaint.filed', { text: 'Kad būs piedāvājums?' });
      const history = await historyOf(database(), filed.id);
      expect(history.at(-1)).toMatchObject({
        type: 'complaint.filed',
        actor: member.own.username,
        role: 'customer',
      });
      expect(
        history.filter(({ type, actor }) => type === 'customer.identified' && actor !== 'customer'),
      ).toEqual([]);
    });

    test('an application that a sub-user asks for is the customer’s draft, and the customer files it', async () => {
      const member = await letIn(['request']);
      const draft = await office.casework.draft(member.acting, { purpose: 'new' }, { language: 'en' });
      expect((await office.casework.find(ANNA, draft.id, 'en')).status).toBe('draft');
      await expect(
        office.casework.find(member.own, draft.id, 'en'),
        'not in the own name',
      ).rejects.toMatchObject({ kind: 'not-found' });
      await expect(
        office.casework.submit(
          member.acting,
          {
            customer: { kind: 'natural', name: 'Anna' },
            object: { address: 'x' },
            connection: { phases: 3, ampere: '25', volt: '400' },
            purpose: 'new',
          } as never,
          { language: 'en' },
        ),
      ).rejects.toMatchObject({ code: 'rights.sub-user' });
    });
  });
});
