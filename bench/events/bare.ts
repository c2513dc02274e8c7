import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { ID_OF_NUMBER } from '../support/cases.ts';
import { perSecond } from '../support/figures.ts';
import type { BareStatement } from './rows.ts';

/** The same rows by bare SQL: a transaction of prepared statements, nothing decided. */

const run = promisify(execFile);

export const hasPgbench = (): Promise<boolean> =>
  run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );

/** A script of pgbench and its variables, which travel as parameters of the prepared statements as a driver's do. */
function script(
  statements: readonly BareStatement[],
  casesOfCaller: number,
): { readonly text: string; readonly variables: ReadonlyMap<string, string> } {
  const variables = new Map<string, string>();
  const bound = { id: ID_OF_NUMBER(':n'), version: ':version::int', key: 'gen_random_uuid()' };
  const lines = statements.map(({ name, text, values }, place) => {
    const filled = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
      const value = values[Number(number) - 1]!;
      if (typeof value !== 'object') return bound[value];
      if (value.fixed === null) return 'null';
      variables.set(`${name}_${number}`, String(value.fixed));
      return `:${name}_${number}`;
    });
    return `${filled.replaceAll(/\s+/g, ' ')}${place === 0 ? ' \\gset' : ';'}`;
  });
  const chosen = `\\set n :client_id * ${casesOfCaller} + random(1, ${casesOfCaller})`;
  return { text: [chosen, 'begin;', ...lines, 'commit;'].join('\n'), variables };
}

/** Every connection prepares its statements first: with many of them that takes a while, and it is not what is measured. */
const WARM_UP_SECONDS = 2;

/** Events a second by pgbench, both events of the bench by half. */
export async function pgbenchPerSecond(
  url: string,
  events: readonly (readonly BareStatement[])[],
  callers: number,
  casesOfCaller: number,
  milliseconds: number,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-events-'));
  try {
    const scripts = events.map((statements) => script(statements, casesOfCaller));
    const files = scripts.map((_, i) => join(folder, `${i}.sql`));
    await Promise.all(scripts.map(({ text }, i) => writeFile(files[i]!, text)));
    const variables = scripts.flatMap(({ variables }) => [...variables]);
    const seconds = Math.max(1, Math.round(milliseconds / 1000));
    const { stderr } = await run(
      'pgbench',
      [
        ...['-n', '-M', 'prepared', '-c', String(callers), '-j', '1'],
        ...['-T', String(WARM_UP_SECONDS + seconds), '-P', '1'],
        ...variables.flatMap(([name, value]) => ['-D', `${name}=${value}`]),
        ...files.flatMap((file) => ['-f', file]),
        url,
      ],
      { maxBuffer: 10_000_000 },
    );
    const told = [...stderr.matchAll(/^progress: ([\d.]+) s, ([\d.]+) tps/gm)]
      .filter(([, at]) => Number(at) > WARM_UP_SECONDS + 0.5)
      .map(([, , tps]) => Number(tps));
    if (told.length === 0) throw new Error(`pgbench said: ${stderr}`);
    return told.reduce((sum, one) => sum + one, 0) / told.length;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One event on one connection. */
export async function bareEvent(
  client: pg.ClientBase,
  statements: readonly BareStatement[],
  id: string,
): Promise<void> {
  await client.query('begin');
  await bareRows(client, statements, id);
  await client.query('commit');
}

/** What stands between begin and commit. */
async function bareRows(
  client: pg.ClientBase,
  statements: readonly BareStatement[],
  id: string,
  key: string = randomUUID(),
): Promise<void> {
  const bound: Record<string, unknown> = { id, key };
  for (const [place, { name, text, values }] of statements.entries()) {
    const { rows } = await client.query({
      name,
      text,
      values: values.map((value) => (typeof value === 'object' ? value.fixed : bound[value])),
    });
    if (place === 0) bound.version = rows[0].version;
  }
}

/** The same through the product's own driver, a connection a caller. */
export async function driverPerSecond(
  url: string,
  events: readonly (readonly BareStatement[])[],
  callers: number,
  casesOf: (caller: number) => readonly string[],
  milliseconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: callers });
  const clients = await Promise.all(Array.from({ length: callers }, () => pool.connect()));
  const turns = new Array<number>(callers).fill(0);
  try {
    return await perSecond(callers, milliseconds, (caller) => {
      const turn = turns[caller]!++;
      const own = casesOf(caller);
      return bareEvent(clients[caller]!, events[((turn / own.length) % 2) | 0]!, own[turn % own.length]!);
    });
  } finally {
    for (const client of clients) client.release();
    await pool.end();
  }
}
