import { type Squares, squaresOf } from '../components/squares.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { SECOND_FACTOR_PATH } from '../session/second-factor-first.ts';

export interface SecondFactorPage extends Page {
  readonly action: string;
  readonly next: string;
  readonly fields: readonly Field[];
  readonly button: string;
  /** What an app is to be given; null: it has been given. */
  readonly setUp: { readonly secret: string; readonly uri: string; readonly picture: Squares } | null;
}

export function secondFactorPage(
  view: View,
  begun: { readonly secret: string; readonly uri: string } | null,
  next: string | null,
  errors: FormErrors | null,
): SecondFactorPage {
  const { t } = view;
  const words = begun ? 'setUp' : 'show';
  return {
    title: t(`account.secondFactor.${words}.title`),
    frame: { lead: t(`account.secondFactor.${words}.lead`), errors: errors?.summary ?? null },
    action: SECOND_FACTOR_PATH,
    next: next ?? '',
    fields: [
      formFields(view, {}, errors).input('otp', {
        label: t('account.secondFactor.code'),
        hint: begun ? t('account.secondFactor.codeHint') : t('account.secondFactor.recoveryHint'),
        width: 'medium',
        autocomplete: 'one-time-code',
        maxlength: 40,
      }),
    ],
    button: t(`account.secondFactor.${words}.button`),
    setUp: begun && {
      secret: begun.secret.match(/.{1,4}/g)!.join(' '),
      uri: begun.uri,
      picture: squaresOf(begun.uri),
    },
  };
}

export interface RecoveryCodesPage extends Page {
  readonly codes: readonly string[];
  readonly href: string;
}

export const recoveryCodesPage = (
  { t }: View,
  codes: readonly string[],
  href: string,
): RecoveryCodesPage => ({
  title: t('account.secondFactor.codes.title'),
  frame: { lead: t('account.secondFactor.codes.lead') },
  codes,
  href,
});
