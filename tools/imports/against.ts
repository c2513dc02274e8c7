import type { Part } from './direction.ts';
import type { Import } from './imports-of.ts';

/** What runs against the direction, each in one sentence that says what to do. */

export interface Rule {
  readonly parts: readonly Part[];
  readonly outside: readonly string[];
}

export type Tree = ReadonlyMap<string, readonly Import[]>;

const WHERE = 'tools/imports/direction.ts';

/** `src/main` holds `src/main.ts`, `src/law` everything in the folder. */
const holds = (place: string, file: string): boolean =>
  file.startsWith(`${place}/`) || file === `${place}.ts`;

export function against(tree: Tree, { parts, outside }: Rule): string[] {
  const partOf = (file: string): Part | undefined => parts.find(({ of }) => holds(of, file));
  const isOutside = (file: string): boolean => outside.some((place) => holds(place, file));
  return [
    ...downwards(parts),
    ...[...tree].flatMap(([file, imports]) => {
      if (isOutside(file)) return [];
      const part = partOf(file);
      if (!part)
        return [`${file} stands in no part that ${WHERE} names: name its part there, and what it imports.`];
      return imports.flatMap((one) => {
        const why = isOutside(one.file) ? OUTSIDE : refusal(part, partOf(one.file), one);
        return why === null ? [] : [`${file}:${one.line} imports ${one.file}. ${why}`];
      });
    }),
  ];
}

const OUTSIDE =
  'That is no part of the running product, and nothing of the product imports it: move what it needs into the product.';

function refusal(part: Part, other: Part | undefined, { typesAlone }: Import): string | null {
  if (!other) return `That stands in no part that ${WHERE} names: move it into one.`;
  if (other === part || part.from.includes(other.of)) return null;
  if (part.typesFrom?.includes(other.of))
    return typesAlone
      ? null
      : `${part.of} takes types alone from ${other.of}: write import type, or have the value handed in.`;
  const all = [...part.from, ...(part.typesFrom ?? []).map((name) => `types of ${name}`)];
  return (
    `${part.of} imports ${all.length === 0 ? 'nothing of ours' : `only ${all.join(', ')}`}: ` +
    `move what is needed into a part below both, or have src/product hand it in.`
  );
}

/** A list in which a part imports one that stands below it would allow a circle of parts. */
function downwards(parts: readonly Part[]): string[] {
  return parts.flatMap(({ of, from, typesFrom = [] }, place) =>
    [...from, ...typesFrom]
      .filter((name) => !parts.slice(0, place).some((above) => above.of === name))
      .map((name) => `${WHERE}: ${of} imports ${name}, which has to stand above it in the list.`),
  );
}
