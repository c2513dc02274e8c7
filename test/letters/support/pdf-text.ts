import { inflateSync } from 'node:zlib';

/** Reads the text of a PDF back: of the typesetter's own output, page by page, by the maps that make it searchable.
 *  Headers and footers are marked as such in the file and left out. */

const LATIN = 'latin1';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

function objectsOf(pdf: Uint8Array): Map<string, PdfObject> {
  const file = Buffer.from(pdf).toString(LATIN);
  return new Map<string, PdfObject>(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]): [string, PdfObject] => {
      const at = body!.indexOf('\nstream\n');
      const dictionary = at < 0 ? body! : body!.slice(0, at);
      if (at < 0) return [id!, { dictionary, stream: null }];
      const raw = Buffer.from(body!.slice(at + '\nstream\n'.length, body!.lastIndexOf('\nendstream')), LATIN);
      return [id!, { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw }];
    }),
  );
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph → text, from the ToUnicode map of a font. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, section] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph, text] of section!.matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/g))
      glyphs.set(Number.parseInt(glyph!, 16), utf16(text!));
  for (const [, section] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from, to, text] of section!.matchAll(
      /<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/g,
    )) {
      const first = Number.parseInt(from!, 16);
      for (let glyph = first; glyph <= Number.parseInt(to!, 16); glyph++)
        glyphs.set(glyph, String.fromCodePoint(Number.parseInt(text!, 16) + glyph - first));
    }
  return glyphs;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The bytes of a literal string from its opening parenthesis on, and where it ends; parentheses within it may be paired. */
function literalAt(content: string, from: number): { bytes: number[]; end: number } {
  const bytes: number[] = [];
  let depth = 0;
  for (let i = from; ; i++) {
    const char = content[i]!;
    if (char === '\\') {
      const [octal] = /^[0-7]{1,3}/.exec(content.slice(i + 1, i + 4)) ?? [];
      bytes.push(
        octal === undefined
          ? (ESCAPES[content[i + 1]!] ?? content.charCodeAt(i + 1))
          : Number.parseInt(octal, 8),
      );
      i += octal?.length ?? 1;
      continue;
    }
    if (char === ')') depth -= 1;
    if (depth === 0 && char === ')') return { bytes, end: i + 1 };
    if (depth > 0) bytes.push(char.charCodeAt(0));
    if (char === '(') depth += 1;
  }
}

const TOKEN = /\(|<[0-9A-Fa-f]+>|\/[A-Za-z0-9]+|[A-Za-z*']+/g;

type Token = string | readonly number[];

function* tokensOf(content: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(content); found; found = TOKEN.exec(content)) {
    const [token] = found;
    if (token === '(') {
      const { bytes, end } = literalAt(content, found.index);
      TOKEN.lastIndex = end;
      yield bytes;
    } else if (token.startsWith('<')) yield [...Buffer.from(token.slice(1, -1), 'hex')];
    else yield token;
  }
}

/** What a content stream shows, without what is marked as an artefact of the page. */
function shownBy(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let shown = '';
  let waiting: number[] = [];
  let lastName = '';
  let depth = 0;
  let artifactAt = 0;
  let markedAs = '';
  for (const token of tokensOf(content)) {
    if (typeof token !== 'string') {
      if (artifactAt === 0) waiting.push(...token);
    } else if (token === 'TJ' || token === 'Tj') {
      for (let i = 0; i + 1 < waiting.length; i += 2)
        shown += font.get(waiting[i]! * 256 + waiting[i + 1]!) ?? '\ufffd';
      waiting = [];
    } else if (token === 'Tf') font = fonts.get(lastName) ?? font;
    else if (token === 'BDC' || token === 'BMC') {
      depth += 1;
      waiting = [];
      if (markedAs === '/Artifact' && artifactAt === 0) artifactAt = depth;
      markedAs = '';
    } else if (token === 'EMC') {
      if (artifactAt === depth) artifactAt = 0;
      depth -= 1;
    } else if (token.startsWith('/')) {
      lastName = token;
      if (token === '/Artifact') markedAs = token;
    }
  }
  return shown;
}

/** The text of each page in reading order. */
export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf);
  const of = (id: string | undefined): PdfObject => objects.get(id ?? '') ?? { dictionary: '', stream: null };
  const pages = [...objects.values()].find(({ dictionary }) => /\/Type \/Pages\b/.test(dictionary))!;
  const [, kids = ''] = /\/Kids \[([^\]]*)\]/.exec(pages.dictionary) ?? [];
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const { dictionary } = of(id);
    const [, named = ''] = /\/Font <<([\s\S]*?)>>/.exec(dictionary) ?? [];
    const fonts = new Map(
      [...named.matchAll(/(\/\w+) (\d+) 0 R/g)].map(([, name, font]) => {
        const map = /\/ToUnicode (\d+) 0 R/.exec(of(font).dictionary);
        return [name!, glyphsOf(of(map?.[1]).stream?.toString(LATIN) ?? '')];
      }),
    );
    const content = of(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]).stream?.toString(LATIN) ?? '';
    return shownBy(content, fonts);
  });
}

/** Words without what sets them apart: spaces, and places where a long word may break. */
export const closedUp = (text: string): string => text.replace(/[\s\u200b]+/gu, '');

export const pdfText = (pdf: Uint8Array): string => closedUp(pdfPages(pdf).join(''));
