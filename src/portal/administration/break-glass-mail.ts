import type { Mail } from '../../delivery/mail.ts';
import type { Operator } from '../../law/operator.ts';
import { linkMail } from '../account/link-mail.ts';
import { formatsFor } from '../formats/formats.ts';
import { translators } from '../messages/translate.ts';

interface Broken {
  readonly username: string;
  readonly reason: string;
  readonly at: string;
}

/** Told to every other administrator and to data protection when somebody was let in at the server (ADR 0119). */
export function breakGlassMail(
  { email, language }: { readonly email: string; readonly language: string },
  { username, reason, at }: Broken,
  publicUrl: string | null,
  operator: Operator,
): Mail {
  const known = language === 'en' ? 'en' : 'lv';
  const t = translators[known];
  const when = formatsFor(known, operator.timeZone).instant(at);
  const link = publicUrl === null ? null : `${publicUrl}/admin/users`;
  const lines = [
    t('administration.breakGlass.mail.text', { username, at: when }),
    t('administration.breakGlass.mail.reason', { reason }),
    t('administration.breakGlass.mail.act'),
    ...(link === null ? [] : [link]),
  ];
  return linkMail(email, t('administration.breakGlass.mail.subject'), lines, link ?? '', operator);
}
