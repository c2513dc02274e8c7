import type { Role } from '../../../workflows/roles.ts';

/** What a file is in the case for: with an application, as a picture of the place, as a design, as proof of an authority,
 *  as the copy of what came on paper or by e-mail, or anything else. */
export const FILE_PURPOSES = ['application', 'photo', 'design', 'authority', 'scan', 'other'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** A file as it came in. Its name is the sender's; what it is, its bytes tell. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly purpose: FilePurpose;
}

/** A file as history names it: enough to find it and to prove that it is the same. */
export interface NamedFile {
  readonly documentId: string;
  readonly name: string;
  readonly sha256: string;
}

export interface FileView {
  readonly documentId: string;
  /** null where the role does not read what people sent. */
  readonly name: string | null;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly purpose: FilePurpose;
  /** Who added it: staff see the account, a customer the role alone. */
  readonly addedBy: string;
  readonly addedRole: Role;
  readonly addedAt: string;
  /** The event of the history that it came with; null: it came by itself. */
  readonly seq: number | null;
}

export interface FilesOfCase {
  /** Oldest first. */
  readonly items: readonly FileView[];
  /** Whether the caller may add one. */
  readonly mayAdd: boolean;
  /** Whether one may be taken away again: of a draft alone, as what was filed is evidence. */
  readonly mayRemove: boolean;
}
