import { Worker } from 'node:worker_threads';

export interface PrintedLetter {
  readonly caseNumber: string;
  readonly notice: string;
  readonly recipient: string;
  readonly pdf: Uint8Array;
}

export interface PrintRun {
  readonly title: string;
  /** Heads of the columns of the address list. */
  readonly head: readonly string[];
  readonly letters: readonly PrintedLetter[];
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
