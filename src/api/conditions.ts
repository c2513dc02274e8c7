import type { Request, Response } from 'express';
import { z } from 'zod';
import type { PostOptions } from '../casework/requests.ts';
import type { CaseView } from '../casework/show/shown.ts';
import { read } from '../http/read.ts';

/** The header that makes an act happen once. */
export const onceHeader = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/, 'must be 1 to 200 printable ASCII characters')
    .optional()
    .describe('The same key and body answer the same and happen once.'),
});

/** That header, and the one that lets an act happen only to what was seen. */
export const conditionHeaders = onceHeader.extend({
  'If-Match': z
    .string()
    .regex(/^(\*|(W\/)?"\d{1,9}"|\d{1,9})$/, 'must be the version of the case, like "7"')
    .optional()
    .describe(
      'The version of the case (its ETag) that the act is meant for; at any other version it is refused (409).',
    ),
});

const versionHeader = conditionHeaders.pick({ 'If-Match': true });

/** For what makes a case, or decides on an act: there is no version to match. */
export function onceOptions(req: Request, res: Response): PostOptions {
  const headers = read(onceHeader, { 'Idempotency-Key': req.get('Idempotency-Key') });
  const key = headers['Idempotency-Key'];
  return { language: res.locals.language, ...(key === undefined ? {} : { idempotencyKey: key }) };
}

export function postOptions(req: Request, res: Response): PostOptions {
  const headers = read(versionHeader, { 'If-Match': req.get('If-Match') });
  const version = headers['If-Match']?.match(/\d+/)?.[0];
  return { ...onceOptions(req, res), ...(version === undefined ? {} : { expectedVersion: Number(version) }) };
}

export const answerWithCase = (res: Response, status: 200 | 201, view: CaseView): void => {
  res.status(status).set('ETag', `"${view.version}"`).json(view);
};
