import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeAccount } from '../../../db/accounts.ts';
import { remindersOf } from '../../../db/reminders.ts';
import { startReminders } from '../../../src/delivery/reminders/create.ts';
import type { Remindable } from '../../../src/delivery/reminders/planned.ts';
import { layDemoAccounts } from '../../../src/identity/demo-accounts.ts';
import { createSubUsers } from '../../../src/identity/sub-users.ts';
import type { EventInput } from '../../../workflows/events.ts';
import { person, timeFrom } from '../../administration/office.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { type House, offered, openHouse } from '../house.ts';
import { type Relay, startRelay } from '../relay.ts';

const SILENT = { warn: () => undefined };

describeOnBothDatabases('reminders (PO-09)', (database) => {
  let relay: Relay;
  let opened: House[];

  beforeEach(async () => {
    relay = await startRelay();
    opened = [];
    await database().query('delete from reminders');
    await database().query('delete from reminder_wishes');
    await database().query('update notices set wake_at = null');
    await layDemoAccounts(database(), Temporal.Now.instant());
  });
  afterEach(async () => {
    for (const house of opened) house.close();
    await relay.stop();
  });

  async function open(clock = timeFrom('2025-03-10'), smtpUrl: string | null = relay.url): Promise<House> {
    const house = await openHouse(database(), clock, { smtpUrl });
    opened.push(house);
    return house;
  }

  const anna = person('customer');
  const wanted = (more: object = {}) => ({
    deadlines: ['objection-window', 'payment-due', 'withdrawal', 'term'] as Remindable[],
    daysBefore: 3,
    email: 'atgadini@piemers.example',
    language: 'lv' as const,
    ...more,
  });
  const rowsOf = (id: string) => remindersOf(database(), id, anna.accountId);
  const breaking = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
  const subjects = () => relay.arrived.map(({ mail }) => breaking(mail.subject));

  test('a moved clock sends each reminder on its morning, once, and says that it is no notice', async () => {
    const house = await open();
    const { id, number } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted());
    await house.moveTo('2025-04-06T07:59');
    expect(relay.arrived).toEqual([]);
    await house.moveTo('2025-04-08');
    expect(subjects()).toEqual([`Atgādinājums: iebildumu termiņš līdz 2025. gada 9. aprīlim (${number})`]);
    const [sent] = relay.arrived;
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({
      deadline: 'objection-window',
      lastDay: '2025-04-09',
      sentAt: '2025-04-06T05:00:00Z',
      wakeAt: null,
      messageId: sent!.mail.messageId,
    });
    expect(sent!.to).toEqual(['atgadini@piemers.example']);
    for (const words of [sent!.mail.text, sent!.mail.html])
      expect(words).toMatch(/Tas nav paziņojums.+tam nav juridisku seku/s);
    expect(sent!.mail.attachments).toEqual([]);
    await house.moveTo('2025-04-09T23:00');
    expect(relay.arrived).toHaveLength(1);
    expect((await house.letters(id)).map(({ notice }) => notice)).not.toContain('reminder');
  });

  test('it is in the language that was asked for and tells nothing of the customer', async () => {
    const house = await open();
    const { id, number } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted({ language: 'en' }));
    await house.moveTo('2025-04-07');
    const { mail, raw } = relay.arrived[0]!;
    expect(subjects()).toEqual([`Reminder: objections to the offer, until 9 April 2025 (${number})`]);
    expect(breaking(mail.text)).toContain('no notice under clause 16 of Part II and has no legal effect');
    expect(raw).not.toMatch(/Ozoli|Liepu|anna@/);
  });

  test('a deadline that no longer runs is not reminded of: what was noted is let go at the moment of sending', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted({ deadlines: ['objection-window'] }));
    await relay.goDown();
    await house.moveTo('2025-04-06T08:30');
    expect(await rowsOf(id)).toMatchObject([{ sentAt: null, lastError: expect.stringMatching(/ECONN/) }]);
    await house.act('customer', id, 'application.withdrawn', {});
    await relay.comeBack();
    await house.moveTo('2025-04-08');
    expect(relay.arrived.filter(({ to }) => to[0] === 'atgadini@piemers.example')).toEqual([]);
    expect(await rowsOf(id)).toMatchObject([
      { sentAt: null, wakeAt: null, lastError: 'the deadline no longer runs' },
    ]);
  });

  test('a relay that is away for an hour delays a reminder and loses none', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted());
    await relay.goDown();
    await house.moveTo('2025-04-06T09:00');
    const [waiting] = await rowsOf(id);
    expect(waiting).toMatchObject({ sentAt: null, attempts: 6 });
    await relay.comeBack();
    await house.moveTo('2025-04-06T10:00');
    expect(await rowsOf(id)).toMatchObject([
      { sentAt: '2025-04-06T06:03:00Z', messageId: waiting!.messageId, lastError: null },
    ]);
    expect(relay.arrived.map(({ mail }) => mail.messageId)).toEqual([waiting!.messageId]);
  });

  test('two workers and a moved clock never remind twice', async () => {
    const clock = timeFrom('2025-03-10');
    const [first, second] = [await open(clock), await open(clock)];
    for (let i = 0; i < 12; i++) {
      const { id } = await offered(first, { channel: 'portal' });
      await first.reminderDesk.set(anna, id, wanted({ email: `a${i}@piemers.example` }));
    }
    const workers = [first, second].map(({ parts }) => startReminders(parts, SILENT, { inBackground: true }));
    await Promise.all([first.moveTo('2025-04-07'), second.moveTo('2025-04-07')]);
    await Promise.all([first.remind(), second.remind()]);
    await Promise.all(workers.map((worker) => worker.stop()));
    const to = relay.arrived.flatMap((one) => one.to);
    expect(to).toHaveLength(12);
    expect(new Set(to).size).toBe(12);
  });

  test('a worker that died with a reminder in hand has it sent by another, under the same message id', async () => {
    const clock = timeFrom('2025-04-07');
    const died = await openHouse(database(), clock, {
      mailer: { send: () => new Promise(() => undefined), close: () => undefined },
    });
    const { id } = await offered(died, { channel: 'portal' });
    await died.reminderDesk.set(anna, id, wanted({ deadlines: ['objection-window'], daysBefore: 14 }));
    await clock.moveTo(Temporal.Instant.from('2025-05-01T08:00:00Z'));
    void died.remind();
    const survivor = await open(clock);
    await expect.poll(async () => (await rowsOf(id))[0]?.attempts).toBe(1);
    const [taken] = await rowsOf(id);
    expect(await survivor.remind()).toBe(0);
    await clock.moveTo((await clock.now()).add({ minutes: 10 }));
    expect(await survivor.remind()).toBe(1);
    expect(relay.arrived.map(({ mail }) => mail.messageId)).toEqual([taken!.messageId]);
  });

  test('a deadline that moved is reminded of anew by its new day', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted({ deadlines: ['objection-window'], daysBefore: 14 }));
    await house.moveTo('2025-03-27');
    await house.act('customer', id, 'offer.objected', { reasons: 'Par dārgu.' });
    await house.act('engineer', id, 'offer.revised', {
      quote: {
        regime: 'auto',
        connection: { ampere: '25', volt: '400', distanceM: '20', customerChoseContractor: false },
        costs: { loadUnit: '9000.00' },
        operatorOrganisesDesign: false,
        supplyInterruptedOrLoadReduced: false,
      },
      termOn: '2025-12-30',
      paymentDueOn: '2025-04-30',
      channel: 'portal',
      ownershipBoundary: 'Uzskaites sadalne',
    } as EventInput<'offer.revised'>);
    await house.moveTo('2025-04-20');
    expect((await rowsOf(id)).map(({ lastDay, sentAt }) => [lastDay, sentAt !== null])).toEqual([
      ['2025-04-26', true],
      ['2025-04-09', true],
    ]);
  });

  test('whoever may no longer see the case is not reminded', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted());
    await changeAccount(database(), anna.accountId, { active: false });
    await house.moveTo('2025-04-07');
    await changeAccount(database(), anna.accountId, { active: true });
    expect(relay.arrived).toEqual([]);
    expect(await rowsOf(id)).toMatchObject([{ lastError: 'the account no longer sees the case' }]);
  });

  describe('a sub-user (PO-04)', () => {
    const subUsers = () => createSubUsers({ db: database() });
    const ofBoard = person('company');
    let invitation: string;
    const acting = {
      ...ofBoard,
      actingFor: { accountId: anna.accountId, partyCode: anna.partyCode, rights: ['see'] },
    } as const;

    beforeEach(async () => {
      const { id, token } = await subUsers().invite(anna, {
        name: 'Jānis',
        email: 'janis@piemers.example',
        rights: [],
      });
      await subUsers().takeUp(ofBoard, token);
      invitation = id;
    });
    afterEach(() => database().query('delete from sub_users'));

    async function wishedBySubUser(house: House): Promise<string> {
      const { id } = await offered(house, { channel: 'portal' });
      await house.reminderDesk.set(acting, id, wanted({ email: 'janis@piemers.example' }));
      return id;
    }
    const becameOf = async (id: string) =>
      (await remindersOf(database(), id, ofBoard.accountId)).map(({ sentAt, wakeAt, lastError }) => ({
        sentAt,
        wakeAt,
        lastError,
      }));
    const LET_GO = { sentAt: null, wakeAt: null, lastError: 'the account no longer sees the case' };

    test('is reminded of the customer’s case, also while looking in the own name', async () => {
      const house = await open();
      const id = await wishedBySubUser(house);
      await house.moveTo('2025-04-07');
      expect(relay.arrived.map(({ to }) => to)).toEqual([['janis@piemers.example']]);
      expect(await becameOf(id)).toEqual([{ sentAt: '2025-04-06T05:00:00Z', wakeAt: null, lastError: null }]);
    });

    test('is sent nothing once the access was taken away', async () => {
      const house = await open();
      const id = await wishedBySubUser(house);
      await subUsers().revoke(anna, invitation);
      await house.moveTo('2025-04-09T23:00');
      expect(relay.arrived).toEqual([]);
      expect(await becameOf(id)).toEqual([LET_GO]);
    });

    test('is sent nothing that waited for the relay while the access was taken away', async () => {
      const house = await open();
      const id = await wishedBySubUser(house);
      await relay.goDown();
      await house.moveTo('2025-04-06T08:30');
      expect(await becameOf(id)).toMatchObject([{ sentAt: null, wakeAt: expect.any(String) }]);
      await subUsers().revoke(anna, invitation);
      await relay.comeBack();
      await house.moveTo('2025-04-08');
      expect(relay.arrived).toEqual([]);
      expect(await becameOf(id)).toEqual([LET_GO]);
    });

    test('is sent nothing once the customer’s account was closed', async () => {
      const house = await open();
      const id = await wishedBySubUser(house);
      await changeAccount(database(), anna.accountId, { active: false });
      await house.moveTo('2025-04-07');
      await changeAccount(database(), anna.accountId, { active: true });
      expect(relay.arrived).toEqual([]);
      expect(await becameOf(id)).toEqual([LET_GO]);
    });

    test('is sent nothing of a case that is the customer’s no longer', async () => {
      const house = await open();
      const id = await wishedBySubUser(house);
      await database().query('update cases set owner_account = null, party_code = null where id = $1', [id]);
      await house.moveTo('2025-04-07');
      expect(relay.arrived).toEqual([]);
      expect(await becameOf(id)).toEqual([LET_GO]);
    });
  });

  test('a recipient whom the relay refuses for good is let go; the deadline stands as it was', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    await house.reminderDesk.set(anna, id, wanted());
    relay.refuse('atgadini@piemers.example', 550, '5.1.1 no such user');
    await house.moveTo('2025-04-07');
    expect(await rowsOf(id)).toMatchObject([{ sentAt: null, wakeAt: null, attempts: 1 }]);
    const view = await house.find(id);
    expect(view.deadlines.find(({ name }) => name === 'objection-window')).toMatchObject({
      lastDay: '2025-04-09',
      state: 'running',
    });
  });

  test('without a relay nothing is noted or sent, and the desk says so', async () => {
    const house = await open(timeFrom('2025-03-10'), null);
    const { id } = await offered(house, { channel: 'portal' });
    expect(await house.reminderDesk.set(anna, id, wanted())).toMatchObject({ sends: false });
    await house.moveTo('2025-04-07');
    expect(await rowsOf(id)).toEqual([]);
  });

  test('before anything is chosen the setting and the account are proposed; what is chosen is planned', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    expect(await house.reminderDesk.find(anna, id, 'lv')).toMatchObject({
      deadlines: [],
      daysBefore: 3,
      email: expect.stringContaining('@'),
      planned: [],
    });
    const set = await house.reminderDesk.set(anna, id, wanted({ daysBefore: 5 }));
    expect(set.planned).toEqual([{ deadline: 'objection-window', lastDay: '2025-04-09', on: '2025-04-04' }]);
    expect(set.choices).toContainEqual({ deadline: 'objection-window', lastDay: '2025-04-09' });
    expect(await house.reminderDesk.set(anna, id, wanted({ deadlines: [] }))).toMatchObject({
      deadlines: [],
    });
    await house.moveTo('2025-04-07');
    expect(relay.arrived).toEqual([]);
  });

  test('a case of somebody else is not there, and staff have no reminders', async () => {
    const house = await open();
    const { id } = await offered(house, { channel: 'portal' });
    const { reminderDesk } = house;
    await expect(reminderDesk.find(person('company'), id, 'lv')).rejects.toMatchObject({
      code: 'case.not-found',
    });
    await expect(reminderDesk.set(person('company'), id, wanted())).rejects.toMatchObject({
      code: 'case.not-found',
    });
    await expect(reminderDesk.find(person('service'), id, 'lv')).rejects.toMatchObject({
      code: 'reminders.customers-only',
    });
  });
});
