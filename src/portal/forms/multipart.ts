import type { Readable } from 'node:stream';
import { bodyTooLarge, malformedBody } from '../../api/fault.ts';

export interface UploadedFile {
  readonly field: string;
  /** The name that the sender's machine gave it, without folders. */
  readonly name: string;
  /** What the content itself says it is, never what the sender says. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

interface Multipart {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly UploadedFile[];
}

/** Reads a form with files by the platform's own parser, up to a limit that holds whatever the sender announced. */
export async function readMultipart(
  body: Readable,
  contentType: string,
  limitBytes: number,
): Promise<Multipart> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw bodyTooLarge(limitBytes);
    chunks.push(chunk);
  }
  const parsed = await new Response(Buffer.concat(chunks), { headers: { 'Content-Type': contentType } })
    .formData()
    .catch(() => {
      throw malformedBody();
    });
  const fields: Record<string, string[]> = {};
  const files: UploadedFile[] = [];
  for (const [name, value] of parsed.entries()) {
    if (typeof value === 'string') {
      fields[name] = [...(fields[name] ?? []), value];
    } else if (value.size > 0) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      files.push({ field: name, name: fileName(value.name), contentType: contentTypeOf(bytes), bytes });
    }
  }
  return { fields, files };
}

const LONGEST_FILE_NAME = 120;

const fileName = (given: string): string =>
  given
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}"<>|:*?]/gu, '_')
    .toWellFormed()
    .slice(-LONGEST_FILE_NAME) || 'file';

const SIGNATURES: readonly {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}[] = [
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/heic', at: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  // ZIP: .edoc and .asice containers, office documents
  { type: 'application/zip', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
];

export function contentTypeOf(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find(({ at, bytes: signature }) =>
    signature.every((byte, index) => bytes[at + index] === byte),
  );
  return found?.type ?? null;
}
