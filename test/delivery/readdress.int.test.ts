import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentsOf, findDocument } from '../../db/documents.ts';
import { createLetterDesk } from '../../src/delivery/letter-desk.ts';
import { pressLetter } from '../../src/delivery/press.ts';
import { composeLetter, type LetterModel } from '../../src/letters/compose.ts';
import { readdressLetter } from '../../src/letters/readdress.ts';
import { person, timeFrom } from '../administration/office.ts';
import { pdfText } from '../letters/support/pdf-text.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { deadline, type House, offered, openHouse } from './house.ts';
import { type Relay, startRelay } from './relay.ts';

const OLD = 'Brīvības iela 1–5, Rīga, LV-1010';
const NEW = 'Kalna iela 7, Cēsis, LV-4101';
const SERVICE = person('service');

describeOnBothDatabases(
  'II.1.10, II.16.6: a changed address and the letters that are still to go',
  (database) => {
    let relay: Relay;
    let house: House;

    beforeEach(async () => {
      await behindTheGuard(
        database(),
        ['notices'],
        `update notices set wake_at = null, delivered_state = 'delivered'`,
      );
      relay = await startRelay();
      house = await openHouse(database(), timeFrom('2025-03-10'), {
        smtpUrl: relay.url,
        compose: composeLetter,
        readdress: readdressLetter,
        render: pressLetter,
      });
    });
    afterEach(async () => {
      house.close();
      await relay.stop();
    });

    const moves = (id: string, to: object) => house.act('customer', id, 'details.changed', to);

    test('a printed letter gets the new address and a new document; the old one stays stored', async () => {
      const { id } = await offered(house, { channel: 'post' });
      await house.dispatch();
      const before = await house.letter(id, 'N-OFFER');
      expect(before).toMatchObject({ deliveredState: 'to-post', recipient: OLD });
      const printed = await findDocument(database(), before.documentId!);

      await moves(id, { postalAddress: NEW });
      const after = await house.letter(id, 'N-OFFER');
      expect(after).toMatchObject({
        id: before.id,
        deliveredState: 'to-post',
        recipient: NEW,
        addressSource: 'application',
        deemedReceivedOn: before.deemedReceivedOn,
      });
      expect(after.documentId).not.toBe(before.documentId);
      expect(await findDocument(database(), before.documentId!)).toEqual(printed);

      const { bytes } = await house.casework.document(SERVICE, after.documentId!);
      expect(pdfText(bytes)).toContain('AnnaOzoliņaKalnaiela7Cēsis,LV-4101');
      // Part I is enclosed as it was written: it is not what changed.
      expect(pdfText(bytes)).toContain('Brīvībasiela1–5,Rīga,LV-1010E-pasts');
      const { bytes: old } = await house.casework.document(SERVICE, before.documentId!);
      expect(pdfText(old)).toContain('AnnaOzoliņaBrīvībasiela1–5Rīga,LV-1010');
      expect(deadline(await house.find(id), 'objection-window')?.lastDay).toBe('2025-04-16');
    });

    test('the print queue and the posting that is recorded follow', async () => {
      const { id } = await offered(house, { channel: 'post' });
      await house.dispatch();
      await moves(id, { postalAddress: NEW });
      const desk = createLetterDesk(house.parts);
      const waiting = await desk.waiting(SERVICE, 'to-post');
      expect(waiting.map(({ to }) => to)).toEqual([NEW, NEW]);
      const { recorded, refused } = await desk.recordTogether(
        SERVICE,
        waiting.map(({ caseId, id: noticeId }) => ({ caseId, noticeId })),
        { state: 'posted', on: '2025-03-10' },
      );
      expect({ recorded: recorded.length, refused }).toEqual({ recorded: 2, refused: [] });
      await moves(id, { postalAddress: OLD });
      expect(await house.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'posted', recipient: NEW });
    });

    test('an e-mail that waits for the relay goes to the new address, and never to the old one', async () => {
      await relay.goDown();
      const { id } = await offered(house, { channel: 'email' });
      await house.dispatch();
      const { messageId: former } = await house.letter(id, 'N-OFFER');
      await moves(id, { email: 'jauna@piemers.example' });
      await relay.comeBack();
      await house.moveTo('2025-03-10T12:00');
      expect(relay.arrived.map(({ to }) => to)).toEqual([
        ['jauna@piemers.example'],
        ['jauna@piemers.example'],
      ]);
      for (const { mail } of relay.arrived) {
        expect(mail.text).toContain('jauna@piemers.example');
        expect(mail.messageId, 'a relay that has the former one drops none of these').not.toBe(former);
      }
      expect(former).not.toBeNull();
      expect(await house.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'sent' });
    });

    test('what a dispatcher has in hand keeps its address: it may be on its way', async () => {
      const died = await openHouse(database(), timeFrom('2025-03-10'), {
        mailer: { send: () => new Promise(() => undefined), close: () => undefined },
        compose: composeLetter,
        readdress: readdressLetter,
        render: pressLetter,
      });
      const { id } = await offered(died, { channel: 'email' });
      void died.dispatch();
      await expect.poll(async () => (await died.letter(id, 'N-OFFER')).attempts).toBe(1);
      await died.act('customer', id, 'details.changed', { email: 'jauna@piemers.example' });
      expect(await died.letter(id, 'N-OFFER')).toMatchObject({ recipient: 'anna@piemers.example' });
    });

    test('a letter to the former owner never goes to the new one', async () => {
      const { id } = await offered(house, {
        channel: 'post',
        customer: { personalCode: '010190-10000' },
      });
      await house.dispatch();
      await house.act('service', id, 'owner.changed', {
        on: '2025-03-10',
        newOwner: { name: 'Berta Liepa', personalCode: '020280-20000', postalAddress: OLD },
      });
      await house.act('service', id, 'details.changed', { postalAddress: NEW });
      const toAnna = (await house.letters(id)).filter(
        ({ model, channel }) => channel === 'post' && (model as LetterModel).head.to.name === 'Anna Ozoliņa',
      );
      expect(toAnna.length).toBeGreaterThan(0);
      for (const { recipient } of toAnna) expect(recipient).toBe(OLD);
    });

    test('the change and the letters stand together or not at all', async () => {
      const { id } = await offered(house, { channel: 'post' });
      await house.dispatch();
      const before = await documentsOf(database(), id);
      const breaking = await openHouse(database(), timeFrom('2025-03-10'), {
        compose: composeLetter,
        readdress: () => {
          throw new Error('no art');
        },
      });
      await expect(breaking.act('customer', id, 'details.changed', { postalAddress: NEW })).rejects.toThrow(
        'no art',
      );
      expect(await house.letter(id, 'N-OFFER')).toMatchObject({ recipient: OLD });
      expect(await documentsOf(database(), id)).toEqual(before);
      expect((await house.casework.history(SERVICE, id)).at(-1)?.type).not.toBe('details.changed');
    });
  },
);
