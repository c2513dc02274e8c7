import type { Readable } from 'node:stream';
import { contentTypeOf } from '../../casework/files/content-type.ts';
import { safeFileName } from '../../casework/files/file-name.ts';
import { bodyTooLarge, malformedBody } from '../../http/fault.ts';

export interface UploadedFile {
  readonly field: string;
  /** The name that the sender's machine gave it, without folders. */
  readonly name: string;
  /** What the content itself says it is, never what the sender says. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

/** No form of ours has as many fields. The parser holds the process up for each of them: half a million of one byte would
 *  stop it for many seconds. */
const MOST_PARTS = 500;

/** As every browser and client writes it. One that could be read in two ways is not read at all. */
const CONTENT_TYPE =
  /^multipart\/form-data; *boundary=(?:"([\w'()+,./:=?-]{1,70})"|([\w'()+./:=?-]{1,70}))$/i;

function cannotBeAForm(body: Buffer, contentType: string): boolean {
  const [, quoted, bare] = CONTENT_TYPE.exec(contentType.trim()) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return true;
  const mark = `--${boundary}`;
  let parts = 0;
  for (let at = body.indexOf(mark); at >= 0 && parts <= MOST_PARTS; at = body.indexOf(mark, at + mark.length))
    parts++;
  return parts > MOST_PARTS;
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
  const whole = Buffer.concat(chunks);
  if (cannotBeAForm(whole, contentType)) throw malformedBody();
  const parsed = await new Response(whole, { headers: { 'Content-Type': contentType } })
    .formData()
    .catch(() => {
      throw malformedBody();
    });
  const fields = new Map<string, string[]>();
  const files: UploadedFile[] = [];
  for (const [name, value] of parsed.entries()) {
    if (typeof value === 'string') {
      const known = fields.get(name);
      if (known) known.push(value);
      else fields.set(name, [value]);
    } else if (value.size > 0) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      const type = contentTypeOf(bytes);
      files.push({ field: name, name: safeFileName(value.name, type), contentType: type, bytes });
    }
  }
  return { fields: Object.fromEntries(fields), files };
}
