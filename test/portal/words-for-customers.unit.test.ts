import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/api/openapi/document.ts';
import { wordings } from '../../src/portal/messages/message.ts';
import { NAMES } from '../../src/portal/messages/names.ts';
import { MESSAGES } from '../../src/portal/messages/translate.ts';
import { NOT_FOR_CUSTOMERS, READING } from '../support/citations.ts';
import { repositoryFiles } from '../support/repository.ts';

/** What customers of the product and of its API read cites clauses of the contract, and nothing that they cannot look up. */

type Told = readonly [where: string, text: string];

function* stringsIn(value: unknown, where: string): Generator<Told> {
  if (typeof value === 'string') yield [where, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) yield* stringsIn(inside, `${where}/${key}`);
}

const beyondTheContract = (told: Iterable<Told>): string[] =>
  [...told]
    .filter(([, text]) => NOT_FOR_CUSTOMERS.test(text))
    .map(([where, text]) => `${where}: ${text.trim()}`);

const files = repositoryFiles();

describe('no reading, decision or page of ours is cited', () => {
  test('in the OpenAPI document', () => {
    expect(beyondTheContract(stringsIn(openApiDocument(), ''))).toEqual([]);
  });

  test.each(['lv', 'en'] as const)('in messages and names, %s', (language) => {
    const messages = [...MESSAGES[language]].flatMap(([key, message]) =>
      wordings(message).map((text): Told => [key, text]),
    );
    expect(beyondTheContract([...messages, ...stringsIn(NAMES[language], '')])).toEqual([]);
  });

  test('in templates of pages, letters and documents', () => {
    const lines = files
      .filter(({ path }) => path.startsWith('templates/'))
      .flatMap(({ path, text }) => text.split('\n').map((line): Told => [path, line]));
    expect(lines.length).toBeGreaterThan(1000);
    expect(beyondTheContract(lines)).toEqual([]);
  });

  test('in texts of the program: descriptions of acts, refusals, labels, sample cases', () => {
    const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
    const cited = files
      .filter(({ path }) => /^(src|workflows)\/.*\.ts$/.test(path))
      // Administrators are told by its number which reading a setting is.
      .filter(({ path }) => path !== 'src/law/settings/settings.ts')
      .flatMap(({ path, text }) =>
        text
          .replace(comments, (comment) => comment.replace(/[^\n]/g, ''))
          .split('\n')
          .flatMap((line, at) => (line.match(READING) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
      );
    expect(cited).toEqual([]);
  });
});
