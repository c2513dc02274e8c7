import { expect, test } from 'vitest';
import { localPath } from '../../src/portal/session/local-path.ts';

test.each([
  ['/cases', '/cases'],
  ['/cases/1?tab=letters#top', '/cases/1?tab=letters#top'],
  ['/', '/'],
])('%s is a path of ours', (given, path) => expect(localPath(given)).toBe(path));

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  'javascript:alert(1)',
  'cases',
  '',
  '/..//evil.example',
  '/./%0a//x'.replace('%0a', '\n'),
  '/sign-in?next=/sign-in',
  `/${'a'.repeat(600)}`,
])('%j is not gone to', (given) => expect(localPath(given)).toBeNull());

test('only text is an address', () => {
  expect(localPath(['/cases'])).toBeNull();
  expect(localPath(undefined)).toBeNull();
});
