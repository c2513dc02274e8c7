import { describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from '../support/repository.ts';

/** Records of decisions, `docs/adr/0001-….md`, and their index. */
const FOLDER = 'docs/adr/';
const records = repositoryFiles()
  .filter(({ path }) => /^docs\/adr\/\d{4}-/.test(path))
  .map(({ path, text }) => {
    const file = path.slice(FOLDER.length);
    const status = text.match(/^Status: (.+)$/m)?.[1] ?? '';
    const [state = '', ...others] = status.split(' · ');
    return {
      file,
      number: file.slice(0, 4),
      title: text.match(/^# \d{4} (.+)$/m)?.[1],
      state,
      replaces: others.find((one) => one.startsWith('Replaces')) ?? '',
      text,
    };
  })
  .sort((a, b) => a.number.localeCompare(b.number));
const index = readRepositoryFile(`${FOLDER}README.md`);
const rows = index
  .split('\n')
  .filter((line) => /^\| \[\d{4}\]/.test(line))
  .map((line) => line.split(' | '));

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\[(\d{4})\]\(/g)].map(([, number]) => number!);

describe('decisions', () => {
  test.each(records)('$number has its number as its title, and a status', ({ number, state, text }) => {
    expect(text.startsWith(`# ${number} `)).toBe(true);
    expect(text.match(/^Status: /gm), 'one status').toHaveLength(1);
    expect(state).toMatch(/^(proposed|accepted(, replaced in part by \[.+)?|replaced by \[.+)$/);
  });

  test('the index lists every one in order, with its title and what replaced it', () => {
    expect(rows.map(([link]) => link)).toEqual(records.map(({ number, file }) => `| [${number}](${file})`));
    for (const [at, { number, title, state }] of records.entries()) {
      const [, listed, short, told] = rows[at]!;
      expect(listed, number).toBe(title);
      expect(short?.trim(), `${number} in short`).toMatch(/\S\.$/);
      expect(numbersIn(told!), `replaced ${number}`).toEqual(numbersIn(state));
    }
  });

  test('what replaces and what is replaced name each other', () => {
    const pairs = records.flatMap(({ number, state }) => numbersIn(state).map((by) => `${number} by ${by}`));
    const said = records.flatMap(({ number, replaces }) =>
      numbersIn(replaces).map((one) => `${one} by ${number}`),
    );
    expect(said.toSorted()).toEqual(pairs.toSorted());
  });

  test('every number that is cited, and every link, leads to a decision', () => {
    const known = new Set(records.map(({ number }) => number));
    const files = new Set(records.map(({ file }) => file));
    for (const { path, text } of repositoryFiles()) {
      for (const [cited, number] of text.matchAll(/\bADR (\d{4})\b/g))
        expect(known.has(number!), `${path}: ${cited}`).toBe(true);
      for (const [, file] of text.matchAll(/\]\((?:docs\/adr\/|\.\.\/adr\/|adr\/)?(\d{4}-[^)#]+\.md)\)/g))
        expect(files.has(file!), `${path}: ${file}`).toBe(true);
    }
  });
});
