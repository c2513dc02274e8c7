import type { Database } from '../../db/connect.ts';
import { openLawShelf } from '../casework/law-shelf.ts';
import { type RaiseAlarm, runBreakGlass } from '../commands/break-glass/break-glass.ts';
import { smtpMailer } from '../delivery/mail.ts';
import type { Environment } from '../environment/environment.ts';
import { createLog } from '../http/log.ts';
import { breakGlassMail } from '../portal/administration/break-glass-mail.ts';

/** Lets one administrator in at the server, and tells everybody who has to know (ADR 0119). */
export async function breakGlass(
  environment: Environment,
  args: readonly string[],
  db: Database,
): Promise<number> {
  const { operator } = (await openLawShelf(db)).book();
  const mailer = environment.smtpUrl === null ? null : smtpMailer(environment.smtpUrl, environment.mailFrom);
  const raise: RaiseAlarm = async (alarm) => {
    createLog('info', process.stderr).said('security: break-glass', {
      account: alarm.username,
      at: alarm.at,
    });
    let taken = 0;
    for (const { email, language } of alarm.told) {
      if (mailer === null || email === null) continue;
      const mail = breakGlassMail({ email, language }, alarm, environment.publicUrl, operator);
      if ((await mailer.send(mail, operator)).kind === 'accepted') taken += 1;
    }
    return taken;
  };
  try {
    return await runBreakGlass(args, db, { input: process.stdin, output: process.stdout }, raise);
  } finally {
    mailer?.close();
  }
}
