/** How much a case takes. A photograph of a phone has 3 to 12 MB, a scanned page under 1 MB, a design with drawings in PDF
 *  up to some 15 MB. */

const MEBIBYTE = 1024 * 1024;

/** Above any photograph and nearly any design; a file is held in memory while it is read, so it may not be much more. */
export const FILE_LIMIT_BYTES = 20 * MEBIBYTE;

/** What one form brings at once, all its files together; held in memory several times over while it is taken apart. */
export const UPLOADS_LIMIT_BYTES = 25 * MEBIBYTE;

/** Files that one form, or one act, brings at once. */
export const FILES_AT_ONCE = 10;

/** All files of a case together: ten designs of the largest size. Nobody fills the database through one case. */
export const CASE_LIMIT_BYTES = 200 * MEBIBYTE;

export const FILES_A_CASE = 100;

export const inMebibytes = (bytes: number): number => Math.floor(bytes / MEBIBYTE);
