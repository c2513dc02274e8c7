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
const TRIAL = '#for page in range(1, int(sys.inputs.pages) + 1) { image(sys.inputs.file, page: page) }';

/** A PDF whose pages are set one after another. */
interface Part {
  readonly file: string;
  readonly pages: number;
}

function merged({ title, head, words, letters, terms }: PrintRun): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs: [...FONTS] }] });

  function partOf(file: string, pdf: Uint8Array): Part {
    const pages = pagesIn(pdf);
    if (pages === null)
      throw new Error('A letter to print is required to be a PDF with pages; none were found.');
    compiler.mapShadow(join(HERE, file), Buffer.from(pdf));
    return { file, pages };
  }

  /** The operator's own text may be a PDF that cannot be set: the letters are printed all the same. */
  function termsPart(file: string, pdf: Uint8Array): Part | null {
    try {
      const part = partOf(file, pdf);
      compiler.pdf({ mainFileContent: TRIAL, inputs: { file, pages: String(part.pages) } });
      return part;
    } catch {
      return null;
    }
  }

  const texts = new Map([...terms].map(([name, pdf], i) => [name, termsPart(`terms-${i}.pdf`, pdf)]));
  const rows = letters.map(({ pdf, terms: name, ...row }, i) => {
    const letter = partOf(`letter-${i}.pdf`, pdf);
    const text = name === null ? undefined : texts.get(name);
    const beside =
      text === undefined ? '' : text ? `\n+ ${words.terms} ${text.pages}` : `\n+ ${words.termsApart}`;
    return { ...row, parts: text ? [letter, text] : [letter], pages: `${letter.pages}${beside}` };
  });
  const inputs = { run: JSON.stringify({ title, head, letters: rows }) };
  return compiler.pdf({ mainFileContent: LAYOUT, inputs });
}

parentPort!.postMessage(merged(workerData as PrintRun));
