/** What people wrote, made fit for paper: one spelling of each letter, and none of the characters that show nothing and
 *  turn the text around them (bidirectional controls, zero-width marks, control codes). Line breaks stay. */
const cleanText = (text: string): string => (PLAIN.test(text) ? text.trim() : cleaned(text));

/** Letters of Europe and the usual marks, on one line: nearly every text, and clean as it stands. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026\u2030-\u205e\u20ac]*$/;

const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, (char) =>
      char === '\n' ? char : char === '\t' ? ' ' : '',
    )
    .replace(/[ \u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Every string of a model cleaned, whatever the depth. */
export function cleanModel(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanModel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanModel(item)]));
}
