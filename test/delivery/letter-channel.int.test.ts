import { beforeAll, beforeEach, expect, test } from 'vitest';
import { letterChannelWish } from '../../src/delivery/letter-channel.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { person, timeFrom } from '../administration/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { deadline, type House, offered, openHouse } from './house.ts';

const anna = person('customer');

describeOnBothDatabases('II.16.4: how a customer wants its letters', (database) => {
  let house: House;
  const wish = () => letterChannelWish(database());

  beforeAll(() => layDemoAccounts(database(), Temporal.Now.instant()));
  beforeEach(async () => {
    await database().query('update deadlines set wake_at = null');
    house = await openHouse(database(), timeFrom('2025-03-10'));
    await wish().set(anna, null);
  });

  const channels = async (id: string) =>
    Object.fromEntries((await house.letters(id)).map(({ notice, channel }) => [notice, channel]));

  test('without a wish letters take the channel of the offer', async () => {
    const { id } = await offered(house, { channel: 'email' });
    await house.act('customer', id, 'offer.objected', { reasons: 'Par dārgu.' });
    await house.act('engineer', id, 'objection.rejected', { reasons: 'Maksa ir pareiza.' });
    expect(await channels(id)).toMatchObject({ 'N-RECEIPT': 'portal', 'N-OBJREJ': 'email' });
  });

  test('a wish holds where the act leaves the choice; the offer names its own, and counts by it', async () => {
    await wish().set(anna, 'post');
    expect(await wish().find(anna)).toBe('post');
    const { id } = await offered(house, { channel: 'email' });
    await house.act('customer', id, 'offer.objected', { reasons: 'Par dārgu.' });
    await house.act('engineer', id, 'objection.rejected', { reasons: 'Maksa ir pareiza.' });
    expect(await channels(id)).toMatchObject({
      'N-RECEIPT': 'post',
      'N-OFFER': 'email',
      'N-ADVINV': 'email',
      'N-OBJREJ': 'post',
    });
    expect(await house.letter(id, 'N-OBJREJ')).toMatchObject({
      deemedReceivedOn: '2025-03-17',
      receiptClause: 'II.16.4.1',
    });
    expect(deadline(await house.find(id), 'objection-window')?.lastDay).toBe('2025-04-09');
  });

  test('letters of the clock follow the wish, but for the warning, whose days the chart counts', async () => {
    await wish().set(anna, 'portal');
    const { id } = await offered(house, { channel: 'post' });
    await house.moveTo('2025-06-01');
    expect((await house.find(id)).status).toBe('annulled');
    expect(await channels(id)).toMatchObject({ 'N-ANNWARN': 'post', 'N-ANN': 'portal' });
  });

  test('a wish that cannot be met falls back to the offer’s channel', async () => {
    await wish().set(anna, 'email');
    const { id } = await offered(house, { channel: 'post', customer: { email: undefined } });
    await house.act('customer', id, 'offer.objected', { reasons: 'Par dārgu.' });
    await house.act('engineer', id, 'objection.rejected', { reasons: 'Maksa ir pareiza.' });
    expect(await channels(id)).toMatchObject({ 'N-OBJREJ': 'post' });
  });

  test.each([
    ['by e-mail', {}, 'email', 'anna@piemers.example'],
    ['by post where no e-mail was given', { email: undefined }, 'post', 'Brīvības iela 1–5, Rīga, LV-1010'],
  ] as const)(
    'II.8.4: of a disclosure the customer is told %s, whatever it wished',
    async (_how, customer, channel, to) => {
      await wish().set(anna, 'portal');
      const { id } = await offered(house, { channel: 'portal', customer });
      await house.act('privacy', id, 'disclosure.notified', {
        discoveredOn: '2025-03-10',
        happened: 'Vēstule nonākusi pie kaimiņa.',
        data: ['adrese'],
        measures: 'Vēstule ir atgūta.',
      });
      const letter = await house.letter(id, 'N-BREACH');
      expect(letter.channel).toBe(channel);
      expect(letter.recipient).toBe(to);
    },
  );

  test('staff choose nothing for themselves', async () => {
    await expect(wish().set(person('service'), 'post')).rejects.toMatchObject({
      code: 'letter-channel.customers-only',
    });
  });
});
