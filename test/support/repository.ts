import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;

/** Folders that hold what people wrote, and the kinds of file that it stands in. */
const FOLDERS = ['bench', 'db', 'docs', 'src', 'templates', 'test', 'tools', 'workflows'];
const WRITTEN = /\.(css|hbs|js|json|md|mjs|sql|ts|typ)$/;
const NOT_OURS = /(^|\/)(node_modules|meta|image)\/|package-lock\.json$/;

/** A file of the repository, by its path from the root. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

export const readRepositoryFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Every text that people wrote: sources, tests, pages, decisions. */
export function repositoryFiles(): RepositoryFile[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, name.toString())),
  );
  const atTheRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  return [...atTheRoot, ...inFolders]
    .filter((path) => WRITTEN.test(path) && !NOT_OURS.test(path))
    .map((path) => ({ path, text: readRepositoryFile(path) }));
}
