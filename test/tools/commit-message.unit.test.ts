import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const HOOK = join(import.meta.dirname, '../../.githooks/commit-msg');
const folder = mkdtempSync(join(tmpdir(), 'commit-msg-'));
afterAll(() => rmSync(folder, { recursive: true }));

function askedOf(message: string): { readonly taken: boolean; readonly said: string } {
  const file = join(folder, 'message');
  writeFileSync(file, message);
  const { status, stderr } = spawnSync(HOOK, [file], { encoding: 'utf8' });
  return { taken: status === 0, said: stderr };
}

describe('a commit tells its reasons', () => {
  test('git may run the hook', () => {
    expect(() => execFileSync('test', ['-x', HOOK])).not.toThrow();
  });

  test.each([
    ['a subject alone', 'Move the days\n'],
    ['a subject and what git adds', 'Move the days\n\n# Changes to be committed:\n#\tsrc/law/days.ts\n'],
    [
      'a subject and the change below the scissors',
      'Move the days\n\n# ---\n# ------------------------ >8 ------------------------\ndiff --git a b\n',
    ],
  ])('%s is not taken', (_, message) => {
    const { taken, said } = askedOf(message);
    expect(taken).toBe(false);
    expect(said).toContain('no body');
  });

  test.each([
    ['a subject with its reasons', 'Move the days\n\nTwo files counted days differently.\n'],
    ['a merge', "Merge branch 'letters'\n"],
    ['what will be melted into another commit', 'fixup! Move the days\n'],
  ])('%s is taken', (_, message) => expect(askedOf(message).taken).toBe(true));
});
