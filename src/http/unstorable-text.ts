export type Path = readonly (string | number)[];

/** Where a value holds text that PostgreSQL cannot keep: NUL, or half of a surrogate pair. Walks without recursion, so
 *  that no depth of nesting exhausts the stack. */
export function unstorableText(value: unknown): Path[] {
  const found: Path[] = [];
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: here, path } = next;
    if (typeof here === 'string') {
      if (!isStorable(here)) found.push(path);
    } else if (Array.isArray(here)) {
      for (const [index, item] of here.entries()) open.push({ value: item, path: [...path, index] });
    } else if (typeof here === 'object' && here !== null) {
      for (const [key, item] of Object.entries(here)) {
        if (!isStorable(key)) found.push(path);
        open.push({ value: item, path: [...path, key] });
      }
    }
  }
  return found;
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
