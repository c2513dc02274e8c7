import type { Response } from 'express';
import { type Notice, notice } from '../components/notice.ts';
import type { Templates } from '../frame/templates.ts';
import { viewOf } from '../frame/view.ts';
import { fillForm } from './fill-form.ts';

interface KeptFormPart {
  readonly notice: Notice;
  /** What was typed, where the page has no form for it any more. */
  readonly texts: readonly string[];
}

/** The body of a page with what was typed before the sign-in ended, and a word about it. */
export function withKeptForm(templates: Templates, res: Response, body: string): string {
  const { keptForm } = res.locals;
  if (!keptForm) return body;
  const view = viewOf(res);
  const { t } = view;
  const filled = fillForm(body, keptForm);
  const told = t(filled === null ? 'account.ended.backElsewhere' : 'account.ended.back');
  const files = keptForm.hadFiles ? [t('account.ended.files')] : [];
  const part: KeptFormPart = {
    notice: notice('info', filled === null ? null : t('account.ended.backTitle'), told, ...files),
    texts: filled === null ? Object.values(keptForm.fields).flat().filter(isSaid) : [],
  };
  return templates.page('account/kept-form', part, view) + (filled ?? body);
}

const isSaid = (text: string): boolean => text.trim() !== '';
