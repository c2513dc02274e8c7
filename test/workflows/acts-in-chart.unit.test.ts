import { glob } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../workflows/acts/act.ts';
import { ACTS, caseChart } from '../../workflows/chart/index.ts';
import { waysOf } from '../../workflows/chart/leads.ts';

/** What an act says has no effect until the chart lists it and leads its ways somewhere. */

const FOLDER = new URL('../../workflows/acts/', import.meta.url);
const listed: ReadonlySet<unknown> = new Set(ACTS);

const isAct = (value: unknown): value is Act =>
  typeof value === 'object' && value !== null && 'type' in value && 'ways' in value && 'data' in value;

const files = await Array.fromAsync(glob('**/*.ts', { cwd: FOLDER }));
const acts = await Promise.all(
  files.map(async (file) => {
    const module: Readonly<Record<string, unknown>> = await import(new URL(file, FOLDER).href);
    return Object.entries(module).flatMap(([name, value]) => (isAct(value) ? [{ name, file, value }] : []));
  }),
);

describe('every act', () => {
  test('is listed by the chart', () => {
    const missing = acts
      .flat()
      .filter(({ value }) => !listed.has(value))
      .map(({ name, file }) => `List ${name} of workflows/acts/${file} in a part of workflows/chart.`);
    expect(missing, missing.join(' ')).toEqual([]);
    expect(acts.flat()).toHaveLength(ACTS.length);
  });

  test('goes every way that it names', () => {
    const taken = new Set(waysOf(caseChart));
    const missing = ACTS.flatMap(({ type, ways }) =>
      Object.entries(ways)
        .filter(([, way]) => !taken.has(way))
        .map(([key]) => `Lead the way \`${key}\` of ${type} from a state in workflows/chart.`),
    );
    expect(missing, missing.join(' ')).toEqual([]);
  });
});
