import { hash, type Options, verify } from '@node-rs/argon2';
import { unmarked } from './one-time.ts';

/** Argon2id with the parameters that OWASP names first: 19 MiB, two passes, one lane; some 30 ms on one core. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

export const LONGEST_PASSWORD = 200;
export const SHORTEST_PASSWORD = 12;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** A password nobody has: compared with where there is no account, so that the answer takes as long. */
const nobodysHash = hashPassword(crypto.randomUUID());

export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const compared = stored === null ? await nobodysHash : unmarked(stored);
  const matches = await verify(compared, password.normalize('NFKC'));
  return stored !== null && matches;
}
