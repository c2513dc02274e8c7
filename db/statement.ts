/** A statement and its values. */
export interface Composed {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Composes a statement of parts. `parameter` keeps a value and gives its place; a value whose part was left out of the
 *  statement is left out too, as the database refuses one that it cannot tell the type of. */
export function compose(write: (parameter: (value: unknown) => string) => string): Composed {
  const kept: unknown[] = [];
  const written = write((value) => `$${kept.push(value)}`);
  const values: unknown[] = [];
  const places = new Map<string, number>();
  const text = written.replace(/\$(\d+)/g, (_, number: string) => {
    const place = places.get(number) ?? values.push(kept[Number(number) - 1]);
    places.set(number, place);
    return `$${place}`;
  });
  return { text, values };
}
