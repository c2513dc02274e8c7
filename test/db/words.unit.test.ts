import { expect, test } from 'vitest';
import { prefixesOf, wordsOf } from '../../db/words.ts';

test('words are lower case, without diacritics, each once', () => {
  expect(wordsOf('Brīvības iela 15–3, Rīga', 'Jānis Bērziņš', null, undefined, 'RĪGA')).toEqual([
    'brivibas',
    'iela',
    '15',
    '3',
    '153',
    'riga',
    'janis',
    'berzins',
  ]);
});

test('numbers with separators are found in parts and written together', () => {
  expect(wordsOf('0100 045 0012', 'PS-2025-000123', '010186-12345')).toEqual([
    '0100',
    '045',
    '0012',
    'ps',
    '2025',
    '000123',
    '010186',
    '12345',
    '01018612345',
  ]);
});

test('what was typed is folded the same way', () => {
  expect(prefixesOf('  Brīv, 15-3 ')).toEqual(['briv', '15', '3']);
  expect(prefixesOf('%_\\')).toEqual([]);
});
