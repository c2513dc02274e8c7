import { createRequire } from 'node:module';
import type { Operator } from '../law/operator.ts';
import { type Outcome, outcomeOf } from './smtp-outcome.ts';

export interface MailFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One e-mail: a letter, or a reminder. */
export interface Mail {
  /** By which a report of the mail's fate names it again (RFC 3461). */
  readonly envelopeId: string;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** PDF documents. */
  readonly attached: readonly MailFile[];
}

export interface Mailer {
  /** Hands the mail to the relay. Never throws: what the relay said is the outcome. */
  send(mail: Mail, operator: Operator): Promise<Outcome>;
  close(): void;
}

/** A connection that says nothing is given up long before the lease of its letter ends. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 } as const;

/** SMTP by the URL: `smtps://` speaks TLS from the first byte, `smtp://` changes to TLS where the relay offers it and only
 *  so with `?requireTLS=true`. */
export function smtpMailer(url: string, from: string | null): Mailer {
  // Who knows no relay starts without the package.
  const { createTransport } = createRequire(import.meta.url)('nodemailer') as typeof import('nodemailer');
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A relay that goes away is met by the next letter and told there.
  transport.on('error', () => undefined);
  return {
    async send({ envelopeId, messageId, to, subject, text, html, attached }, operator) {
      const sender = from ?? operator.email;
      try {
        const told = await transport.sendMail({
          from: { name: operator.name, address: sender },
          to: { name: '', address: to },
          envelope: { from: sender, to: [to] },
          messageId,
          subject,
          text,
          html,
          attachments: attached.map(({ name, bytes }) => ({
            filename: name,
            content: Buffer.from(bytes),
            contentType: 'application/pdf',
          })),
          // RFC 3834: no vacation message answers a letter.
          headers: { 'Auto-Submitted': 'auto-generated' },
          dsn: { id: envelopeId, return: 'headers', notify: ['FAILURE'], orcpt: `rfc822;${to}` },
        });
        return told.rejected.length > 0
          ? outcomeOf(told.rejectedErrors?.[0] ?? new Error('the recipient was rejected'))
          : { kind: 'accepted' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A mail is known to the relay by one name in two places: its message id, and within it the id of its envelope. */
export const envelopeIdOf = (messageId: string): string => messageId.slice(1, messageId.indexOf('@'));

/** The domain of the operator's message ids. */
export const messageDomainOf = ({ email }: Pick<Operator, 'email'>): string => email.split('@').at(-1)!;
