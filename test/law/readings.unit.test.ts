import { describe, expect, test } from 'vitest';
import type { SettingDefinition } from '../../src/law/settings/setting.ts';
import { SETTINGS } from '../../src/law/settings/settings.ts';
import { READING } from '../support/citations.ts';
import { readRepositoryFile, repositoryFiles } from '../support/repository.ts';

const PAGE = 'docs/law/readings.md';
const page = readRepositoryFile(PAGE);

/** What this software was asked for stands outside of it: nobody who has the repository can look it up. */
const ELSEWHERE =
  /\bledger(?:’s|'s)?(?:$| (?:\d|preface|section|PO-|gives|of requirements))|\bface\.md|\bdecisions\.md/i;

const LINE = /^- <a id="([^"]+)"><\/a>\*\*([^*]+)\*\* (.+)$/;
const lines = page.split('\n').filter((line) => line.startsWith('- <a'));
const told = lines.map((line) => {
  const [, anchor, number, says] = line.match(LINE) ?? [];
  return { line, anchor, number, says: says ?? '' };
});
const numbers = new Set(told.map(({ number }) => number));
const anchors = new Set([
  ...told.map(({ anchor }) => anchor),
  ...[...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!.toLowerCase().replaceAll(' ', '-')),
]);
const files = repositoryFiles();

describe('docs/law/readings.md', () => {
  test('holds every number once, under an anchor that is the number', () => {
    expect(numbers.size).toBe(told.length);
    for (const { line, anchor, number } of told) {
      expect(number, line).toMatch(new RegExp(`^${READING.source}$`));
      expect(anchor, line).toBe(number!.toLowerCase());
    }
  });

  test('tells of each the question and, after an arrow, the reading', () => {
    for (const { number, says } of told) expect(says, number).toMatch(/\S.* → \S.*\.(?: \(.+\))?$/);
  });

  test('knows every setting with a number, and no setting that there is not', () => {
    const settings = Object.entries<SettingDefinition<string | number | boolean>>(SETTINGS);
    for (const [name, { reading }] of settings)
      if (reading !== null)
        expect(told.find(({ number }) => number === reading)?.says, `${reading} of ${name}`).toContain(
          `\`${name}\``,
        );
    const named = told.flatMap(({ says }) =>
      [...says.matchAll(/`(\w+(?:\.\w+)*)`/g)].map(([, name]) => name),
    );
    expect(named.filter((name) => !(name! in SETTINGS))).toEqual([]);
  });

  test('leads to pages and places that there are', () => {
    for (const [, target] of page.matchAll(/\]\(([^)]+)\)/g)) {
      if (target!.startsWith('#')) expect(anchors, target).toContain(target!.slice(1));
      else expect(() => readRepositoryFile(`docs/law/${target}`), target).not.toThrow();
    }
  });
});

describe('what is cited can be looked up', () => {
  const cited = (text: string): string[] => [...new Set(text.match(READING))];

  test('every number that any file cites stands in docs/law/readings.md', () => {
    const unknown = files.flatMap(({ path, text }) =>
      cited(text)
        .filter((number) => !numbers.has(number))
        .map((number) => `${path} cites ${number}`),
    );
    expect(unknown, `tell each in one line of ${PAGE}`).toEqual([]);
  });

  test('every part of docs/law/readings.md that any file cites is there', () => {
    const parts = files.flatMap(({ path, text }) =>
      [...text.matchAll(/\breadings\.md#([\w-]+)/g)].map(([, part]) => ({ path, part })),
    );
    expect(parts.filter(({ part }) => !anchors.has(part))).toEqual([]);
  });

  test('no file cites a page that is not in the repository', () => {
    const elsewhere = files
      .filter(({ path }) => path !== 'test/law/readings.unit.test.ts')
      .flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, at) => (ELSEWHERE.test(line) ? [`${path}:${at + 1}`] : [])),
      );
    expect(elsewhere, `cite the clause, or ${PAGE}`).toEqual([]);
  });
});
