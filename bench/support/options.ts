import { parseArgs } from 'node:util';

/** What was asked on the command line: `--quick` for a short look, `--name 12` for a figure of a bench. */
export interface Options {
  readonly quick: boolean;
  number(name: string, usual: number, quick?: number): number;
  list(name: string, usual: readonly string[]): readonly string[];
  given(flag: string): boolean;
}

export function readOptions(names: readonly string[], flags: readonly string[] = []): Options {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    },
  });
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const quick = given.quick === true;
  return {
    quick,
    number(name, usual, quickly = usual) {
      const value = given[name] === undefined ? (quick ? quickly : usual) : Number(given[name]);
      if (!Number.isFinite(value)) throw new Error(`--${name} wants a number, not ${given[name]}.`);
      return value;
    },
    given: (flag) => given[flag] === true,
    list: (name, usual) => (given[name] === undefined ? usual : String(given[name]).split(',')),
  };
}
