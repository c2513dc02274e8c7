import type { Readable } from 'node:stream';

/** The plain part of the tar format (POSIX ustar): files and folders with short names, as a stream in both directions. */

export interface TarEntry {
  /** At most 100 bytes; a folder ends in a slash. */
  readonly path: string;
  readonly size: number;
  /** Exactly `size` bytes. */
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const BLOCK = 512;
const LARGEST = 8 ** 11 - 1;

export async function* packed(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { path, size, content } of entries) {
    yield headOf(path, size);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size)
      throw new Error(`${path} has ${written} bytes instead of ${size}: it is being written to.`);
    if (size % BLOCK > 0) yield Buffer.alloc(BLOCK - (size % BLOCK));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function headOf(path: string, size: number): Buffer {
  if (Buffer.byteLength(path) > 100 || size > LARGEST)
    throw new Error(`${path} does not fit into the archive.`);
  const head = Buffer.alloc(BLOCK);
  const isFolder = path.endsWith('/');
  const octal = (value: number, at: number, length: number) =>
    head.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
  head.write(path, 0);
  octal(isFolder ? 0o700 : 0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  head.write(' '.repeat(8), 148);
  head.write(isFolder ? '5' : '0', 156);
  head.write('ustar\0' + '00', 257);
  octal(sumOf(head), 148, 7);
  return head;
}

const sumOf = (head: Uint8Array): number => head.reduce((sum, byte) => sum + byte, 0);

/** Takes an archive apart. Each entry is to be read before the next one is asked for; what was not read is passed over.
 *  @throws Error where the archive ends too early or is no archive */
export async function* unpacked(archive: Readable): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(archive);
  for (;;) {
    const head = await bytes.take(BLOCK);
    if (head.every((byte) => byte === 0)) return;
    const { path, size } = entryOf(head);
    let left = size;
    const content = (async function* () {
      while (left > 0) {
        const chunk = await bytes.upTo(left);
        left -= chunk.length;
        yield chunk;
      }
    })();
    yield { path, size, content };
    for await (const _ of content);
    if (size % BLOCK > 0) await bytes.take(BLOCK - (size % BLOCK));
  }
}

function entryOf(head: Buffer): { path: string; size: number } {
  const text = (from: number, length: number) =>
    head
      .subarray(from, from + length)
      .toString('utf8')
      .replace(/\0.*$/s, '');
  const sum = Number.parseInt(text(148, 8), 8);
  const unsummed = Buffer.from(head);
  unsummed.fill(' ', 148, 156);
  if (sum !== sumOf(unsummed))
    throw new Error('The archive is damaged: the head of an entry does not add up.');
  return { path: text(0, 100), size: Number.parseInt(text(124, 12), 8) };
}

/** A stream in portions of the asked size. */
class Bytes {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: Readable) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new Error('The archive ends too early.');
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#more();
    return this.#cut(count);
  }

  async upTo(count: number): Promise<Buffer> {
    if (this.#held.length === 0) await this.#more();
    return this.#cut(Math.min(count, this.#held.length));
  }

  #cut(count: number): Buffer {
    const cut = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return cut;
  }
}
