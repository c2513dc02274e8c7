import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The payment code as a picture of squares (error correction M, as the guideline asks). */
export function paymentPicture(payload: string): string {
  // Loaded with the first letter that bears a code.
  const { modules } = (load('qrcode') as typeof import('qrcode')).create(payload, {
    errorCorrectionLevel: 'M',
  });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="-4 -4 ${modules.size + 8} ${modules.size + 8}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h${modules.size + 8}v${modules.size + 8}h-${modules.size + 8}z"/><path d="${path.join('')}"/></svg>`;
}
