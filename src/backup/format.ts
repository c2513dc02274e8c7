import { z } from 'zod';

/** A backup of the embedded database is one file, `tar` in `zstd`, that any archive program lists and unpacks:
 *
 *      backup.json      what it is, and what can read it
 *      database/…       the files of the database, at rest
 *      sha256.json      the checksum of every file before it; an archive without it was cut off
 */
export const ABOUT = 'backup.json';
export const DATABASE = 'database/';
export const CHECKSUMS = 'sha256.json';

export const FORMAT = 'pieslegums-backup';
export const FORMAT_VERSION = 1;

export const aboutSchema = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.int(),
  /** Real time. */
  takenAt: z.iso.datetime(),
  /** Files of a database are read by programs of the same release of PostgreSQL and the same build of its catalogue. */
  postgres: z.string(),
  catalogVersion: z.string(),
});
export type About = z.output<typeof aboutSchema>;

export const checksumsSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/** What whoever is at the console can set right, told without a stack. */
export class BackupRefused extends Error {}
