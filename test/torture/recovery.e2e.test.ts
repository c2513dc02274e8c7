import { existsSync } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  asPostgres,
  folderForPostgres,
  startPostgresIn,
  startTorturedPostgres,
  type TorturedPostgres,
} from '../../bench/torture/postgres.ts';
import { type Arrived, type Relay, startRelay } from '../../bench/torture/relay.ts';
import { moveClock, readClock } from '../../db/clock.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { run as runVerifyHistory } from '../../src/verify-history.ts';
import { type AtWork, offer, startAtWork, strikeDown, takenBy } from './at-work.ts';
import { BASE_BACKUPS, type BaseBackup } from './base-backup.ts';

/** Point-in-time recovery of a PostgreSQL server, step by step as docs/operations.md tells it. */

/** As in the document, but for the minute after which a segment that is not full is archived. */
const archiving = (archive: string): string => `
archive_mode = on
archive_timeout = 2
archive_command = 'cmp -s %p ${archive}/%f || (test ! -f ${archive}/%f && cp %p ${archive}/%f.part && sync ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f)'
`;

const HISTORY = 'select case_id, seq, type, at, data::text as data from history order by case_id, seq';
const LETTERS = `select id, seq, message_id as "messageId", recipient, wake_at is not null as waits
  from notices where channel = 'email' order by id`;

interface Letter {
  readonly id: string;
  readonly seq: number;
  readonly messageId: string;
  readonly recipient: string;
  readonly waits: boolean;
}

/** Where recovery ends: an instant, or a name that was given to a place in the log before. */
const TARGETS = {
  time: {
    async note(db: Database): Promise<string> {
      const [row] = await db.query<{ at: string }>(`select clock_timestamp()::text as at`);
      // The next commit is later than this instant.
      await pause(20);
      return `recovery_target_time = '${row!.at}'`;
    },
  },
  name: {
    async note(db: Database): Promise<string> {
      await db.query(`select pg_create_restore_point('before-the-mistake')`);
      return `recovery_target_name = 'before-the-mistake'`;
    },
  },
} as const;

const WAYS: readonly [BaseBackup, keyof typeof TARGETS][] = [
  [BASE_BACKUPS[0]!, 'time'],
  [BASE_BACKUPS[1]!, 'name'],
];

