import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONTS } from '../../letters/glyphs.ts';
import type { PrintRun } from './merge.ts';
import { pagesIn } from './pages.ts';

/** Sets a print run in a thread of its own: hundreds of letters would keep the others waiting. */

const HERE = import.meta.dirname;
const LAYOUT = readFileSync(join(HERE, 'print-run.typ'), 'utf8');

function merged({ title, head, letters }: PrintRun): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs: [...FONTS] }] });
  const rows = letters.map(({ pdf, ...row }, i) => {
    const file = `letter-${i}.pdf`;
    compiler.mapShadow(join(HERE, file), Buffer.from(pdf));
    return { ...row, file, pages: pagesIn(pdf) };
  });
  const inputs = { run: JSON.stringify({ title, head, letters: rows }) };
  return compiler.pdf({ mainFileContent: LAYOUT, inputs });
}

parentPort!.postMessage(merged(workerData as PrintRun));
