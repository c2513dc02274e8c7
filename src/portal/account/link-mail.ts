import { randomUUID } from 'node:crypto';
import { type Mail, messageDomainOf } from '../../delivery/mail.ts';
import type { Operator } from '../../law/operator.ts';
import { escaped } from '../components/svg.ts';

/** A mail of a few sentences, one of which is a link. */
export function linkMail(
  to: string,
  subject: string,
  lines: readonly string[],
  link: string,
  operator: Operator,
): Mail {
  const id = randomUUID();
  const all = [...lines, operator.name];
  const html = all.map((line) =>
    line === link ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p>` : `<p>${escaped(line)}</p>`,
  );
  return {
    envelopeId: id,
    messageId: `<${id}@${messageDomainOf(operator)}>`,
    to,
    subject,
    text: all.join('\n\n'),
    html: html.join('\n'),
    attached: [],
  };
}
