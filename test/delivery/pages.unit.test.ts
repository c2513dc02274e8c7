import { deflateSync } from 'node:zlib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, test } from 'vitest';
import { pagesIn } from '../../src/delivery/post/pages.ts';

const pdf = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

/** The catalogue and the page tree packed into one stream, as office programs and signed files have them. */
function packed(pages: number, root = 1): Buffer[] {
  const objects = [`<</Type/Catalog/Pages ${root + 1} 0 R>>`, `<</Type/Pages/Kids[9 0 R]/Count ${pages}>>`];
  const head = `${root} 0 ${root + 1} ${objects[0]!.length + 1} `;
  const data = deflateSync(Buffer.from(`${head}${objects.join(' ')}`, 'latin1'));
  return [
    pdf(
      `7 0 obj\n<</Type/ObjStm/N 2/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`,
      data,
    ),
    pdf('\nendstream\nendobj\n'),
  ];
}

describe('pages of a PDF', () => {
  test('of our typesetter', () => {
    const bytes = NodeCompiler.create().pdf({
      mainFileContent: '#for i in range(13) [a #pagebreak(weak: true)]',
    });
    expect(pagesIn(bytes)).toBe(13);
  });

  test('whose objects are packed into compressed streams', () => {
    const bytes = pdf(
      '%PDF-1.7\n',
      ...packed(21),
      '8 0 obj\n<</Type/XRef/Root 1 0 R/Size 9>>\nendobj\n%%EOF',
    );
    expect(pagesIn(bytes)).toBe(21);
  });

  test('that was updated at its end: what stands last holds', () => {
    const bytes = pdf(
      '%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n',
      '2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 3>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
      '2 0 obj\n<</Type /Pages /Kids [3 0 R 4 0 R] /Count 4>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF',
    );
    expect(pagesIn(bytes)).toBe(4);
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
