/** What may stand in a name, an address or a text that people read, sign and search by. Characters that turn the direction of
 *  what follows, show nothing or break a line make one name look like another, or end a line of a letter early. */

/** Control characters, line and paragraph breaks, marks of direction and of no width. */
const STRAY_IN_A_LINE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** In a longer text lines may end, and emoji are joined by marks of no width. */
const STRAY_IN_A_TEXT =
  /[\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|(?!\n)\p{Cc}/u;

export const isOneLine = (written: string): boolean => !STRAY_IN_A_LINE.test(written);
export const isPlainText = (written: string): boolean => !STRAY_IN_A_TEXT.test(written);

/** One spelling of what looks the same, and one way to end a line. */
export const spelledOnce = (written: string): string =>
  written.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').normalize('NFC');
