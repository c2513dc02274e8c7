import type { NoticeRow } from '../../db/rows.ts';
import { envelopeIdOf } from '../../src/delivery/mail.ts';

interface Told {
  /** By which of its names the report knows the letter. */
  readonly knownBy?: 'envelope' | 'message' | 'whole-message';
  readonly action?: 'failed' | 'delayed';
}

/** A delivery status notification as a mail server writes it (RFC 3464). */
export function bounce(
  { messageId, recipient }: Pick<NoticeRow, 'messageId' | 'recipient'>,
  { knownBy = 'message', action = 'failed' }: Told = {},
): string {
  const whole = knownBy === 'whole-message';
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: st@sadalestikls.lv
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

--cut
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--cut
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
${knownBy === 'envelope' ? `Original-Envelope-Id: ${envelopeIdOf(messageId!)}\n` : ''}Arrival-Date: Thu, 10 Apr 2025 00:00:02 +0300

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${action === 'failed' ? '5.1.1' : '4.4.1'}
Remote-MTA: dns; mx.piemers.example
Diagnostic-Code: smtp; 550
 no such user

--cut
Content-Type: ${whole ? 'message/rfc822' : 'text/rfc822-headers'}

From: st@sadalestikls.lv
To: ${recipient}
${knownBy === 'envelope' ? '' : `Message-ID:\n ${messageId}\n`}Subject: N-ANNWARN
${whole ? '\nThe letter itself.\n' : ''}
--cut--
`.replaceAll('\n', '\r\n');
}
