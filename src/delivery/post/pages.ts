import { inflateSync } from 'node:zlib';

/** How many pages a PDF has, as its catalogue says; also one that another program made, with its objects packed into
 *  compressed streams, or signed later by an update at its end. null: nobody can tell, as in one that is locked. */
export function pagesIn(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  if (/\/Encrypt\s+\d/.test(text)) return null;
  const objects = objectsIn(text);
  const root = referenceIn(objects, [...text.matchAll(/\/Root\s+(\d+)\s+\d+\s+R/g)].at(-1)?.[1]);
  const tree = referenceIn(objects, root?.match(/\/Pages\s+(\d+)\s+\d+\s+R/)?.[1]);
  const pages = Number(tree?.match(/\/Count\s+(\d+)/)?.[1] ?? 0);
  return pages > 0 ? pages : null;
}

const referenceIn = (objects: ReadonlyMap<number, string>, number: string | undefined): string | undefined =>
  number === undefined ? undefined : objects.get(Number(number));

/** Characters at the beginning of a stream in which its own dictionary stands. */
const LONGEST_DICTIONARY = 400;

/** Every object by its number; what stands later in the file replaces what stood before. */
function objectsIn(text: string): ReadonlyMap<number, string> {
  const objects = new Map<number, string>();
  for (const { 1: number, index, 0: opening } of text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
    const from = index + opening.length;
    const end = text.indexOf('endobj', from);
    const body = text.slice(from, end < 0 ? undefined : end);
    objects.set(Number(number), body);
    if (/\/Type\s*\/ObjStm\b/.test(body.slice(0, LONGEST_DICTIONARY)))
      for (const [packed, said] of packedIn(body)) objects.set(packed, said);
  }
  return objects;
}

/** The objects of an object stream: behind its dictionary pairs of number and place, then the objects themselves. */
function packedIn(body: string): [number, string][] {
  const data = /stream\r?\n/.exec(body);
  const first = Number(body.match(/\/First\s+(\d+)/)?.[1]);
  if (!data || !Number.isInteger(first) || !/\/FlateDecode\b/.test(body.slice(0, data.index))) return [];
  const inflated = inflatedFrom(body.slice(data.index + data[0].length));
  const places = inflated.slice(0, first).trim().split(/\s+/).map(Number);
  const numbered: [number, string][] = [];
  for (let i = 0; i + 1 < places.length; i += 2)
    numbered.push([
      places[i]!,
      inflated.slice(first + places[i + 1]!, first + (places[i + 3] ?? inflated.length)),
    ]);
  return numbered;
}

function inflatedFrom(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1'), { maxOutputLength: 64 * 1024 * 1024 }).toString(
      'latin1',
    );
  } catch {
    return '';
  }
}
