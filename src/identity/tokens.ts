import { createHash } from 'node:crypto';

/** The database holds hashes only: whoever reads it can sign in as nobody. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
