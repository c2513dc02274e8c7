/** PGlite, loaded as drizzle loads it: imported as a module, it would be in memory twice. */
import { createRequire } from 'node:module';
import type { PGlite as Engine } from '@electric-sql/pglite';

const load = createRequire(import.meta.url);

export const { PGlite } = load('@electric-sql/pglite') as typeof import('@electric-sql/pglite');
export type PGlite = Engine;
