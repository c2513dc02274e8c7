import { randomUUID } from 'node:crypto';
import { type Mail, messageDomainOf } from '../../delivery/mail.ts';
import type { ResetAsked } from '../../identity/password-reset.ts';
import type { Operator } from '../../law/operator.ts';
import { escaped } from '../components/svg.ts';
import { formatsFor } from '../formats/formats.ts';
import { translators } from '../messages/translate.ts';

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
    operator.name,
  ];
  const id = randomUUID();
  const html = lines.map((line) =>
    line === link ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p>` : `<p>${escaped(line)}</p>`,
  );
  return {
    envelopeId: id,
    messageId: `<${id}@${messageDomainOf(operator)}>`,
    to,
    subject: t('account.reset.mail.subject'),
    text: lines.join('\n\n'),
    html: html.join('\n'),
    attached: [],
  };
}
