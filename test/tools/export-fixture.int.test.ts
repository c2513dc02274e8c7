import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFixture } from '../../tools/export-fixture.ts';
import { readLines } from '../../tools/fixture/lines.ts';
import { openFreshEmbedded, openFreshServer } from '../support/database.ts';
import { keptAs, layKeptDatabase } from '../support/kept-database.ts';

test('a database that is kept from one engine and laid into the other is kept from there with the same words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-kept-'));
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const [embedded, server] = [await openFreshEmbedded(), await openFreshServer()];
  try {
    await layKeptDatabase(embedded, keptAs('stories'));
    expect(await exportFixture(embedded, first)).toContain('106 cases');
    await layKeptDatabase(server, first);
    await exportFixture(server, second);
    for (const file of ['ndjson.zst', 'shown.ndjson.zst'])
      expect(await readLines(`${second}.${file}`)).toEqual(await readLines(`${first}.${file}`));
  } finally {
    await embedded.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
});
