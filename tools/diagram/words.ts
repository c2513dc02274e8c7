/** `shareIsPaidInFull` → `share is paid in full`. */
export const inWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** `annulment-warned` → `Annulment warned`. */
export const asTitle = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** How wide a text is drawn, in pixels: generous, since each machine has another sans-serif. */
export function widthOf(text: string, size: number, bold = false): number {
  let units = 0;
  for (const letter of text) units += NARROW.includes(letter) ? 0.36 : WIDE.includes(letter) ? 0.92 : 0.6;
  return Math.ceil(units * size * (bold ? 1.12 : 1));
}

const NARROW = "iljtfrI.,:;'|()[] -·";
const WIDE = 'mwMW→—';
