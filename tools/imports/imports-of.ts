import { dirname, join } from 'node:path/posix';
import { parseSync } from 'oxc-parser';

/** One file of ours that another one imports. */
export interface Import {
  /** From the root. */
  readonly file: string;
  readonly line: number;
  readonly typesAlone: boolean;
}

/** What a file imports of ours; packages are left out. */
export function importsOf(file: string, text: string): Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const found: { specifier: string; at: number; typesAlone: boolean }[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    // `import './locals.ts'` has no entries and is run for what it does.
    const typesAlone = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, at: start, typesAlone });
  }
  for (const { entries, start } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, at: start, typesAlone: isType });
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal) found.push({ specifier: literal[1]!, at: start, typesAlone: false });
  }
  return found
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, at, typesAlone }) => ({
      file: join(dirname(file), specifier),
      line: text.slice(0, at).split('\n').length,
      typesAlone,
    }));
}
