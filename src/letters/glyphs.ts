import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The fonts of the letters, and what they can show: PDF/A embeds every sign, and one without a shape would stop the
 *  letter. */

const FOLDER = createRequire(import.meta.url)
  .resolve('@expo-google-fonts/source-sans-3/package.json')
  .replace(/package\.json$/, '');

export const FONTS: readonly Buffer[] = ['400Regular', '600SemiBold', '400Regular_Italic'].map((cut) =>
  readFileSync(`${FOLDER}${cut}/SourceSans3_${cut}.ttf`),
);

/** Shown where the font has no shape for a sign. */
export const NO_SHAPE = '□';

/** Code points with a shape: table `cmap`, format 12 (segments of the whole of Unicode) or 4 (the first 65,536). */
function coverageOf(font: Buffer): (code: number) => boolean {
  const tables = font.readUInt16BE(4);
  let cmap = -1;
  for (let i = 0; i < tables; i++) {
    const entry = 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) === 'cmap') cmap = font.readUInt32BE(entry + 8);
  }
  const ranges: [from: number, to: number][] = [];
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 12)
      for (let k = 0; k < font.readUInt32BE(at + 12); k++)
        ranges.push([font.readUInt32BE(at + 16 + k * 12), font.readUInt32BE(at + 20 + k * 12)]);
    if (format === 4) {
      const segments = font.readUInt16BE(at + 6) / 2;
      for (let k = 0; k < segments; k++)
        ranges.push([font.readUInt16BE(at + 16 + segments * 2 + k * 2), font.readUInt16BE(at + 14 + k * 2)]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  return (code) => ranges.some(([from, to]) => from <= code && code <= to && code !== 0xffff);
}

const hasShape = coverageOf(FONTS[0]!);
const known = new Map<string, string>();

const shownAs = (sign: string): string => {
  const cached = known.get(sign);
  if (cached !== undefined) return cached;
  const shown = hasShape(sign.codePointAt(0)!) ? sign : NO_SHAPE;
  if (known.size < 10_000) known.set(sign, shown);
  return shown;
};

const LONGEST_WORD = 28;

/** What the font shows of a text, and places where a line may break inside a word that no line would hold. */
export const printable = (text: string): string =>
  [...text]
    .map((sign) => (sign === '\n' || sign === '\u200b' ? sign : shownAs(sign)))
    .join('')
    .replace(new RegExp(`[^\\s\\u200b]{${LONGEST_WORD}}(?=[^\\s])`, 'gu'), '$&\u200b');
