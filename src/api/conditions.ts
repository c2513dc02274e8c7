import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CaseView, PostOptions } from '../casework/casework.ts';
import { read } from './read.ts';

/** The headers that make an act happen once (`Idempotency-Key`) and only on what was seen (`If-Match`). */
export const conditionHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/, 'must be 1 to 200 printable ASCII characters')
    .optional()
    .describe('The same key and body answer the same and happen once.'),
  'If-Match': z
    .string()
    .regex(/^(\*|(W\/)?"\d{1,9}"|\d{1,9})$/, 'must be the version of the case, like "7"')
    .optional()
    .describe(
      'The version of the case (its ETag) that the act is meant for; at any other version it is refused (409).',
    ),
});

export function postOptions(req: Request, res: Response): PostOptions {
  const headers = read(conditionHeaders, {
    'Idempotency-Key': req.get('Idempotency-Key'),
    'If-Match': req.get('If-Match'),
  });
  const key = headers['Idempotency-Key'];
  const version = headers['If-Match']?.match(/\d+/)?.[0];
  return {
    language: res.locals.language,
    ...(key === undefined ? {} : { idempotencyKey: key }),
    ...(version === undefined ? {} : { expectedVersion: Number(version) }),
  };
}

export const answerWithCase = (res: Response, status: 200 | 201, view: CaseView): void => {
  res.status(status).set('ETag', `"${view.version}"`).json(view);
};
