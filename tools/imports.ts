/** `npm run imports`: fails where an import runs against the direction of `imports/direction.ts`. Circles are found by
 *  biome (`noImportCycles`, types included), exports that nobody imports by `npm run unused`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { against, type Tree } from './imports/against.ts';
import { DIRECTION, OUTSIDE } from './imports/direction.ts';
import { importsOf } from './imports/imports-of.ts';

const ROOT = join(import.meta.dirname, '..');

function treeAt(root: string): Tree {
  const files = globSync(['src/**/*.ts', 'workflows/**/*.ts', 'db/**/*.ts'], { cwd: root }).toSorted();
  return new Map(
    files
      .map((file) => file.replaceAll('\\', '/'))
      .map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]),
  );
}

if (import.meta.main) {
  const tree = treeAt(ROOT);
  const found = against(tree, { parts: DIRECTION, outside: OUTSIDE });
  for (const sentence of found) process.stderr.write(`${sentence}\n`);
  process.stdout.write(`${tree.size} files, ${found.length} imports against the direction.\n`);
  if (found.length > 0) process.exitCode = 1;
}
