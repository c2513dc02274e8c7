/** `npm run diagram`: draws the chart and lists it, from the chart itself. With `-- --check` it writes nothing and fails
 *  where a file is not what the chart says. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closeUp, overview, sideBySide } from './diagram/pictures.ts';
import { page } from './diagram/table.ts';

export const DOCS = join(import.meta.dirname, '..', 'docs');

/** Each file with what belongs into it. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['lifecycle.svg', await overview()],
    ['lifecycle-application.svg', await closeUp('application')],
    ['lifecycle-offer.svg', await closeUp('offer')],
    ['lifecycle-contract.svg', await sideBySide('contract')],
    ['lifecycle.md', page()],
  ]);
}

/** Names of the files that are not what the chart says. */
export async function stale(files: ReadonlyMap<string, string>, folder = DOCS): Promise<string[]> {
  const compared = await Promise.all(
    [...files].map(async ([name, content]) => {
      const found = await readFile(join(folder, name), 'utf8').catch(() => null);
      return found === content ? null : name;
    }),
  );
  return compared.filter((name) => name !== null);
}

async function main(args: readonly string[]): Promise<void> {
  const files = await generated();
  const behind = await stale(files);
  if (!args.includes('--check')) {
    for (const name of behind) await writeFile(join(DOCS, name), files.get(name)!);
    process.stdout.write(
      behind.length > 0 ? `written: ${behind.join(', ')}\n` : 'Everything is as the chart says.\n',
    );
    return;
  }
  if (behind.length === 0) return;
  process.stderr.write(
    `Not what the chart says: ${behind.map((name) => `docs/${name}`).join(', ')}. Run npm run diagram.\n`,
  );
  process.exitCode = 1;
}

if (import.meta.main) await main(process.argv.slice(2));
