import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCase } from '../../db/cases.ts';
import { commitSteps } from '../../db/commit.ts';
import { openDatabase } from '../../db/connect.ts';
import { fittingImage, prepareFolder } from '../../db/image.ts';
import { migrate } from '../../db/migrate.ts';
import { created } from './a-step.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pieslegums-folder-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the folder of the embedded database', () => {
  test('keeps what was committed, and writes to disk before it answers', async () => {
    const first = await openDatabase({ dataDir: folder });
    await migrate(first);
    const step = created();
    await commitSteps(first, [step]);
    expect(
      await first.query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as waits`,
      ),
    ).toEqual([{ fsync: 'on', waits: 'on' }]);
    await first.close();
    const second = await openDatabase({ dataDir: folder });
    expect(await migrate(second)).toBe(0);
    expect((await findCase(second, step.caseId))?.number).toBe(step.case.number);
    await second.close();
  });

  test('serves one at a time: a second opening is refused with what to do', async () => {
    const first = await openDatabase({ dataDir: folder });
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(
      /in use by another process.*DATA_DIR.*DATABASE_URL/,
    );
    await first.close();
    const again = await openDatabase({ dataDir: folder });
    await again.close();
  });

  test('serves one process at a time, and the lock of a killed one is free at once', async () => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'commit-forever.ts'), folder, '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(/in use by another process/);
    const exited = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await exited;
    const database = await openDatabase({ dataDir: folder });
    await database.close();
  });

  test('is open to its owner alone', async () => {
    const database = await openDatabase({ dataDir: join(folder, 'data') });
    await database.close();
    for (const one of ['data', 'data/database'])
      expect((await stat(join(folder, one))).mode & 0o777).toBe(0o700);
  });

  test('that was left unfinished by a first start is made anew', async () => {
    await mkdir(join(folder, 'database.unfinished/base'), { recursive: true });
    await writeFile(join(folder, 'database.unfinished/PG_VERSION'), 'half');
    const database = await openDatabase({ dataDir: folder });
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'database.unfinished'))).toBe(false);
    await database.close();
  });

  test('is made by PGlite itself where no image was shipped for its release', async () => {
    expect(await fittingImage(join(folder, 'no-images'))).toBeNull();
    await prepareFolder(join(folder, 'database'), null);
    const database = await openDatabase({ dataDir: folder });
    expect(await migrate(database)).toBeGreaterThan(0);
    await database.close();
  });

  test('has an image that fits the installed release of PGlite and the migrations, or else: npm run db:image', async () => {
    expect(await fittingImage()).not.toBeNull();
  });
});

describe('the embedded database looks after itself', () => {
  test('its log does not grow without end, and dead rows are removed', { timeout: 60_000 }, async () => {
    const database = await openDatabase({ dataDir: folder });
    await database.query('create table worn (id int primary key, filler text)');
    await database.query(`insert into worn select n, repeat('x', 500) from generate_series(1, 3000) n`);
    // The log passes its limit and the rows are all dead many times over; then come the statements that wake the housekeeping.
    for (let round = 0; round < 40; round += 1) await database.query('update worn set filler = filler');
    for (let k = 0; k < 2_100; k += 1) await database.query('select 1');
    // It works between requests, and so ends at no moment that a test could name.
    const wear = async () => {
      await database.query('select pg_stat_force_next_flush()');
      const [now] = await database.query<{ dead: number; log: string }>(
        `select (select n_dead_tup from pg_stat_user_tables where relname = 'worn') as dead,
          pg_wal_lsn_diff(pg_current_wal_lsn(), (select redo_lsn from pg_control_checkpoint())) as log`,
      );
      return { dead: now!.dead < 1_000, log: Number(now!.log) < 64 * 1024 * 1024 };
    };
    await expect.poll(wear, { timeout: 30_000 }).toEqual({ dead: true, log: true });
    await database.close();
  });
});
