const MARKS = /\p{M}/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** `Brīvības iela 15–3, Rīga` → `brivibas, iela, 15, 3, riga`: lower case, without diacritics, each word once. A number
 *  with separators in it is also found as written together: `40003-1234` as `40003`, `1234` and `400031234`. */
export function wordsOf(...texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const chunk of fold(text ?? '').split(/\s+/)) {
      const parts = chunk.split(SEPARATORS).filter((part) => part !== '');
      for (const part of parts) words.add(part);
      if (parts.length > 1 && parts.every((part) => /\d/.test(part))) words.add(parts.join(''));
    }
  }
  return [...words];
}

/** What somebody typed into the search box; a case is found when each of these begins one of its words. */
export const prefixesOf = (typed: string): string[] => [
  ...new Set(
    fold(typed)
      .split(SEPARATORS)
      .filter((part) => part !== ''),
  ),
];

const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();
