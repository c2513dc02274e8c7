import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The rule is biome's; that ours is set to see types as well is held here. */

const ROOT = join(import.meta.dirname, '../..');

function lint(files: Readonly<Record<string, string>>): { ok: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'circles-'));
  try {
    copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--only=suspicious/noImportCycles',
        '--vcs-enabled=false',
        '.',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    return { ok: status === 0, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const A = `import type { B } from './b.ts';\nexport interface A {\n  readonly b: B;\n}\n`;

test('two files that take types alone from each other are a circle', () => {
  const { ok, said } = lint({
    'a.ts': A,
    'b.ts': `import type { A } from './a.ts';\nexport interface B {\n  readonly a: A;\n}\n`,
  });
  expect(said).toContain('noImportCycles');
  expect(ok).toBe(false);
});

test('one that takes types from the other is none', () => {
  const { ok, said } = lint({ 'a.ts': A, 'b.ts': `export interface B {\n  readonly id: string;\n}\n` });
  expect(ok, said).toBe(true);
});
