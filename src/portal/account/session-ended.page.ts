import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

/** The sign-in has ended before a form was sent. */
export interface SessionEndedPage extends Page {
  readonly paragraphs: readonly string[];
  readonly way: { readonly label: string; readonly href: string };
}

interface Ended {
  /** Where the form stands: a local path that was checked. */
  readonly page: string;
  readonly isKept: boolean;
  readonly hadFiles: boolean;
}

export function sessionEndedPage({ t, caller }: View, { page, isKept, hadFiles }: Ended): SessionEndedPage {
  return {
    title: t('account.ended.title'),
    frame: { lead: t('account.ended.lead') },
    paragraphs: [
      ...(isKept
        ? [t(caller ? 'account.ended.keptSignedIn' : 'account.ended.kept'), t('account.ended.passwords')]
        : [t('account.ended.notKept')]),
      ...(hadFiles ? [t('account.ended.files')] : []),
    ],
    way: caller
      ? { label: t('account.ended.toForm'), href: page }
      : { label: t('account.ended.signIn'), href: `/sign-in?next=${encodeURIComponent(page)}` },
  };
}
