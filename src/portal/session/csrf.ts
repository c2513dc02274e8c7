import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Fault } from '../../http/fault.ts';
import { say } from '../../law/words.ts';

/** A form proves that it came from a page of ours: it carries a token made from the browser's secret cookie, which no
 *  other site can read. Nothing is stored, so any process can check it. */

export const CSRF_FIELD = '_csrf';

export const newVisitor = (): string => randomBytes(24).toString('base64url');

/** A form is tied to its session and to the customer in whose name it was opened. */
export const formSecretOf = (token: string, contextId: string): string => `${token} ${contextId}`;

export const csrfTokenFor = (secret: string): string =>
  createHmac('sha256', secret).update('pieslegums form').digest('base64url');

export function isOurForm(secret: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const expected = Buffer.from(csrfTokenFor(secret));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What browsers tell of where a request came from; old ones tell nothing and have the token alone. */
export function isFromOtherSite(req: Request): boolean {
  const site = req.get('Sec-Fetch-Site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

export const formHasExpired = (): Fault =>
  new Fault(
    403,
    'form.expired',
    say(
      'Šī veidlapa vairs nav derīga: sesija ir beigusies vai veidlapa atvērta citā pārlūka logā. Nekas nav mainīts. Atveriet lapu vēlreiz un mēģiniet no jauna.',
      'This form is no longer valid: the session has ended, or the form was opened in another window. Nothing was changed. Open the page again and retry.',
    ),
  );
