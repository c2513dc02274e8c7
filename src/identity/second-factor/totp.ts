import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Codes of six digits that change every thirty seconds (RFC 6238), as every app on a phone shows them. */
const ISSUER = 'Pieslēgums';
const PERIOD_SECONDS = 30;
/** Clocks of phones go a little wrong: the code before and the one after open too. */
const WINDOW = 1;

export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, username: string): TOTP =>
  new TOTP({ issuer: ISSUER, label: username, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** What an app reads from the picture or the link. */
export const uriOf = (secret: string, username: string): string => totp(secret, username).toString();

/** The step of time to which a code belongs; null: to none that is open now. */
export function stepOf(secret: string, code: string, at: Temporal.Instant): number | null {
  const timestamp = at.epochMilliseconds;
  const delta = totp(secret, '').validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / (PERIOD_SECONDS * 1000)) + delta;
}

/** Without letters and digits that are taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `h7kqn-2mwxe`: some 49 bits, good once. */
export const recoveryCode = (): string =>
  [0, 1].map(() => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

export const normalRecoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[\s-]/g, '');
