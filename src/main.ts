import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** The entry, and the only reader of the environment. What Node makes of the program's text is kept beside its packages
 *  (ADR 0101); that has to be said before the program is loaded, hence the second file. */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
const { runProduct } = await import('./product/run.ts');
await runProduct(process.argv.slice(2), process.env);
