import { deflateSync } from 'node:zlib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, test } from 'vitest';
import { pagesIn } from '../../src/delivery/post/pages.ts';

const pdf = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';

const stream = (number: number, dictionary: string, content: Buffer): Buffer => {
  const data = deflateSync(content);
  return pdf(
    `${number} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`,
    data,
    '\nendstream\nendobj\n',
  );
};

/** The catalogue, the page tree and its pages packed into one stream, as office programs and signed files have them: object
 *  1 is the catalogue, 2 the tree, 3 and on its pages; then come the stream of objects and the table of places. */
function packed(pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_, i) => i + 3);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]/Count ${pages}>>`,
    ...numbers.map(() => page),
  ];
  let at = 0;
  const head = objects
    .map((said, i) => {
      const place = `${i + 1} ${at} `;
      at += said.length + 1;
      return place;
    })
    .join('');
  const own = objects.length + 1;
  const opening = pdf('%PDF-1.7\n');
  const holder = stream(
    own,
    `/Type/ObjStm/N ${objects.length}/First ${head.length}`,
    pdf(head, objects.join(' ')),
  );
  const place = (kind: number, where: number, index: number): Buffer => {
    const row = Buffer.from([kind, 0, 0, index]);
    row.writeUInt16BE(where, 1);
    return row;
  };
  const places = [
    place(0, 0, 0),
    ...objects.map((_, i) => place(2, own, i)),
    place(1, opening.length, 0),
    place(1, opening.length + holder.length, 0),
  ];
  const table = stream(
    own + 1,
    `/Type/XRef/Root 1 0 R/Size ${places.length}/W[1 2 1]`,
    Buffer.concat(places),
  );
  return pdf(opening, holder, table, `startxref\n${opening.length + holder.length}\n%%EOF`);
}

describe('pages of a PDF', () => {
  test('of our typesetter', () => {
    const bytes = NodeCompiler.create().pdf({
      mainFileContent: '#for i in range(13) [a #pagebreak(weak: true)]',
    });
    expect(pagesIn(bytes)).toBe(13);
  });

  test('whose objects are packed into compressed streams', () => {
    expect(pagesIn(packed(21))).toBe(21);
  });

  test('that was updated at its end: what stands last holds', () => {
    const bytes = pdf(
      '%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n',
      `2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n3 0 obj\n${page}\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n`,
      `2 0 obj\n<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>\nendobj\n4 0 obj\n${page}\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF`,
    );
    expect(pagesIn(bytes)).toBe(2);
  });

  test.each([
    [
      'a locked file',
      '1 0 obj\n<</Pages 2 0 R>>\nendobj\n2 0 obj\n<</Count 2>>\nendobj\ntrailer <</Root 1 0 R/Encrypt 5 0 R>>',
    ],
    ['a catalogue that is not there', 'trailer <</Root 1 0 R>>'],
    ['no trailer', '%PDF-1.7 Vispārīgie noteikumi'],
    [
      'a stream that is broken',
      '7 0 obj\n<</Type/ObjStm/First 9/Filter/FlateDecode>>\nstream\nxx\nendstream\nendobj /Root 1 0 R',
    ],
    ['nothing', ''],
  ])('cannot be told of %s', (_what, text) => {
    expect(pagesIn(Buffer.from(text))).toBeNull();
  });
});
