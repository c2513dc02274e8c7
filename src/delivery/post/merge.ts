import { Worker } from 'node:worker_threads';

export interface PrintedLetter {
  readonly caseNumber: string;
  readonly notice: string;
  readonly recipient: string;
  readonly pdf: Uint8Array;
  /** The text of Part II that goes with it, by its name in the run; null: none. */
  readonly terms: string | null;
}

export interface PrintRun {
  readonly title: string;
  /** Heads of the columns of the address list. */
  readonly head: readonly string[];
  /** How the list calls Part II behind a letter, and one that could not be set and is to be added by hand. */
  readonly words: { readonly terms: string; readonly termsApart: string };
  readonly letters: readonly PrintedLetter[];
  /** Texts of Part II, each once however many letters it goes with. */
  readonly terms: ReadonlyMap<string, Uint8Array>;
}

/** One PDF of all letters of a run behind their address list. The pages stay what they are, with their text and fonts. */
export function mergeLetters(run: PrintRun): Promise<Uint8Array> {
  const worker = new Worker(new URL('./merge.worker.ts', import.meta.url), { workerData: run });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The print run ended with ${code} and no document.`)));
  });
}
