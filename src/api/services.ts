import type { Connection } from '../../db/connect.ts';
import type { AdministrationServices } from '../administration/create.ts';
import type { Authorising, Casework } from '../casework/casework.ts';
import type { Clock } from '../casework/clocks.ts';
import type { LetterDesk } from '../delivery/letter-desk.ts';
import type { ReminderDesk } from '../delivery/reminders/reminder-desk.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { CompanyDesk } from '../identity/companies.ts';
import type { Identity } from '../identity/identity.ts';
import type { MyData } from '../identity/my-data/create.ts';
import type { SecondFactor } from '../identity/second-factor/second-factor.ts';
import type { LawBook } from '../law/law-book.ts';
import type { PaymentServices } from '../payments/create.ts';
import type { Overview } from '../reports/overview.ts';

/** Everything that the API stands on. */
export interface ApiServices extends AdministrationServices, PaymentServices {
  readonly casework: Casework & Authorising;
  readonly db: Connection;
  readonly identity: Identity;
  readonly secondFactor: SecondFactor;
  readonly myData: MyData;
  readonly companyDesk: CompanyDesk;
  readonly letterDesk: LetterDesk;
  readonly reminderDesk: ReminderDesk;
  readonly overview: Overview;
  readonly book: () => LawBook;
  readonly clock: Clock;
  /** Moves a virtual clock forward through everything that falls due; null on the machine's own clock. */
  readonly moveClock: ((to: Temporal.Instant) => Promise<Temporal.Instant>) | null;
  readonly limits: RateLimits;
}
