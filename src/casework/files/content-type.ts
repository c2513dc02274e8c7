/** What a file is, told by its first bytes alone: neither its name nor what the sender says of it counts. Nothing is ever
 *  unpacked or drawn, so that no bytes can make us do anything. */

export type FileType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'image/heic'
  | 'image/webp'
  | 'application/vnd.etsi.asic-e+zip'
  | 'application/zip';

/** Extensions that a name of the type may end with; a name with another one is given the first. */
export const EXTENSIONS: Readonly<Record<FileType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'image/webp': ['webp'],
  'application/vnd.etsi.asic-e+zip': ['asice', 'edoc', 'sce'],
  // Documents of older e-signatures and of offices are plain ZIP containers.
  'application/zip': ['zip', 'edoc', 'asice', 'docx', 'xlsx', 'odt', 'ods'],
};

export const FILE_TYPES = Object.keys(EXTENSIONS) as [FileType, ...FileType[]];

const ascii = (text: string): readonly number[] => [...text].map((one) => one.charCodeAt(0));

interface Mark {
  readonly at: number;
  readonly bytes: readonly number[];
}

interface Signature {
  readonly type: FileType;
  readonly marks: readonly Mark[];
}

/** The brands of HEIF files (ISO/IEC 23008-12), in which phones keep photographs. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1'] as const;
const ZIP_ENTRY: Mark = { at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] };

const SIGNATURES: readonly Signature[] = [
  { type: 'application/pdf', marks: [{ at: 0, bytes: ascii('%PDF-') }] },
  { type: 'image/jpeg', marks: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }] },
  { type: 'image/png', marks: [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }] },
  ...HEIC_BRANDS.map(
    (brand): Signature => ({ type: 'image/heic', marks: [{ at: 4, bytes: ascii(`ftyp${brand}`) }] }),
  ),
  {
    type: 'image/webp',
    marks: [
      { at: 0, bytes: ascii('RIFF') },
      { at: 8, bytes: ascii('WEBP') },
    ],
  },
  // ETSI EN 319 162-1: the first entry is “mimetype”, not compressed, so that it stands at a known place.
  {
    type: 'application/vnd.etsi.asic-e+zip',
    marks: [ZIP_ENTRY, { at: 30, bytes: ascii('mimetypeapplication/vnd.etsi.asic-e+zip') }],
  },
  { type: 'application/zip', marks: [ZIP_ENTRY] },
];

/** null: none of the types that are taken, as programs, pages and drawings with scripts are. */
export function contentTypeOf(bytes: Uint8Array): FileType | null {
  const bears = ({ at, bytes: mark }: Mark): boolean =>
    mark.every((byte, index) => bytes[at + index] === byte);
  return SIGNATURES.find(({ marks }) => marks.every(bears))?.type ?? null;
}
