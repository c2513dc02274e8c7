import type { WaitingLetter } from '../../delivery/letter-desk.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { letterState } from './letter-state.ts';
import { letterHref } from './waiting-table.ts';

export interface OneLetterPage extends Page {
  readonly facts: SummaryList;
  readonly documentHref: string | null;
  readonly action: string;
  readonly dispatched: { readonly field: Field; readonly button: string } | null;
  readonly retry: boolean;
  readonly failed: {
    readonly title: string;
    readonly field: Field;
    readonly button: string;
  } | null;
  readonly nothing: boolean;
}

export interface Refilled {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

const ON_PAPER: Readonly<Record<string, 'posted' | 'signed'>> = { 'to-post': 'posted', 'to-sign': 'signed' };
const TO_RETRY: ReadonlySet<string> = new Set(['dead', 'not-sent']);
/** What has left the house may come back; what was given up may be posted instead, where it was not for the post. */
const MAY_FAIL: ReadonlySet<string> = new Set(['sent', 'posted', 'signed', 'dead', 'not-sent']);

export const actOnPaper = ({ deliveredState }: WaitingLetter): 'posted' | 'signed' | null =>
  ON_PAPER[deliveredState] ?? null;

export function oneLetterPage(view: View, letter: WaitingLetter, refilled: Refilled | null): OneLetterPage {
  const { t, names, formats, today } = view;
  const { notice, deliveredState, channel } = letter;
  const act = actOnPaper(letter);
  const retry = TO_RETRY.has(deliveredState);
  const instead = retry && channel !== 'post';
  const mayFail = MAY_FAIL.has(deliveredState) && (!retry || instead);
  const form = formFields(view, { on: today.toString(), ...refilled?.values }, refilled?.errors ?? null);
  return {
    title: nameOf(names, 'notice', notice),
    frame: {
      crumbs: [
        { label: t('letters.nav'), href: '/staff/post' },
        { label: letter.caseNumber, href: `/cases/${letter.caseId}` },
      ],
      errors: refilled?.errors.summary ?? null,
    },
    facts: summaryList(
      row(t('letters.columns.case'), letter.caseNumber, { href: `/cases/${letter.caseId}` }),
      row(t('letters.columns.to'), letter.to ?? '–'),
      row(t('letters.columns.channel'), nameOf(names, 'channel', channel)),
      row(t('letters.columns.state'), letterState(view, deliveredState)),
      row(t('letters.columns.written'), letter.sentAt ? formats.instant(letter.sentAt) : '–'),
      row(t('letters.columns.deemed'), letter.deemedReceivedOn ? formats.date(letter.deemedReceivedOn) : '–'),
      letter.reason === null ? null : row(t('letters.columns.reason'), letter.reason),
    ),
    documentHref: letter.documentId === null ? null : `/documents/${letter.documentId}`,
    action: letterHref(letter),
    dispatched: act && {
      field: form.date('on', { label: t(`letters.post.${act}On`), hint: t('letters.post.onHint') }),
      button: t('letters.one.dispatched'),
    },
    retry,
    failed: mayFail
      ? {
          title: t(instead ? 'letters.one.failInstead' : 'letters.one.fail'),
          field: form.textArea('reason', {
            label: t('letters.one.failReason'),
            hint: t('letters.one.failReasonHint'),
            rows: 3,
            maxlength: 500,
          }),
          button: t(instead ? 'letters.one.insteadButton' : 'letters.one.failButton'),
        }
      : null,
    nothing: act === null && !retry && !mayFail,
  };
}
