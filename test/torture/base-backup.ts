import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { asPostgres } from '../../bench/torture/postgres.ts';
import { postgresBinaries } from '../support/postgres.ts';

/** The two ways to a base backup of a server that goes on working meanwhile. */
export interface BaseBackup {
  readonly by: string;
  /** The folder of the server's programs; null: this machine does not have them. */
  binaries(): Promise<string | null>;
  take(server: { readonly url: string; readonly data: string }, to: string): Promise<void>;
  /** Lays it into an empty folder. */
  unpack(from: string, data: string): Promise<void>;
}

/** As docs/operations.md names it, with a server of the same release: an older one cannot copy a newer one. */
const byProgram: BaseBackup = {
  by: 'pg_basebackup',
  async binaries() {
    const root = '/usr/lib/postgresql';
    const versions = existsSync(root) ? (await readdir(root)).map(Number).sort((a, b) => b - a) : [];
    const found = versions.find((version) => existsSync(join(root, `${version}`, 'bin/pg_basebackup')));
    return found === undefined ? null : postgresBinaries(found);
  },
  async take({ url }, to) {
    await asPostgres(join((await this.binaries())!, 'pg_basebackup'), [
      `--dbname=${url}`,
      `--pgdata=${to}`,
      ...['--format=tar', '--gzip', '--checkpoint=fast'],
    ]);
  },
  async unpack(from, data) {
    await asPostgres('mkdir', ['-m', '700', data]);
    await asPostgres('tar', ['-xzf', join(from, 'base.tar.gz'), '-C', data]);
    await asPostgres('tar', ['-xzf', join(from, 'pg_wal.tar.gz'), '-C', join(data, 'pg_wal')]);
  },
};

/** Its log since the last checkpoint comes from the archive alone. */
const bySql: BaseBackup = {
  by: 'pg_backup_start and a copy of the folder',
  binaries: () => postgresBinaries(),
  async take({ url, data }, to) {
    // The backup belongs to its session: whoever starts it ends it.
    const session = new pg.Client({ connectionString: url });
    await session.connect();
    try {
      await session.query(`select pg_backup_start('operations', true)`);
      await asPostgres('mkdir', [to]);
      await asPostgres('tar', [
        ...['-C', data, '--warning=no-file-changed', '--warning=no-file-removed'],
        ...['--exclude=./postmaster.pid', '--exclude=./postmaster.opts', '--exclude=./pg_wal/*'],
        ...['-cf', join(to, 'base.tar'), '.'],
      ]).catch(onlyChanged);
      const { rows } = await session.query<{ labelfile: string }>(
        'select labelfile from pg_backup_stop(true)',
      );
      await mkdir(`${to}.label`);
      await writeFile(join(`${to}.label`, 'backup_label'), rows[0]!.labelfile);
    } finally {
      await session.end();
    }
  },
  async unpack(from, data) {
    await asPostgres('mkdir', ['-m', '700', data]);
    await asPostgres('tar', ['-xf', join(from, 'base.tar'), '-C', data]);
    await asPostgres('cp', [join(`${from}.label`, 'backup_label'), data]);
  },
};

/** 1: a file changed while it was read, which the log sets right. */
function onlyChanged(error: unknown): string {
  if ((error as { code?: unknown }).code === 1) return '';
  throw error;
}

export const BASE_BACKUPS: readonly BaseBackup[] = [byProgram, bySql];
