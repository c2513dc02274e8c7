/** Pieces of SVG written by hand. Text from outside passes through {@link escaped}. */

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

export const textAt = (x: number, y: number, text: string, attributes = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${attributes}>${escaped(text)}</text>`;

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Breaks a label into lines of about so many letters, between words. */
export function linesOf(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
