/** Tags and text of the templates' HTML, one after the other. */

export class UnknownMarkup extends Error {
  constructor(found: string) {
    super(`A letter is written with h1–h3, p, ul, ol, li, table, tr, th, td, a and strong; found ${found}.`);
    this.name = 'UnknownMarkup';
  }
}

export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

export type Token = Tag | string;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>|([^<]+)/gy;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

export function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(html);
    if (!match) throw new UnknownMarkup(JSON.stringify(html.slice(from, from + 20)));
    const [, slash, name, attributes = '', text] = match;
    if (text !== undefined) tokens.push(decoded(text));
    else
      tokens.push({
        name: name!,
        closes: slash === '/',
        attributes: Object.fromEntries(
          [...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, decoded(value!)]),
        ),
      });
  }
  return tokens;
}
