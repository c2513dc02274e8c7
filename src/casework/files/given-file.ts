import { createHash, randomUUID } from 'node:crypto';
import { contentTypeOf, type FileType } from './content-type.ts';
import type { NamedFile, NewFile } from './file.ts';
import { safeFileName } from './file-name.ts';
import { FILE_LIMIT_BYTES, FILES_AT_ONCE } from './limits.ts';
import { fileIsEmpty, fileIsTooLarge, tooManyAtOnce, typeIsNotTaken } from './refusals.ts';

/** A file as it came in, with what its bytes tell. */
export interface GivenFile extends NewFile {
  readonly documentId: string;
  readonly sha256: string;
  /** null: it is not taken. */
  readonly contentType: FileType | null;
}

export interface AcceptableFile extends GivenFile {
  readonly contentType: FileType;
}

/** Ids are made of the sender's key where there is one, so that the same request twice brings the same files. */
export const givenFiles = (files: readonly NewFile[], once?: string): readonly GivenFile[] =>
  files.map(({ name, bytes, purpose }, index) => {
    const contentType = contentTypeOf(bytes);
    return {
      name: safeFileName(name, contentType),
      bytes,
      purpose,
      documentId: once === undefined ? randomUUID() : idOf(`file ${once} ${index}`),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentType,
    };
  });

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** @throws Refusal `invalid` where one of them is not to be taken */
export function assertAcceptable(files: readonly GivenFile[]): asserts files is readonly AcceptableFile[] {
  if (files.length > FILES_AT_ONCE) throw tooManyAtOnce();
  for (const { name, bytes, contentType } of files) {
    if (bytes.byteLength === 0) throw fileIsEmpty(name);
    if (bytes.byteLength > FILE_LIMIT_BYTES) throw fileIsTooLarge(name);
    if (contentType === null) throw typeIsNotTaken(name);
  }
}

export const namedFile = ({ documentId, name, sha256 }: NamedFile): NamedFile => ({
  documentId,
  name,
  sha256,
});

/** What makes a request with files the same request: their bytes, names and purposes. */
export const fingerprintOf = (files: readonly GivenFile[]): object =>
  files.length === 0 ? {} : { files: files.map(({ name, sha256, purpose }) => ({ name, sha256, purpose })) };
