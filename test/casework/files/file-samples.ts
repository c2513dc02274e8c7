import type { FilePurpose, NewFile } from '../../../src/casework/files/file.ts';

/** The first bytes of files as machines write them, and enough after them to tell one file from another. */

const withTail = (head: readonly number[] | string, tail: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from(head as string, 'latin1'), Buffer.from(tail)]));

export const pdf = (text = 'a page'): Uint8Array => withTail('%PDF-1.7\n', text);
export const jpeg = (text = 'a photo'): Uint8Array => withTail([0xff, 0xd8, 0xff, 0xe0], text);
export const png = (text = 'a picture'): Uint8Array =>
  withTail([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], text);
export const heic = (): Uint8Array => withTail('\0\0\0\x18ftypheic', 'a photo of a phone');
export const webp = (): Uint8Array => withTail('RIFF\x10\0\0\0WEBPVP8 ', 'a picture');
export const zip = (): Uint8Array => withTail('PK\x03\x04\x14\0\0\0\x08\0', 'a container');
export const asice = (): Uint8Array =>
  withTail(`PK\x03\x04${'\0'.repeat(22)}\x08\0\0\0mimetype`, 'application/vnd.etsi.asic-e+zipPK…signatures');

export const file = (bytes: Uint8Array, name = 'fails.pdf', purpose: FilePurpose = 'other'): NewFile => ({
  name,
  bytes,
  purpose,
});