describe.each(WAYS)('$by', { timeout: 420_000 }, (base, target) => {
  let relay: Relay;
  let archive: string;
  let server: TorturedPostgres | undefined;
  let atWork: AtWork | undefined;
  const folders: string[] = [];
  const newFolder = async (): Promise<string> => {
    const folder = await folderForPostgres();
    folders.push(folder);
    return folder;
  };

  beforeEach(async () => {
    relay = await startRelay();
    archive = await newFolder();
  });
  afterEach(async () => {
    await atWork?.product.stop();
    await server?.stop();
    await relay.stop();
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  const urlOf = ({ port }: TorturedPostgres) => `postgres://postgres@127.0.0.1:${port}/product`;
  const startOn = async (on: TorturedPostgres): Promise<AtWork> =>
    startAtWork(relay, { DATABASE_URL: urlOf(on) });
  const arrivedAt = (recipient: string): readonly Arrived[] =>
    relay.arrived.filter(({ to, answered }) => answered && to === recipient);
  const untilArrived = (recipient: string, count: number) =>
    expect
      .poll(() => arrivedAt(recipient).length, { timeout: 60_000, message: recipient })
      .toBeGreaterThanOrEqual(count);

  async function verified(on: TorturedPostgres): Promise<string> {
    let said = '';
    const code = await runVerifyHistory(
      ['--database-url', urlOf(on)],
      (text) => (said += text),
      (text) => (said += text),
    );
    expect(code, said).toBe(0);
    return said;
  }

  test(`recovered to a ${target}: what was before is there once, what was after is not, letters go on`, async (context) => {
    const bin = await base.binaries();
    if (!bin) return context.skip('this machine does not have it');
    const original = await startTorturedPostgres(archiving(archive), bin);
    server = original!;
    const admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    await admin.query('create database product');
    await admin.end();
    atWork = await startOn(server);
    const earlier = await atWork.offerByEmail('earlier');
    await untilArrived('earlier@piemers.example', 2);
    const objection = { type: 'offer.objected', reasons: 'Cits novietojums' };
    await atWork.happens('customer', `/cases/${earlier}/events`, objection, 'objection');

    const db = await openDatabase({ databaseUrl: urlOf(server), poolSize: 2 });
    const backup = join(await newFolder(), 'base');
    const [during] = await Promise.all([atWork.offerByEmail('during'), base.take(server, backup)]);
    await untilArrived('during@piemers.example', 2);
    await archiveOnceMore(await untilArchived(db), server);

    // The relay hangs: these letters are in a hand at the moment, and leave after it.
    relay.wire.stall();
    const inHand = await atWork.offerByEmail('in-hand');
    const lettersOf = async (on: Database, caseId: string): Promise<Letter[]> =>
      (await on.query<Letter>(LETTERS)).filter(({ id }) => id.startsWith(caseId));
    await expect
      .poll(async () => (await lettersOf(db, inHand)).filter(({ messageId }) => messageId).length, {
        timeout: 60_000,
      })
      .toBe(2);
    const historyThen = await db.query(HISTORY);
    const lettersThen = await db.query<Letter>(LETTERS);
    const moment = await TARGETS[target].note(db);
    relay.wire.mend();
    await untilArrived('in-hand@piemers.example', 2);

    const mistake = await atWork.happens(
      'engineer',
      `/cases/${earlier}/events`,
      offer('offer.revised', '9000.00'),
      'mistake',
    );
    await atWork.offerByEmail('lost');
    await untilArrived('earlier@piemers.example', 4);
    await untilArrived('lost@piemers.example', 2);
    const lostLetters = (await lettersOf(db, earlier)).filter(({ seq }) => seq === mistake.version);
    expect(lostLetters.length).toBeGreaterThan(0);
    await untilArchived(db);
    await db.close();
    const arrivedBefore = [...relay.arrived];

    await strikeDown(atWork.product);
    atWork = undefined;
    await server.lose();
    server = undefined;

    const folder = await newFolder();
    const data = join(folder, 'data');
    await base.unpack(backup, data);
    const conf = (lines: string) => appendFile(join(data, 'postgresql.conf'), `\n${lines}\n`);
    await conf(`restore_command = 'cp ${archive}/%f %p'\nrecovery_target_action = 'promote'`);
    await writeFile(join(data, 'recovery.signal'), '');
    await conf(`recovery_target_${target} = '${target === 'time' ? '2999-01-01 00:00:00+00' : 'never'}'`);
    await expect(startPostgresIn(folder, bin), 'a moment that the archive does not reach').rejects.toThrow(
      'recovery ended before configured recovery target was reached',
    );
    await conf(moment);
    server = await startPostgresIn(folder, bin);

    const copy = await openDatabase({ databaseUrl: urlOf(server), poolSize: 2 });
    expect(await copy.query(HISTORY)).toEqual(historyThen);
    expect(await copy.query(LETTERS)).toEqual(lettersThen);
    expect(await verified(server)).toContain('3 cases were rebuilt');
    await copy.query('checkpoint');
    await copy.query('delete from sessions');

    atWork = await startOn(server);
    // Longer than a letter may be in one hand.
    await moveClock(
      copy,
      Temporal.Instant.from((await readClock(copy))!)
        .add({ minutes: 11 })
        .toString(),
    );
    await untilArrived('in-hand@piemers.example', 4);
    const twice = arrivedAt('in-hand@piemers.example').map(({ messageId, document }) => messageId + document);
    expect(new Set(twice).size, 'the same two again').toBe(2);

    const again = await atWork.happens(
      'engineer',
      `/cases/${earlier}/events`,
      offer('offer.revised', '8000.00'),
      'put-right',
    );
    expect(again.version, 'the place of the lost one').toBe(mistake.version);
    await untilArrived('earlier@piemers.example', 4 + lostLetters.length);
    const repeated = (await lettersOf(copy, earlier)).filter(({ seq }) => seq === again.version);
    expect(repeated.map(({ id }) => id)).toEqual(lostLetters.map(({ id }) => id));
    for (const { messageId } of repeated)
      expect(
        arrivedBefore.map((one) => one.messageId),
        'no relay takes it for the lost one',
      ).not.toContain(messageId);

    // A month later: the windows of objection end, each once.
    await moveClock(copy, '2025-04-14T09:00:00Z');
    const passed = async () =>
      copy.query<{ caseId: string; deadline: string }>(
        `select case_id as "caseId", concat_ws(' ', case_id, data ->> 'name', data ->> 'day') as deadline
         from history where type = 'deadline.passed'`,
      );
    await expect
      .poll(async () => new Set((await passed()).map(({ caseId }) => caseId)), { timeout: 120_000 })
      .toEqual(new Set([earlier, during, inHand]));
    await expect
      .poll(async () => (await copy.query<Letter>(LETTERS)).filter(({ waits }) => waits), {
        timeout: 120_000,
      })
      .toEqual([]);
    expect(await atWork.product.stop()).toBe(0);
    atWork = undefined;
    await verified(server);
    await untilArchived(copy);
    const deadlines = (await passed()).map(({ deadline }) => deadline);
    expect(deadlines).toEqual([...new Set(deadlines)]);
    await copy.close();

    const sentBefore = lettersThen.filter(({ waits }) => !waits).map(({ messageId }) => messageId);
    expect(sentBefore.length).toBeGreaterThanOrEqual(4);
    for (const messageId of sentBefore)
      expect(
        takenBy(relay).filter((one) => one === messageId),
        messageId,
      ).toHaveLength(1);
  });

  /** The last commit by now lies in the archive, where the log goes of itself. Answers the segment that it is in. */
  async function untilArchived(db: Database): Promise<string> {
    const [row] = await db.query<{ segment: string }>(
      'select pg_walfile_name(pg_current_wal_lsn()) as segment',
    );
    const { segment } = row!;
    await expect.poll(() => asPostgres('ls', [archive]), { timeout: 60_000 }).toContain(`${segment}\n`);
    return segment;
  }

  /** As a server does that was struck down after a segment had been copied and before it noted so: refused, the segment
   *  would keep all later ones from the archive. */
  async function archiveOnceMore(segment: string, { data }: TorturedPostgres): Promise<void> {
    const noted = join(data, 'pg_wal/archive_status', segment);
    await expect.poll(() => existsSync(`${noted}.done`), { timeout: 10_000 }).toBe(true);
    await asPostgres('mv', [`${noted}.done`, `${noted}.ready`]);
  }
});
