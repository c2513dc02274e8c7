import express, { type Request, type RequestHandler, type Response } from 'express';
import { UPLOADS_LIMIT_BYTES } from '../../casework/files/limits.ts';
import { bodyTooLarge } from '../../http/fault.ts';
import { unstorableText } from '../../http/unstorable-text.ts';
import { viewOf } from '../frame/view.ts';
import { CSRF_FIELD, formHasExpired, isFromOtherSite, isOurForm } from '../session/csrf.ts';
import type { LateForms } from '../session/late-forms.ts';
import { readMultipart, type UploadedFile } from './multipart.ts';
import type { Fields } from './sent-fields.ts';

/** What a form sent, after its token was found to be ours. Every POST of the portal passes here, so that no page can
 *  forget the check. */

const FIELDS_LIMIT_BYTES = 256 * 1024;

declare global {
  namespace Express {
    interface Locals {
      formFields?: Fields;
      formFiles?: readonly UploadedFile[];
    }
  }
}

const urlEncoded = express.urlencoded({ extended: false, limit: FIELDS_LIMIT_BYTES, parameterLimit: 2000 });

export const readForm = (late: LateForms): readonly RequestHandler[] => [
  (req, res, next) => {
    if (req.method !== 'POST') next();
    else if (isFromOtherSite(req)) throw formHasExpired();
    else if (req.is('multipart/form-data')) next();
    else urlEncoded(req, res, next);
  },
  async (req, res, next) => {
    if (req.method === 'POST') {
      const { fields, files } = req.is('multipart/form-data')
        ? await uploadsOf(req, res, late)
        : { fields: (req.body ?? {}) as Fields, files: [] };
      const secret = res.locals.formSecret?.();
      const token = only(fields[CSRF_FIELD]);
      if (secret === undefined || !isOurForm(secret, token)) {
        if (await late.answer(req, res, { token, fields, hadFiles: files.length > 0 })) return;
        throw formHasExpired();
      }
      res.locals.formFields = fields;
      res.locals.formFiles = files;
    }
    next();
  },
];

/** A form with files keeps every field as a list. */
const only = (value: Fields[string]): string | undefined =>
  typeof value === 'object' ? (value.length === 1 ? value[0] : undefined) : value;

/** Files are taken from people who signed in alone, or had until a while ago: the text beside the files is kept. */
async function uploadsOf(
  req: Request,
  res: Response,
  late: LateForms,
): Promise<{ fields: Fields; files: readonly UploadedFile[] }> {
  if (!viewOf(res).caller && !(await late.endedSession(res))) throw formHasExpired();
  if (Number(req.get('Content-Length') ?? 0) > UPLOADS_LIMIT_BYTES) throw bodyTooLarge(UPLOADS_LIMIT_BYTES);
  return readMultipart(req, req.get('Content-Type') ?? '', UPLOADS_LIMIT_BYTES);
}

/** The fields of a form as text: trimmed, and without what the database cannot keep. */
export interface Form {
  /** '' where the field is absent. */
  text(name: string): string;
  /** All values of boxes with one name. */
  all(name: string): readonly string[];
  isTicked(name: string): boolean;
  files(name: string): readonly UploadedFile[];
  /** All fields, to show a form again as it was filled in. */
  readonly values: Readonly<Record<string, string>>;
}

export const formOf = (res: Response): Form =>
  formFrom(res.locals.formFields ?? {}, res.locals.formFiles ?? []);

export const queryForm = (req: Request): Form => formFrom(req.query as Fields, []);

const storable = (text: string): string =>
  unstorableText(text).length > 0 ? text.replaceAll('\0', '').toWellFormed() : text;

export function formFrom(fields: Fields, files: readonly UploadedFile[]): Form {
  const all = (name: string): readonly string[] => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return (typeof value === 'string' ? [value] : (value ?? [])).map((one) => storable(one).trim());
  };
  const text = (name: string): string => all(name).at(-1) ?? '';
  return {
    text,
    all,
    isTicked: (name) => text(name) !== '',
    files: (name) => files.filter((file) => file.field === name),
    values: Object.fromEntries(
      Object.keys(fields)
        .filter((name) => name !== CSRF_FIELD)
        .map((name) => [name, all(name).join(',')]),
    ),
  };
}
