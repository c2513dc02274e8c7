import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
let known: ReadonlySet<string> | null = null;

/** The passwords that people choose most, some 49,000 of them, as zxcvbn-ts ships them (MIT; gathered from what has
 *  leaked). Loaded with the first password that is chosen. */
export function isWellKnown(password: string): boolean {
  known ??= new Set(
    (load('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common')).dictionary[
      'passwords-common'
    ],
  );
  return known.has(password);
}
