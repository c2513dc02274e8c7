import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitSteps } from '../../db/commit.ts';
import { startDispatcher } from '../../src/delivery/dispatcher.ts';
import { person, timeFrom } from '../administration/office.ts';
import { aNotice, created } from '../db/a-step.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { deadline, type House, offered, openHouse, plainRender } from './house.ts';
import { type Relay, startRelay } from './relay.ts';

describeOnBothDatabases('letters by e-mail', (database) => {
  let relay: Relay;
  let opened: House[];

  beforeEach(async () => {
    relay = await startRelay();
    opened = [];
    await database().query('update notices set wake_at = null');
  });
  afterEach(async () => {
    for (const house of opened) house.close();
    await relay.stop();
  });

  const open = async (
    ...given: Parameters<typeof openHouse> extends [unknown, ...infer More] ? More : never
  ) => {
    const house = await openHouse(database(), ...given);
    opened.push(house);
    return house;
  };
  const inOffice = (clock = timeFrom('2025-03-10')) => open(clock, { smtpUrl: relay.url });

  test('each letter arrives once, with text, HTML and the document as it is stored', async () => {
    const house = await inOffice();
    const { id, number } = await offered(house);
    while ((await house.dispatch()) > 0);
    expect(await house.dispatch()).toBe(0);

    const letters = await house.letters(id);
    const byMail = letters.filter(({ channel }) => channel === 'email');
    expect(byMail.map(({ notice }) => notice)).toEqual(['N-OFFER', 'N-ADVINV']);
    expect(relay.arrived).toHaveLength(2);
    for (const letter of byMail) {
      const { mail, to, from } = relay.arrived.find((one) => one.mail.messageId === letter.messageId)!;
      expect(to).toEqual(['anna@piemers.example']);
      expect(from).toBe('st@sadalestikls.lv');
      expect(mail.subject).toBe(`${letter.notice} ${number} Anna Ozoliņa ēģļšņž`);
      expect(mail.text?.trim()).toBe(mail.subject);
      expect(mail.html?.trim()).toBe(`<p>${mail.subject}</p>`);
      const read = await house.casework.document(person('service'), letter.documentId!);
      const [attached] = mail.attachments;
      expect(attached).toMatchObject({ filename: `${letter.notice}.pdf`, mimeType: 'application/pdf' });
      expect(Buffer.from(attached!.content as ArrayBuffer).equals(Buffer.from(read.bytes))).toBe(true);
      expect(letter).toMatchObject({
        deliveredState: 'sent',
        messageId: expect.stringMatching(new RegExp(`^<${letter.id}\\.[0-9a-f]{16}@sadalestikls\\.lv>$`)),
        wakeAt: null,
        attempts: 1,
      });
    }
    expect(letters.filter(({ channel }) => channel === 'portal').map((one) => one.deliveredState)).toEqual([
      'delivered',
    ]);
  });

  test('the relay is away for an hour: every letter comes late, none is lost, each under its first name', async () => {
    const house = await inOffice();
    await relay.goDown();
    const { id } = await offered(house);
    await house.dispatch();
    const waiting = await house.letter(id, 'N-OFFER');
    expect(waiting).toMatchObject({ deliveredState: 'queued', attempts: 1, wakeAt: '2025-03-10T08:01:00Z' });
    expect(waiting.lastError).toMatch(/ECONNREFUSED/);

    await house.moveTo('2025-03-10T11:00');
    expect(await house.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'queued', attempts: 6 });
    await relay.comeBack();
    await house.moveTo('2025-03-10T11:05');
    const sent = await house.letter(id, 'N-OFFER');
    expect(sent).toMatchObject({ deliveredState: 'sent', sentAt: '2025-03-10T09:03:00Z', lastError: null });
    expect(sent.messageId).toBe(waiting.messageId);
    expect(relay.arrived.map(({ mail }) => mail.messageId).sort()).toEqual(
      (await house.letters(id)).flatMap(({ messageId }) => messageId ?? []).sort(),
    );
    expect(new Set(house.printed).size).toBe(house.printed.length);
  });

  test('II.16.4.3: a letter that waited past midnight counts from the day on which it was sent', async () => {
    const house = await inOffice(timeFrom('2025-03-10T23:30'));
    await relay.goDown();
    const { id } = await offered(house);
    await house.dispatch();
    await house.moveTo('2025-03-11T00:10');
    await relay.comeBack();
    await house.moveTo('2025-03-11T01:00');
    expect(await house.letter(id, 'N-OFFER')).toMatchObject({
      deliveredState: 'sent',
      deemedReceivedOn: '2025-03-11',
    });
    expect(deadline(await house.find(id), 'objection-window')?.lastDay).toBe('2025-04-10');
    expect(relay.arrived).toHaveLength(2);
  });

  test('a relay that stays away: the letter is given up with the reason', async () => {
    const house = await inOffice();
    await relay.goDown();
    const { id } = await offered(house);
    await house.dispatch();
    await house.moveTo('2025-03-14');
    const dead = await house.letter(id, 'N-OFFER');
    expect(dead).toMatchObject({ deliveredState: 'dead', attempts: 24, wakeAt: null });
    expect(dead.lastError).toMatch(/ECONNREFUSED/);
    expect(house.warned).toContain('a letter was given up');
    await relay.comeBack();
  });

  test('two workers and a moved clock never send twice', async () => {
    const clock = timeFrom('2025-03-10');
    const [first, second] = [await inOffice(clock), await inOffice(clock)];
    for (let i = 0; i < 12; i++) await offered(first, { customer: { email: `k${i}@piemers.example` } });
    const workers = [first, second].map(({ parts }) => startDispatcher(parts, { warn: () => undefined }));
    await Promise.all([first.moveTo('2025-03-10T12:00'), second.moveTo('2025-03-10T12:00')]);
    await Promise.all(workers.map((worker) => worker.stop()));
    const ids = relay.arrived.map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(24);
    expect(new Set(ids).size).toBe(24);
  });

  test('a worker that died with letters in hand has them sent by another, under the same message id', async () => {
    const clock = timeFrom('2025-03-10');
    const died = await open(clock, {
      mailer: { send: () => new Promise(() => undefined), close: () => undefined },
    });
    const { id } = await offered(died);
    void died.dispatch();
    const survivor = await inOffice(clock);
    await expect.poll(async () => (await survivor.letter(id, 'N-OFFER')).attempts).toBe(1);
    expect(await survivor.dispatch()).toBe(0);
    await clock.moveTo((await clock.now()).add({ minutes: 10 }));
    expect(await survivor.dispatch()).toBeGreaterThan(0);
    expect(await survivor.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'sent', attempts: 2 });
  });

  test('a clock that is moved over the lease of a letter in hand has its own process send it once', async () => {
    const clock = timeFrom('2025-03-10');
    const handedOver: string[] = [];
    const answer = Promise.withResolvers<{ kind: 'accepted' }>();
    const house = await open(clock, {
      mailer: {
        send({ messageId }) {
          handedOver.push(messageId);
          return answer.promise;
        },
        close: () => undefined,
      },
    });
    const { id } = await offered(house);
    const inHand = house.dispatch();
    await expect.poll(() => handedOver.length).toBe(2);
    await clock.moveTo((await clock.now()).add({ minutes: 11 }));
    expect(await house.dispatch(), 'taken again').toBe(2);
    answer.resolve({ kind: 'accepted' });
    await inHand;
    expect(new Set(handedOver).size).toBe(handedOver.length);
    expect(await house.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'sent', wakeAt: null });
  });

  test('nothing is sent for a step that rolled back', async () => {
    const house = await inOffice();
    const step = created({ notices: [aNotice('n-1', { channel: 'email', recipient: 'a@piemers.example' })] });
    await expect(
      database().transaction(async (tx) => {
        await commitSteps(tx, [step]);
        throw new Error('the step fails');
      }),
    ).rejects.toThrow('the step fails');
    expect(await house.dispatch()).toBe(0);
    expect(relay.arrived).toEqual([]);
    expect(house.printed).toEqual([]);
  });

  test('a letter of the portal goes by e-mail as a copy that takes no part in its receipt', async () => {
    const render = plainRender([]);
    const house = await open(timeFrom('2025-03-10'), {
      smtpUrl: relay.url,
      render: async (letter, operator) => ({
        ...(await render(letter, operator)),
        copyTo: 'anna@piemers.example',
      }),
    });
    relay.refuse('anna@piemers.example', 550, '5.1.1 no such user');
    const refused = await house.submit();
    while ((await house.dispatch()) > 0);
    expect(await house.letter(refused.id, 'N-RECEIPT')).toMatchObject({
      deliveredState: 'delivered',
      deemedReceivedOn: '2025-03-10',
      messageId: null,
      wakeAt: null,
    });
  });

  test('without a relay an e-mail is kept in the portal and marked as not sent', async () => {
    const house = await open(timeFrom('2025-03-10'));
    const { id } = await offered(house);
    await house.dispatch();
    expect(await house.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'not-sent', wakeAt: null });
    expect(await house.hashOf(await house.letter(id, 'N-OFFER'))).not.toBeNull();
  });

  test('no mail holds a datum of another customer', async () => {
    const house = await inOffice();
    const [anna, berta] = [
      { name: 'Anna Ozoliņa', email: 'anna@piemers.example' },
      { name: 'Berta Liepa', email: 'berta@piemers.example' },
    ];
    const numbers = [
      (await offered(house, { customer: anna })).number,
      (await offered(house, { customer: berta })).number,
    ];
    while ((await house.dispatch()) > 0);
    expect(relay.arrived).toHaveLength(4);
    for (const { to, raw, mail } of relay.arrived) {
      const mine = to[0] === anna.email ? 0 : 1;
      const other = [anna, berta][1 - mine]!;
      const seen = [
        raw,
        mail.subject,
        mail.text,
        mail.html,
        ...mail.attachments.map((one) => Buffer.from(one.content as ArrayBuffer).toString()),
      ].join('\n');
      for (const theirs of [other.name, other.email, numbers[1 - mine]!]) expect(seen).not.toContain(theirs);
      expect(seen).toContain(numbers[mine]!);
    }
  });
});
