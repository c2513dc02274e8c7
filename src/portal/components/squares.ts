import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** A text as a picture of squares that a phone reads: one path in a field of so many units, with its quiet margin. */
export interface Squares {
  readonly size: number;
  readonly path: string;
}

const MARGIN = 4;

export function squaresOf(text: string): Squares {
  // Loaded with the first page that shows one.
  const { modules } = (load('qrcode') as typeof import('qrcode')).create(text, { errorCorrectionLevel: 'M' });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path.push(`M${column + MARGIN} ${row + MARGIN}h1v1h-1z`);
  return { size: modules.size + 2 * MARGIN, path: path.join('') };
}
