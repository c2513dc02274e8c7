import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartMoves, chartStates, type State, within } from '../../tools/diagram/chart-model.ts';
import { asTitle } from '../../tools/diagram/words.ts';
import { generated, stale } from '../../tools/diagram.ts';
import { EVENT_DATA } from '../../workflows/events.ts';
import { STATUSES } from '../../workflows/status.ts';

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = await generated();
}, 60_000);

const file = (name: string): string => files.get(name) ?? '';
const stages: readonly State[] = chartStates.states;
const written = (title: string) => `>${title}</text>`;

describe('the pictures', () => {
  test('the whole shows every stage and every end, each end by a double line', () => {
    for (const { name } of stages) expect(file('lifecycle.svg')).toContain(written(asTitle(name)));
    const ends = stages.filter(({ isEnd }) => isEnd);
    expect(ends.map(({ id }) => id)).toEqual(['annulled', 'withdrawn', 'closed', 'terminated']);
    expect(file('lifecycle.svg').match(/<rect class="(end|good-end)"/g)).toHaveLength(2 * ends.length);
  });

  test.each(['application', 'offer', 'contract'])(
    'the picture of the stage “%s” shows every state with its clause',
    (id) => {
      const stage = stages.find((one) => one.id === id)!;
      for (const { name, clause } of within(stage).slice(1)) {
        expect(file(`lifecycle-${id}.svg`)).toContain(written(asTitle(name)));
        if (clause) expect(file(`lifecycle-${id}.svg`)).toContain(clause);
      }
    },
  );

  test.each(['application', 'offer', 'contract'])(
    'the picture of the stage “%s” names every event that leads on',
    (id) => {
      const leading = chartMoves.filter(
        ({ from, to }) => from.split('.')[0] === id && to !== null && to !== from,
      );
      for (const { event, deadline } of leading) {
        if (event !== null) expect(file(`lifecycle-${id}.svg`)).toContain(deadline ?? event);
      }
    },
  );

  test('they fit into the width of a page and follow light and dark', () => {
    for (const [name, content] of files) {
      if (!name.endsWith('.svg')) continue;
      const [, width] = /viewBox="0 0 (\d+) \d+"/.exec(content) ?? [];
      expect(Number(width)).toBeLessThanOrEqual(1050);
      expect(content).toContain('prefers-color-scheme: dark');
      expect(content).not.toMatch(/NaN|undefined/);
    }
  });

  test('what is drawn once is drawn the same again', async () => {
    expect(await generated()).toEqual(files);
  });
});

describe('the page of tables', () => {
  test('lists every state, every status and every event of the chart', () => {
    const page = file('lifecycle.md');
    for (const { id } of within(chartStates).slice(1)) expect(page).toContain(`\`${id}\``);
    const leaves = new Set(within(chartStates).flatMap(({ name }) => name));
    // `in-force` and `suspended` and `fulfilled` are read off the regions of the contract.
    for (const status of STATUSES) expect(leaves.has(status) || ['in-force'].includes(status)).toBe(true);
    for (const event of Object.keys(EVENT_DATA)) expect(page).toContain(`\`${event}\``);
  });

  test('has one row for everything that may happen', () => {
    const rows = file('lifecycle.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(chartMoves.length + within(chartStates).length - 1);
  });
});

describe('the check for what is behind', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pieslegums-diagram-'));
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('finds nothing where everything was written', async () => {
    expect(await stale(files, folder)).toEqual([]);
  });

  test('names a file that was changed by hand, and one that is missing', async () => {
    await writeFile(join(folder, 'lifecycle.svg'), 'drawn by hand');
    await rm(join(folder, 'lifecycle.md'));
    expect(await stale(files, folder)).toEqual(['lifecycle.svg', 'lifecycle.md']);
  });
});
