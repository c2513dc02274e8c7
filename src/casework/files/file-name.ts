import { EXTENSIONS, type FileType } from './content-type.ts';

/** Longest name that is kept; more is cut at its beginning, as the end tells what the file is. */
export const LONGEST_NAME = 120;

/** Control characters, and marks that turn the direction of writing: `gpj.exe` may be made to read `exe.jpg` by them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What some file system takes for more than a letter. */
const RESERVED = /["<>|:*?]/g;

/** The name under which a file is shown and handed out: without folders and unseen characters, and with an extension that
 *  fits its content, so that no machine opens it as what it is not. */
export function safeFileName(given: string, contentType: FileType | null): string {
  const bare = given
    .toWellFormed()
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(UNSEEN, '')
    .replace(RESERVED, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = extensionFor(bare, contentType);
  const room = LONGEST_NAME - ending.length;
  return `${[...(bare || 'file')].slice(-room).join('').trimStart()}${ending}`;
}

/** `.pdf` where the name does not end as its content asks; else nothing. */
function extensionFor(name: string, contentType: FileType | null): string {
  if (contentType === null) return '';
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fitting = EXTENSIONS[contentType];
  return fitting.includes(extension) ? '' : `.${fitting[0]}`;
}
