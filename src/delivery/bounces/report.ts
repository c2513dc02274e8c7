import type { Attachment } from 'postal-mime';

/** What a delivery status notification tells (RFC 3464). */
export interface Report {
  /** Whether delivery failed for good; a delay or a success changes nothing. */
  readonly failed: boolean;
  /** The envelope id that the letter was handed over with; our notice's id. */
  readonly envelopeId: string | null;
  /** Message ids that the report names, the most telling first. */
  readonly messageIds: readonly string[];
  readonly reason: string;
}

const STATUS = new Set(['message/delivery-status', 'message/global-delivery-status']);
const RETURNED = new Set([
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
]);

/** Fields by name, with what was folded over several lines put together again. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const lines = text
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

const groupsOf = (text: string): string[] =>
  text
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n/)
    .filter((group) => group.trim() !== '');

const textOf = ({ content }: Attachment): string => (typeof content === 'string' ? content : '');

const idsIn = (text: string | undefined): string[] => text?.match(/<[^<>\s]+@[^<>\s]+>/g) ?? [];

/** `rfc822;name` → `name`, `smtp; 550 no such user` → `550 no such user`. */
const withoutType = (value: string): string => value.slice(value.indexOf(';') + 1).trim();

/** An envelope id goes over the wire as xtext (RFC 3461, 4). */
const fromXtext = (value: string): string =>
  value.replace(/\+([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function reasonOf(recipient: ReadonlyMap<string, string>): string {
  const diagnostic = recipient.get('diagnostic-code');
  return [recipient.get('status'), diagnostic && withoutType(diagnostic)].filter(Boolean).join(' ');
}

/** Reads a mail; null: it is no delivery status notification. */
export async function readReport(raw: Uint8Array): Promise<Report | null> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
  const status = mail.attachments.find(({ mimeType }) => STATUS.has(mimeType));
  if (!status) return null;
  const [message, ...recipients] = groupsOf(textOf(status)).map(fieldsOf);
  const failed = recipients.find((recipient) => recipient.get('action')?.toLowerCase() === 'failed');
  const returned = mail.attachments
    .filter(({ mimeType }) => RETURNED.has(mimeType))
    .map((one) => fieldsOf(groupsOf(textOf(one))[0] ?? ''));
  const envelopeId = message?.get('original-envelope-id');
  return {
    failed: failed !== undefined,
    envelopeId: envelopeId === undefined ? null : fromXtext(envelopeId),
    messageIds: [
      ...returned.flatMap((headers) => idsIn(headers.get('message-id'))),
      ...[message, ...recipients].flatMap((group) => idsIn(group?.get('original-message-id'))),
      ...idsIn(mail.inReplyTo),
      ...idsIn(mail.references),
    ],
    reason: failed ? reasonOf(failed) : '',
  };
}
