import type { Invite, StaffInvitation } from '../../administration/accounts/hand-over.ts';
import type { Mail, Mailer } from '../../delivery/mail.ts';
import type { Operator } from '../../law/operator.ts';
import { linkMail } from '../account/link-mail.ts';
import { formatsFor } from '../formats/formats.ts';
import { translators } from '../messages/translate.ts';

/** The mail by which a member of staff chooses a password, in the language of the account. */
function invitationMail(
  { to, username, language, token, until }: StaffInvitation,
  publicUrl: string,
  operator: Operator,
): Mail {
  const t = translators[language];
  const link = `${publicUrl}/password-reset?token=${token}`;
  const lines = [
    t('administration.people.mail.text', { username }),
    link,
    t('administration.people.mail.until', {
      until: formatsFor(language, operator.timeZone).instant(until),
    }),
    t('administration.people.mail.notYou'),
  ];
  return linkMail(to, t('administration.people.mail.subject'), lines, link, operator);
}

/** Links can be sent only where there is a relay, and an address of ours to put into them. */
export function staffInvitations(
  mailer: Mailer | null,
  publicUrl: string | null,
  operator: () => Operator,
): Invite | null {
  if (mailer === null || publicUrl === null) return null;
  return async (invitation) => {
    const who = operator();
    const outcome = await mailer.send(invitationMail(invitation, publicUrl, who), who);
    return outcome.kind === 'accepted';
  };
}
