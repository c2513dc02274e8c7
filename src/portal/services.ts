import type { Connection } from '../../db/connect.ts';
import type { AdministrationServices } from '../administration/create.ts';
import type { Authorising, Casework } from '../casework/casework.ts';
import type { Clock } from '../casework/clocks.ts';
import type { LetterDesk } from '../delivery/letter-desk.ts';
import type { Mailer } from '../delivery/mail.ts';
import type { ReminderDesk } from '../delivery/reminders/reminder-desk.ts';
import type { Log } from '../http/log.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { CompanyDesk } from '../identity/companies.ts';
import type { Identity } from '../identity/identity.ts';
import type { MyData } from '../identity/my-data/create.ts';
import type { PasswordReset } from '../identity/password-reset.ts';
import type { SecondFactor } from '../identity/second-factor/second-factor.ts';
import type { SubUsers } from '../identity/sub-users.ts';
import type { LawBook } from '../law/law-book.ts';
import type { PaymentServices } from '../payments/create.ts';
import type { Overview } from '../reports/overview.ts';
import type { SignInMethod } from './account/sign-in-methods.ts';

/** Everything that the pages stand on. */
export interface PortalServices extends AdministrationServices, PaymentServices {
  readonly casework: Casework & Authorising;
  readonly identity: Identity;
  readonly secondFactor: SecondFactor;
  readonly myData: MyData;
  readonly companyDesk: CompanyDesk;
  readonly passwordReset: PasswordReset;
  /** Where browsers find the portal, for links in mails; null or absent: nobody told. */
  readonly publicUrl?: string | null;
  readonly letterDesk: LetterDesk;
  readonly reminderDesk: ReminderDesk;
  readonly subUsers: SubUsers;
  /** null: no relay is known, and nothing is sent by e-mail. */
  readonly mailer: Mailer | null;
  readonly overview: Overview;
  readonly db: Connection;
  readonly book: () => LawBook;
  readonly clock: Clock;
  readonly limits: RateLimits;
  readonly log: Log;
  readonly demo: boolean;
  /** Whether browsers reach us over TLS: cookies are then sent over TLS alone. */
  readonly secure: boolean;
  /** Ways to sign in beside the password: eID, bank. */
  readonly signInMethods?: readonly SignInMethod[];
}
