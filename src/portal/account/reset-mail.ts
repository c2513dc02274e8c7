import type { Mail } from '../../delivery/mail.ts';
import type { ResetAsked } from '../../identity/password-reset.ts';
import type { Operator } from '../../law/operator.ts';
import { formatsFor } from '../formats/formats.ts';
import { translators } from '../messages/translate.ts';
import { linkMail } from './link-mail.ts';

/** The mail with the link, in the language of the account. */
export function resetMail(
  { to, username, language, token, expiresAt }: ResetAsked,
  publicUrl: string,
  operator: Operator,
): Mail {
  const t = translators[language];
  const link = `${publicUrl}/password-reset?token=${token}`;
  const until = formatsFor(language, operator.timeZone).instant(expiresAt);
  const lines = [
    t('account.reset.mail.text', { username }),
    link,
    t('account.reset.mail.until', { until }),
    t('account.reset.mail.notYou'),
  ];
  return linkMail(to, t('account.reset.mail.subject'), lines, link, operator);
}
