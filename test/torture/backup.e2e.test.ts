import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProductProcess } from '../../bench/torture/fleet.ts';
import { type Relay, startRelay } from '../../bench/torture/relay.ts';
import { moveClock, readClock } from '../../db/clock.ts';
import { openDatabase } from '../../db/connect.ts';
import { lockFolder } from '../../db/folder-lock.ts';
import { migrate } from '../../db/migrate.ts';
import { takeBackup } from '../../src/backup/take-backup.ts';
import { run as runBackup } from '../../src/commands/backup.ts';
import { run as runRestore } from '../../src/commands/restore.ts';
import { run as runVerifyHistory } from '../../src/verify-history.ts';
import { type AtWork, startAtWork, strikeDown, takenBy } from './at-work.ts';

/** What a copy of the embedded database is worth: everything, once, and no letter that had left leaves again. */

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-backup-'));
  folders.push(folder);
  return folder;
}
const removeFolders = async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
};

/** Runs a command of the console; answers its exit code and what it said. */
async function said(
  command: typeof runBackup | typeof runRestore,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await command(args, environment, (more) => {
    text += more;
  });
  return { code, text };
}

describe('a restored copy goes on', { timeout: 180_000 }, () => {
  let relay: Relay;
  let product: ProductProcess | undefined;
  beforeAll(async () => {
    relay = await startRelay();
  });
  afterAll(async () => {
    await product?.stop();
    await relay.stop();
    await removeFolders();
  });

  async function startOn(dataDir: string): Promise<AtWork> {
    const atWork = await startAtWork(relay, { DATA_DIR: dataDir });
    product = atWork.product;
    return atWork;
  }

  const lettersIn = async (dataDir: string) => {
    const db = await openDatabase({ dataDir });
    try {
      return await db.query<{ id: string; messageId: string; state: string; waits: boolean }>(
        `select id, message_id as "messageId", delivered_state as state, wake_at is not null as waits
         from notices where channel = 'email' order by id`,
      );
    } finally {
      await db.close();
    }
  };
  const historyIn = async (dataDir: string) => {
    const db = await openDatabase({ dataDir });
    return db
      .query<{ caseId: string; seq: number; type: string; at: string; data: string }>(
        'select case_id as "caseId", seq, type, at, data::text as data from history order by case_id, seq',
      )
      .finally(() => db.close());
  };
  const arrivedIds = () => takenBy(relay);

  test('letters that had left stay where they are; one in a hand and those that waited go out once, under their id', async () => {
    const original = await newFolder();
    const { asking, offerByEmail } = await startOn(original);
    const earlier = await offerByEmail('earlier');
    const arrivedOf = (caseId: string) => arrivedIds().filter((id) => id.startsWith(`<${caseId}`));
    await expect.poll(() => arrivedOf(earlier).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    const before = [...arrivedIds()];

    // The relay hangs: the letters are in a hand when the process dies.
    relay.wire.stall();
    const later = await offerByEmail('later');
    const view = (await asking.read('service', `/cases/${later}`))?.body;
    // Whoever dispatches looks once a second.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await strikeDown(product!);
    relay.wire.cut();
    relay.wire.mend();

    const file = join(await newFolder(), 'monday.backup');
    expect(await said(runBackup, ['--to', file], { DATA_DIR: original })).toMatchObject({ code: 0 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = await lettersIn(original);
    const waiting = kept.filter(({ waits }) => waits);
    expect(waiting.length, 'letters were in a hand').toBeGreaterThanOrEqual(2);
    expect(waiting.every(({ messageId }) => messageId !== null)).toBe(true);

    const copy = join(await newFolder(), 'data');
    expect(await said(runRestore, ['--from', file, '--data-dir', copy])).toMatchObject({ code: 0 });
    expect((await stat(copy)).mode & 0o777).toBe(0o700);
    expect((await stat(join(copy, 'database', 'PG_VERSION'))).mode & 0o777).toBe(0o600);
    expect(await lettersIn(copy)).toEqual(kept);
    let verified = '';
    expect(
      await runVerifyHistory(
        ['--data-dir', copy],
        (text) => (verified += text),
        () => undefined,
      ),
    ).toBe(0);
    expect(verified).toContain('2 cases were rebuilt');

    // Longer than a letter may be in one hand.
    const db = await openDatabase({ dataDir: copy });
    await moveClock(
      db,
      Temporal.Instant.from((await readClock(db))!)
        .add({ minutes: 11 })
        .toString(),
    );
    await db.close();
    const { asking: goingOn, happens } = await startOn(copy);
    await expect
      .poll(() => waiting.every(({ messageId }) => arrivedIds().includes(messageId)), { timeout: 60_000 })
      .toBe(true);
    expect((await goingOn.read('service', `/cases/${later}`))?.body).toMatchObject({
      version: (view as { version: number }).version,
      status: 'offered',
    });
    // Old keys are still known: the same request makes nothing happen twice.
    const { version } = await happens(
      'engineer',
      `/cases/${earlier}/events`,
      { type: 'application.routed', designNeeded: false, contractorNeeded: false },
      'earlier-route',
    );
    expect(version, 'the answer of then').toBe(3);
    const signed = { type: 'contract.signed', party: 'customer', form: 'portal' };
    await happens('customer', `/cases/${earlier}/events`, signed, 'signed');
    expect(await product!.stop()).toBe(0);
    product = undefined;
    expect((await lettersIn(copy)).filter(({ waits }) => waits)).toEqual([]);
    expect(arrivedIds().length, 'no letter twice').toBe(new Set(arrivedIds()).size);
    expect(arrivedIds().slice(0, before.length)).toEqual(before);
  });

  test('a backup is taken while the product works: what was answered before is in it, nothing by halves', async () => {
    const original = await newFolder();
    const { asking, offerByEmail } = await startOn(original);
    const before = await offerByEmail('before');
    const file = join(await newFolder(), 'running.backup');
    const [taken, ...others] = await Promise.all([
      said(runBackup, ['--to', file, '--data-dir', original]),
      ...['one', 'two', 'three'].map(offerByEmail),
    ]);
    expect(taken).toMatchObject({ code: 0, text: expect.stringContaining('while the product runs on it') });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect
      .poll(() => readdir(original), { timeout: 30_000, message: 'the copy goes' })
      .not.toContain('backup.unfinished');
    expect((await asking.read('service', `/cases/${before}`))?.status, 'the product goes on').toBe(200);
    expect(others).toHaveLength(3);

    const copy = join(await newFolder(), 'data');
    expect(await said(runRestore, ['--from', file, '--data-dir', copy])).toMatchObject({ code: 0 });
    const silent = () => undefined;
    expect(await runVerifyHistory(['--data-dir', copy], silent, silent)).toBe(0);
    const kept = await historyIn(copy);
    expect(kept.filter(({ caseId }) => caseId === before).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);

    // Stopped before it can answer, and then dead: what was begun is no backup.
    const thaw = product!.freeze();
    const cutOff = said(runBackup, ['--to', `${file}.2`, '--data-dir', original]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await strikeDown(product!);
    thaw();
    expect(await cutOff).toMatchObject({ code: 1 });
    expect(await readdir(dirname(file))).toEqual(['running.backup']);
    expect(await historyIn(original)).toEqual(expect.arrayContaining(kept));
    // What a dead product left behind is in nobody's way.
    expect(await said(runBackup, ['--to', `${file}.2`, '--data-dir', original])).toMatchObject({
      code: 0,
      text: expect.not.stringContaining('while'),
    });
    product = undefined;
  });

  test('whoever was signed in when the backup was taken signs in anew', async () => {
    const original = await newFolder();
    const { asking } = await startOn(original);
    expect((await asking.read('service', '/cases'))?.status).toBe(200);
    expect(await product!.stop()).toBe(0);
    const file = join(await newFolder(), 'x.backup');
    await takeBackup(original, file);
    const copy = join(await newFolder(), 'data');
    expect((await said(runRestore, ['--from', file, '--data-dir', copy])).code).toBe(0);
    const db = await openDatabase({ dataDir: copy });
    expect(await db.query('select account_id from sessions')).toEqual([]);
    expect((await db.query('select id from accounts')).length).toBeGreaterThan(5);
    await db.close();
    product = undefined;
  });
});

describe('what is refused', { timeout: 120_000 }, () => {
  let file: string;
  let target: string;
  let dataDir: string;
  const restored = () => said(runRestore, ['--from', file, '--data-dir', target]);
  const nothingIsLeft = async () => expect(await readdir(target)).toEqual([]);

  beforeAll(async () => {
    dataDir = await newFolder();
    const db = await openDatabase({ dataDir });
    await migrate(db);
    await db.close();
    file = join(await newFolder(), 'whole.backup');
    expect((await said(runBackup, ['--to', file, '--data-dir', dataDir])).code).toBe(0);
  });
  let whole: Buffer;
  beforeEach(async () => {
    target = await newFolder();
    whole = await readFile(file);
  });
  afterEach(async () => {
    await writeFile(file, whole);
  });
  afterAll(removeFolders);

  /** The archive with one thing changed in its plain bytes. */
  const rewritten = (change: (archive: Buffer) => Buffer): Promise<void> =>
    writeFile(file, zstdCompressSync(change(zstdDecompressSync(whole))));

  test('a folder that is not empty', async () => {
    await writeFile(join(target, 'letter.txt'), 'mine');
    const { code, text } = await restored();
    expect(code).toBe(1);
    expect(text).toContain('is not empty');
    expect(await readdir(target)).toEqual(['letter.txt']);
  });

  test('a backup that is cut off', async () => {
    for (const part of [0.1, 0.5, 0.999]) {
      await writeFile(file, whole.subarray(0, Math.floor(whole.length * part)));
      expect(await restored()).toMatchObject({ code: 1, text: expect.stringContaining('cannot be read') });
      await nothingIsLeft();
    }
    await rewritten((archive) => {
      const end = archive.lastIndexOf('sha256.json');
      return Buffer.concat([archive.subarray(0, end), Buffer.alloc(1024)]);
    });
    expect(await restored()).toMatchObject({
      code: 1,
      text: expect.stringContaining('checksums are missing'),
    });
    await nothingIsLeft();
  });

  test('a single byte that is another one', async () => {
    await rewritten((archive) => {
      const at = archive.indexOf('ustar', archive.indexOf('database/base/1/')) + 300;
      const changed = Buffer.from(archive);
      changed[at + 4096] = changed[at + 4096]! ^ 1;
      return changed;
    });
    expect(await restored()).toMatchObject({
      code: 1,
      text: expect.stringMatching(/is damaged|cannot be read/),
    });
    await nothingIsLeft();
  });

  test('a file that is no backup, and one of a later format', async () => {
    await writeFile(file, 'no archive at all');
    expect(await restored()).toMatchObject({ code: 1 });
    await writeFile(file, zstdCompressSync(Buffer.alloc(4096, 'x')));
    expect(await restored()).toMatchObject({ code: 1 });
    await rewritten((archive) =>
      Buffer.from(archive.toString('latin1').replace('"formatVersion": 1', '"formatVersion": 2'), 'latin1'),
    );
    expect(await restored()).toMatchObject({ code: 1, text: expect.stringContaining('format 2') });
    await rewritten((archive) =>
      Buffer.from(
        archive
          .toString('latin1')
          .replace(/"catalogVersion": "(\d)/, (_, digit) => `"catalogVersion": "${(Number(digit) + 1) % 10}`),
        'latin1',
      ),
    );
    expect(await restored()).toMatchObject({ code: 1, text: expect.stringContaining('catalogue') });
    await nothingIsLeft();
  });

  test('a path that leads out of the folder', async () => {
    await rewritten((archive) => {
      const at = archive.indexOf('database/PG_VERSION');
      const changed = Buffer.from(archive);
      const path = 'database/../../evil';
      changed.fill(0, at, at + 100);
      changed.write(path, at);
      changed.fill(' ', at + 148, at + 156);
      const sum = changed.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
      changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148);
      return changed;
    });
    expect(await restored()).toMatchObject({ code: 1, text: expect.stringContaining('outside its folder') });
    await nothingIsLeft();
  });

  test('a folder that another process uses which gives no backups', async () => {
    const unlock = lockFolder(dataDir);
    const { code, text } = await said(runBackup, ['--to', join(target, 'x'), '--data-dir', dataDir]);
    unlock();
    expect(code).toBe(1);
    expect(text).toContain('in use by another process');
    await nothingIsLeft();
  });

  test('a backup over a file that exists, of a folder without a database, or of a server', async () => {
    const again = await said(runBackup, ['--to', file, '--data-dir', dataDir]);
    expect(again).toMatchObject({ code: 1, text: expect.stringContaining('exists already') });
    expect(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ).toBe(createHash('sha256').update(whole).digest('hex'));
    await mkdir(join(target, 'empty'));
    const none = await said(runBackup, ['--to', join(target, 'x'), '--data-dir', join(target, 'empty')]);
    expect(none).toMatchObject({ code: 1, text: expect.stringContaining('no embedded database') });
    const server = await said(runBackup, ['--to', join(target, 'x')], { DATABASE_URL: 'postgres://db/x' });
    expect(server).toMatchObject({ code: 1, text: expect.stringContaining('docs/operations.md') });
    expect((await said(runBackup, [])).text).toContain('Usage');
    expect((await said(runRestore, ['--unknown'])).text).toContain('Usage');
  });
});
