import type { Response } from 'express';
import { MESSAGES, type MessageKey } from '../messages/translate.ts';

/** What was just done, told once on the page that follows: `?done=signedOut`. Only words of ours can be shown by it. */
export type DoneKey = Extract<MessageKey, `done.${string}`> extends `done.${infer Key}` ? Key : never;

export const isDoneKey = (value: unknown): value is DoneKey =>
  typeof value === 'string' && MESSAGES.lv.has(`done.${value}`);

/** After a form: on to a page that can be loaded again without sending the form twice. */
export function goOn(res: Response, path: string, done?: DoneKey): void {
  const url = new URL(path, 'http://localhost');
  if (done) url.searchParams.set('done', done);
  res.redirect(303, url.pathname + url.search + url.hash);
}
