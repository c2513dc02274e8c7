import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../db/connect.ts';
import { freshServerUrl } from '../support/database.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Ids of the cases whose commit was answered before the process was killed, after more of them each round. */
async function answeredBeforeKill(where: string, round: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'commit-forever.ts'), where, String(round)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const answered: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [, id] = line.split(' ');
    if (id?.length === 36) answered.push(id);
    if (answered.length === 10 + 17 * round) child.kill('SIGKILL');
  }
  return answered;
}

async function expectAllStored(database: Database, answered: readonly string[]): Promise<void> {
  const cases = await database.query<{ id: string; whole: boolean }>(
    `select c.id, exists (select from history h where h.case_id = c.id)
       and exists (select from deadlines d where d.case_id = c.id)
       and exists (select from notices n where n.case_id = c.id) as whole from cases c`,
  );
  const stored = new Set(cases.map((row) => row.id));
  expect(answered.filter((id) => !stored.has(id))).toEqual([]);
  expect(cases.filter((row) => !row.whole)).toEqual([]);
  const [numbers] = await database.query<{ count: number; highest: number; drawn: number }>(
    `select count(*), max(number::int8) as highest, (select value from counters where series = 'invoice') as drawn from invoices`,
  );
  expect(numbers).toEqual({ count: numbers!.drawn, highest: numbers!.drawn, drawn: numbers!.drawn });
}

test('SIGKILL loses nothing that was answered, and leaves nothing half-done: embedded folder', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-kill-'));
  folders.push(folder);
  const answered: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    answered.push(...(await answeredBeforeKill(folder, round)));
    const database = await openDatabase({ dataDir: folder });
    await expectAllStored(database, answered);
    await database.close();
  }
});

test('SIGKILL loses nothing that was answered, and leaves nothing half-done: PostgreSQL', {
  timeout: 120_000,
}, async () => {
  const url = await freshServerUrl();
  const answered: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    answered.push(...(await answeredBeforeKill(url, round)));
    const database = await openDatabase({ databaseUrl: url });
    await expectAllStored(database, answered);
    await database.close();
  }
});
