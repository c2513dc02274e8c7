import type { Run, Runs } from './blocks.ts';
import { type Tag, type Token, UnknownMarkup } from './markup-tokens.ts';

/** Walks the tokens once; each method takes what it reads. */
export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  #skipSpace(): void {
    while (typeof this.#tokens[this.#at] === 'string' && (this.#tokens[this.#at] as string).trim() === '')
      this.#at += 1;
  }

  /** The next opening tag of one of these names, or null. */
  open(...names: string[]): Tag | null {
    this.#skipSpace();
    const token = this.#tokens[this.#at];
    if (typeof token !== 'object' || token.closes || !names.includes(token.name)) return null;
    this.#at += 1;
    return token;
  }

  close(name: string): void {
    this.#skipSpace();
    const token = this.#tokens[this.#at];
    if (typeof token !== 'object' || !token.closes || token.name !== name)
      throw new UnknownMarkup(this.#found(`where </${name}> was expected`));
    this.#at += 1;
  }

  atEnd(): boolean {
    this.#skipSpace();
    return this.#at >= this.#tokens.length;
  }

  unknown(): UnknownMarkup {
    return new UnknownMarkup(this.#found(''));
  }

  /** Text with strong and a, up to the closing tag. */
  runs(until: string): Runs {
    const runs: Run[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) throw new UnknownMarkup(`no </${until}>`);
      this.#at += 1;
      if (typeof token === 'string') runs.push({ text: token.replace(/[ \t\n]+/g, ' ') });
      else if (token.closes && token.name === until) return trimmed(runs);
      else if (!token.closes && token.name === 'strong')
        runs.push(...this.runs('strong').map((run) => ({ ...run, strong: true as const })));
      else if (!token.closes && token.name === 'a')
        runs.push(...linked(this.runs('a'), token.attributes.href));
      else throw new UnknownMarkup(`<${token.closes ? '/' : ''}${token.name}> inside <${until}>`);
    }
  }

  #found(where: string): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) return `the end ${where}`;
    return `${typeof token === 'string' ? 'loose text' : `<${token.closes ? '/' : ''}${token.name}>`} ${where}`.trim();
  }
}

/** Addresses that a letter may lead to: pages and mailboxes, never a script. */
const MAY_LINK = /^(https?:\/\/|mailto:)/i;

function linked(runs: Runs, href: string | undefined): Run[] {
  if (!href || !MAY_LINK.test(href)) throw new UnknownMarkup('a link to nowhere');
  return runs.map((run) => ({ ...run, href }));
}

/** No space at either end, and none twice where two runs meet. */
function trimmed(runs: readonly Run[]): Runs {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text ?? ' ';
    const text = before.endsWith(' ') ? run.text.replace(/^ +/, '') : run.text;
    if (text !== '') kept.push({ ...run, text });
  }
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
  return kept.filter((run) => run.text !== '');
}
