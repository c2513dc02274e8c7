import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import type { Parameter } from '../../src/law/parameter.ts';

const FOLDER = new URL('../../src/law/parameters/', import.meta.url);
const STATUSES = ['verified', 'reported', 'missing'];

const isFigure = (value: unknown): value is Parameter<unknown> =>
  typeof value === 'object' && value !== null && 'findInForce' in value && 'values' in value;

const files = (await readdir(FOLDER).catch(() => [])).filter((file) => file.endsWith('.ts')).sort();
const figures = new Map<string, Parameter<unknown>>();
for (const file of files) {
  for (const exported of Object.values(await import(new URL(file, FOLDER).href))) {
    if (isFigure(exported)) figures.set(exported.name, exported);
  }
}

describe('every dated figure, walked day by day', () => {
  test('each has a name of its own, a label in both languages and a unit', () => {
    for (const [name, { label, unit }] of figures) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const text of [label.lv, label.en, unit]) expect(text.trim(), name).not.toBe('');
    }
  });

  test('each edition starts on a real day and gives its source and status', () => {
    for (const [name, { values }] of figures) {
      expect(Object.keys(values), name).not.toEqual([]);
      for (const [since, { source, status }] of Object.entries(values)) {
        expect(day(since).toString(), name).toBe(since);
        expect(source.trim(), `${name} since ${since}`).not.toBe('');
        expect(STATUSES, `${name} since ${since}`).toContain(status);
      }
    }
  });

  test('from its first edition on there is no gap that is not named as missing, and no day has two values', () => {
    for (const [name, figure] of figures) {
      const starts = Object.keys(figure.values).sort();
      for (let on = day(starts[0] as string); on.year < 2030; on = on.add({ days: 1 })) {
        const iso = on.toString();
        const since = starts.findLast((start) => start <= iso) as string;
        const expected = figure.values[since]?.status === 'missing' ? undefined : since;
        if (figure.findInForce(on)?.since !== expected) expect.unreachable(`${name} on ${iso}`);
      }
    }
  });

  test('the day before its first edition no value is in force', () => {
    for (const [name, figure] of figures) {
      const first = Object.keys(figure.values).sort()[0] as string;
      expect(figure.findInForce(day(first).subtract({ days: 1 })), name).toBeUndefined();
    }
  });
});
