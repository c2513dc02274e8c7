import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../src/law/deemed-receipt.ts';
import { GLOSSARY, withEvents } from '../../tools/glossary.ts';
import { DEADLINE_NAMES } from '../../workflows/deadlines/index.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import { ROLES } from '../../workflows/roles.ts';
import { STATUSES } from '../../workflows/status.ts';
import {
  IDENTIFICATION_METHODS,
  SUSPENSION_REASONS,
  TERMINATION_REASONS,
} from '../../workflows/vocabulary.ts';

const glossary = await readFile(GLOSSARY, 'utf8');

describe('the glossary ties every code name to its Latvian word', () => {
  test.each([
    ['statuses', STATUSES],
    ['deadlines', DEADLINE_NAMES],
    ['notices', OPERATOR_NOTICES],
    ['roles', ROLES],
    ['channels', CHANNELS],
    ['ways of identification', IDENTIFICATION_METHODS],
    ['reasons of a suspension', SUSPENSION_REASONS],
    ['reasons of an ending', TERMINATION_REASONS],
  ])('all %s', (_, names) => {
    expect(names.filter((name) => !glossary.includes(`\`${name}\``))).toEqual([]);
  });

  test('events as the acts tell them', () => {
    expect(glossary, 'Run `npm run glossary` and commit what it writes.').toBe(withEvents(glossary));
  });

  test('every row of a table has all its cells', () => {
    for (const line of glossary.split('\n')) {
      if (!line.startsWith('|')) continue;
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      expect(cells.length, line).toBe(4);
      expect(
        cells.filter((cell) => cell === ''),
        line,
      ).toEqual([]);
    }
  });
});
