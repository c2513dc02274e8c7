import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { historyOf } from '../../db/history.ts';
import { readBounces } from '../../src/delivery/bounces/read-bounces.ts';
import { timeFrom } from '../administration/office.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { bounce } from './bounce.ts';
import { deadline, type House, offered, openHouse } from './house.ts';
import { type Relay, startRelay } from './relay.ts';

const ANNA = 'anna@piemers.example';

describeOnBothDatabases('letters that were not delivered', (database) => {
  let relay: Relay;
  let folder: string;
  let house: House | undefined;

  beforeEach(async () => {
    relay = await startRelay();
    folder = await mkdtemp(join(tmpdir(), 'bounces-'));
    await database().query('update notices set wake_at = null');
    await database().query('update deadlines set wake_at = null');
  });
  afterEach(async () => {
    house?.close();
    house = undefined;
    await relay.stop();
    await rm(folder, { recursive: true });
  });

  const open = async (when: string) => {
    house = await openHouse(database(), timeFrom(when), { smtpUrl: relay.url });
    return house;
  };
  const failures = async (id: string) =>
    (await historyOf(database(), id)).filter(({ type }) => type === 'notice.failed');
  const drop = (name: string, mail: string) => writeFile(join(folder, name), mail);
  const log = (warned: string[] = []) => ({
    warn: (_details: object, message: string) => void warned.push(message),
  });

  test('II.16.4.3: a warning that the relay refuses stops the annulment; its days start anew by post', async () => {
    const mine = await open('2025-03-10');
    const { id } = await offered(mine);
    await mine.moveTo('2025-04-09');
    relay.refuse(ANNA, 550, '5.1.1 no such user');
    await mine.moveTo('2025-04-10');
    const letters = (await mine.letters(id)).filter(({ notice }) => notice === 'N-ANNWARN');
    expect(letters).toMatchObject([
      { channel: 'email', deliveredState: 'failed', deemedReceivedOn: null, receiptClause: null },
      {
        channel: 'post',
        deliveredState: 'to-post',
        deemedReceivedOn: '2025-04-17',
        receiptClause: 'II.16.4.1',
      },
    ]);
    expect(deadline(await mine.find(id), 'annulment-earliest')?.earliestDay).toBe('2025-04-28');
    await mine.moveTo('2025-04-27T23:59');
    expect((await mine.find(id)).status).toBe('annulment-warned');
    await mine.moveTo('2025-04-28T00:00');
    expect((await mine.find(id)).status).toBe('annulled');
    const [failed] = await failures(id);
    expect(failed).toMatchObject({ actor: 'clock', role: 'clock', clause: 'II.16.4.3' });
    expect(failed?.data).toMatchObject({ reason: '550 5.1.1 no such user' });
  });

  test('the same over the end of a year', async () => {
    const mine = await open('2025-11-27');
    const { id } = await offered(mine);
    await mine.moveTo('2025-12-27');
    relay.refuse(ANNA, 550, '5.1.1 no such user');
    await mine.moveTo('2025-12-28');
    expect(await mine.letter(id, 'N-ANNWARN')).toMatchObject({
      channel: 'post',
      deemedReceivedOn: '2026-01-04',
    });
    expect(deadline(await mine.find(id), 'annulment-earliest')?.earliestDay).toBe('2026-01-15');
    await mine.moveTo('2026-01-14T23:59');
    expect((await mine.find(id)).status).toBe('annulment-warned');
    await mine.moveTo('2026-01-15T00:00');
    expect((await mine.find(id)).status).toBe('annulled');
  });

  test.each([
    [450, '4.2.2 mailbox full'],
    [554, '5.7.1 relay access denied'],
  ])('%i %s says nothing for good of the recipient: tried again', async (code, words) => {
    const mine = await open('2025-03-10');
    relay.refuse(ANNA, code, words);
    const { id } = await offered(mine);
    await mine.dispatch();
    expect(await mine.letter(id, 'N-OFFER')).toMatchObject({
      deliveredState: 'queued',
      lastError: `${code} ${words}`,
    });
    expect(await failures(id)).toEqual([]);
  });

  test.each(['envelope', 'message', 'whole-message'] as const)(
    'a warning that comes back, known by its %s, counts from its receipt by post',
    async (knownBy) => {
      const mine = await open('2025-03-10');
      const { id } = await offered(mine);
      await mine.moveTo('2025-04-10');
      const warning = await mine.letter(id, 'N-ANNWARN');
      expect(warning).toMatchObject({ deliveredState: 'sent', deemedReceivedOn: '2025-04-10' });
      await mine.moveTo('2025-04-15');
      await drop('1.eml', bounce(warning, { knownBy }));
      await drop('2.eml', bounce(warning, { knownBy }));
      expect(await readBounces(mine.parts, folder, log())).toBe(2);
      expect(deadline(await mine.find(id), 'annulment-earliest')?.earliestDay).toBe('2025-05-03');
      expect(await failures(id)).toHaveLength(1);
      expect((await failures(id))[0]?.data).toMatchObject({ reason: '5.1.1 550 no such user' });
      expect((await readdir(join(folder, 'handled'))).sort()).toEqual(['1.eml', '2.eml']);
      await mine.moveTo('2025-05-02T23:59');
      expect((await mine.find(id)).status).toBe('annulment-warned');
      await mine.moveTo('2025-05-03T00:00');
      expect((await mine.find(id)).status).toBe('annulled');
    },
  );

  test.each(['envelope', 'message'] as const)(
    'a report of a letter that was lost with its database, known by its %s, moves none that came to bear its id',
    async (knownBy) => {
      const mine = await open('2025-03-10');
      const { id } = await offered(mine);
      await mine.dispatch();
      const offer = await mine.letter(id, 'N-OFFER');
      const messageId = `<${offer.id}.0123456789abcdef@sadalestikls.lv>`;
      await drop('lost', bounce({ ...offer, messageId }, { knownBy }));
      expect(await readBounces(mine.parts, folder, log())).toBe(1);
      expect(await readdir(join(folder, 'unmatched'))).toEqual(['lost']);
      expect(await failures(id)).toEqual([]);
    },
  );

  test('a letter of an earlier release, whose message id has no mark, is known by its envelope', async () => {
    const mine = await open('2025-03-10');
    const { id } = await offered(mine);
    await mine.dispatch();
    const { id: noticeId } = await mine.letter(id, 'N-OFFER');
    await behindTheGuard(
      database(),
      ['notices'],
      ['update notices set message_id = $2 where id = $1', [noticeId, `<${noticeId}@sadalestikls.lv>`]],
    );
    await drop('old', bounce(await mine.letter(id, 'N-OFFER'), { knownBy: 'envelope' }));
    await readBounces(mine.parts, folder, log());
    expect(await failures(id)).toHaveLength(1);
  });

  test('a delay changes nothing, what is no report or knows no letter is laid aside and told', async () => {
    const mine = await open('2025-03-10');
    const { id } = await offered(mine);
    await mine.dispatch();
    const offer = await mine.letter(id, 'N-OFFER');
    await mkdir(join(folder, 'new'));
    await drop('new/delay', bounce(offer, { action: 'delayed' }));
    await drop('stranger', bounce({ ...offer, messageId: '<n-1@elsewhere.example>' }));
    await drop('garbage', 'no mail at all');
    await drop('half.tmp', 'still being written');
    const warned: string[] = [];
    expect(await readBounces(mine.parts, folder, log(warned))).toBe(3);
    expect(await readdir(join(folder, 'handled'))).toEqual(['delay']);
    expect((await readdir(join(folder, 'unmatched'))).sort()).toEqual(['garbage', 'stranger']);
    expect(warned).toHaveLength(2);
    expect(await readdir(folder)).toContain('half.tmp');
    expect(await failures(id)).toEqual([]);
    expect(await mine.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'sent' });
  });
});
