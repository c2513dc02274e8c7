import { describe, expect, test } from 'vitest';
import { against, type Rule } from '../../tools/imports/against.ts';
import { DIRECTION, OUTSIDE } from '../../tools/imports/direction.ts';
import { importsOf } from '../../tools/imports/imports-of.ts';

const RULE: Rule = {
  parts: [
    { of: 'src/law', from: [] },
    { of: 'db', from: [], typesFrom: ['src/law'] },
    { of: 'src/casework', from: ['src/law', 'db'] },
    { of: 'src/main', from: ['src/casework'] },
  ],
  outside: ['test'],
};

/** What runs against that rule in a small tree of files. */
const found = (files: Readonly<Record<string, string>>, rule = RULE): string[] =>
  against(new Map(Object.entries(files).map(([file, text]) => [file, importsOf(file, text)])), rule);

describe('imports run one way', () => {
  test('downwards, within a part, and of packages: nothing is said', () => {
    expect(
      found({
        'src/main.ts': `import { decide } from './casework/decide.ts';`,
        'src/casework/decide.ts': `import { day } from '../law/days.ts';\nimport './locals.ts';\nimport z from 'zod';`,
        'src/law/days.ts': `export * from './more/working-days.ts';`,
      }),
    ).toEqual([]);
  });

  test('upwards: file, line, what is allowed, and what to do', () => {
    expect(found({ 'src/casework/decide.ts': `\nimport { run } from '../main.ts';` })).toEqual([
      'src/casework/decide.ts:2 imports src/main.ts. src/casework imports only src/law, db: ' +
        'move what is needed into a part below both, or have src/product hand it in.',
    ]);
    expect(found({ 'src/law/days.ts': `import type { Case } from '../casework/case.ts';` })).toEqual([
      'src/law/days.ts:1 imports src/casework/case.ts. src/law imports nothing of ours: ' +
        'move what is needed into a part below both, or have src/product hand it in.',
    ]);
  });

  test.each([
    ['a type', `import type { Case } from '../casework/case.ts';`],
    ['what is handed on', `export { decide } from '../casework/decide.ts';`],
    ['all of it', `export * from '../casework/decide.ts';`],
    ['what is loaded later', `const { decide } = await import('../casework/decide.ts');`],
    ['what is only run', `import '../casework/decide.ts';`],
  ])('%s counts as an import', (_, text) => {
    expect(found({ 'src/law/days.ts': text })).toHaveLength(1);
  });

  test('words in a comment or a text are no import', () => {
    expect(
      found({ 'src/law/days.ts': `// import '../main.ts'\nconst text = "import x from '../main.ts'";` }),
    ).toEqual([]);
  });

  test('where types alone may be taken, a value is refused', () => {
    expect(found({ 'db/rows.ts': `import type { Day } from '../src/law/days.ts';` })).toEqual([]);
    expect(found({ 'db/rows.ts': `import { type Day } from '../src/law/days.ts';` })).toEqual([]);
    expect(found({ 'db/rows.ts': `import { type Day, day } from '../src/law/days.ts';` })).toEqual([
      'db/rows.ts:1 imports src/law/days.ts. db takes types alone from src/law: ' +
        'write import type, or have the value handed in.',
    ]);
  });

  test('tests import everything, and the product nothing of them', () => {
    expect(found({ 'test/days.test.ts': `import { run } from '../src/main.ts';` })).toEqual([]);
    expect(found({ 'src/main.ts': `import { story } from '../test/story.ts';` })).toEqual([
      'src/main.ts:1 imports test/story.ts. That is no part of the running product, and nothing of the product imports ' +
        'it: move what it needs into the product.',
    ]);
  });

  test('a folder that nobody has given a place is asked for one', () => {
    expect(
      found({
        'src/weather/rain.ts': `import { day } from '../law/days.ts';`,
        'src/main.ts': `import { rain } from './weather/rain.ts';`,
      }),
    ).toEqual([
      'src/weather/rain.ts stands in no part that tools/imports/direction.ts names: ' +
        'name its part there, and what it imports.',
      'src/main.ts:1 imports src/weather/rain.ts. That stands in no part that tools/imports/direction.ts names: ' +
        'move it into one.',
    ]);
  });

  test('a list that would allow a circle of parts is refused', () => {
    const [law, ...others] = RULE.parts;
    expect(found({}, { ...RULE, parts: [{ ...law!, from: ['db'] }, ...others] })).toEqual([
      'tools/imports/direction.ts: src/law imports db, which has to stand above it in the list.',
    ]);
    expect(found({}, { parts: DIRECTION, outside: OUTSIDE })).toEqual([]);
  });
});
