import { randomUUID } from 'node:crypto';
import { type Mailer, messageDomainOf } from '../../delivery/mail.ts';
import { escaped } from '../components/svg.ts';
import type { View } from '../frame/view.ts';

interface Sent {
  readonly to: string;
  readonly principalName: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** Sends an invitation in the language of whoever invites. false: the relay did not take it. */
export async function mailInvitation(
  mailer: Mailer,
  { t, formats, operator }: View,
  { to, principalName, link, expiresAt }: Sent,
): Promise<boolean> {
  const lines = [
    t('people.mail.greeting'),
    t('people.mail.text', { name: principalName }),
    t('people.mail.how'),
    link,
    t('people.mail.until', { at: formats.instant(expiresAt) }),
    operator.name,
  ];
  const id = randomUUID();
  const outcome = await mailer.send(
    {
      envelopeId: id,
      messageId: `<${id}@${messageDomainOf(operator)}>`,
      to,
      subject: t('people.mail.subject'),
      text: lines.join('\n\n'),
      html: lines
        .map((line) =>
          line === link
            ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`
            : `<p>${escaped(line)}</p>`,
        )
        .join('\n'),
      attached: [],
    },
    operator,
  );
  return outcome.kind === 'accepted';
}
