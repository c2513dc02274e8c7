import type { ProofFailure } from '../../identity/proof.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export type SignInFailure = ProofFailure | 'closed' | 'other-person';

export const STATUS_OF_FAILURE: Readonly<Record<SignInFailure, number>> = {
  cancelled: 200,
  expired: 400,
  untrusted: 400,
  'no-code': 403,
  'no-company': 403,
  closed: 403,
  'other-person': 403,
  unreachable: 503,
};

export interface SignInFailedPage extends Page {
  readonly paragraphs: readonly string[];
  readonly again: { readonly label: string; readonly href: string } | null;
  readonly otherWays: { readonly label: string; readonly href: string };
}

/** Trying again would end the same. */
const IS_FINAL: ReadonlySet<SignInFailure> = new Set(['no-code', 'no-company', 'closed', 'other-person']);

interface Failed {
  readonly reason: SignInFailure;
  /** Where the journey begins. */
  readonly path: string;
  readonly next: string | null;
}

export function signInFailedPage(view: View, { reason, path, next }: Failed): SignInFailedPage {
  const { t, operator } = view;
  const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  const isFinal = IS_FINAL.has(reason);
  return {
    title: t(`account.failed.${reason}.title`),
    frame: { crumbs: [{ label: t('account.signIn.title'), href: '/sign-in' }] },
    paragraphs: [
      t(`account.failed.${reason}.text`),
      isFinal
        ? t('account.failed.write', { phone: operator.phone, email: operator.email })
        : t('account.failed.nothingChanged'),
    ],
    again: isFinal ? null : { label: t('account.failed.again'), href: path + query },
    otherWays: { label: t('account.failed.otherWays'), href: `/sign-in${query}` },
  };
}
