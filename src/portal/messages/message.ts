/** A message that changes with a count: forms by the language's plural rules, `other` where a form is not given. */
export interface Plural {
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

export const plural = (forms: Plural): Plural => forms;

export interface MessageTree {
  readonly [key: string]: string | Plural | MessageTree;
}

/** Every dotted path of a tree that ends in a message. */
export type KeyOf<Tree, Above extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string | Plural
    ? `${Above}${Key}`
    : KeyOf<Tree[Key], `${Above}${Key}.`>;
}[keyof Tree & string];

const isPlural = (value: string | Plural | MessageTree): value is Plural =>
  typeof value === 'object' && typeof value.other === 'string' && typeof value.one === 'string';

/** The tree as a flat table of its dotted paths. */
export function flatten(tree: MessageTree, above = ''): ReadonlyMap<string, string | Plural> {
  const flat = new Map<string, string | Plural>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string' || isPlural(value)) flat.set(above + key, value);
    else for (const [path, message] of flatten(value, `${above}${key}.`)) flat.set(path, message);
  }
  return flat;
}

/** Every wording that a message may take. */
export const wordings = (message: string | Plural): readonly string[] =>
  typeof message === 'string'
    ? [message]
    : [message.zero, message.one, message.other].filter((one) => one !== undefined);
