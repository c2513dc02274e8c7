import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The typesetter tells how many pages a PDF has: it is what sets them afterwards. Asked for a page that no document has,
 *  it refuses and names how many there are. */

const HERE = import.meta.dirname;
const ASKED = 'asked.pdf';
const QUESTION = `#image("${ASKED}", page: 1000000000)`;
const ANSWER = /the document only has (\d+) page/;

let compiler: NodeCompiler | undefined;

/** How many pages a PDF has. null: the typesetter cannot read it, as one that is locked or broken. */
export function pagesIn(pdf: Uint8Array): number | null {
  compiler ??= NodeCompiler.create({ workspace: HERE });
  compiler.mapShadow(join(HERE, ASKED), Buffer.from(pdf));
  const refused = compiler.compile({ mainFileContent: QUESTION }).takeDiagnostics();
  compiler.unmapShadow(join(HERE, ASKED));
  compiler.evictCache(0);
  const said = refused?.shortDiagnostics.map(({ message }: { message: string }) => message).join('\n');
  return Number(said?.match(ANSWER)?.[1] ?? 0) || null;
}
