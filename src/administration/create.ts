import { type AccountDesk, createAccountDesk } from './accounts/account-desk.ts';
import type { AccountDeskParts } from './accounts/account-desk-parts.ts';
import { createEvidenceDesk, type EvidenceDesk } from './evidence-desk.ts';
import { createJobDesk, type JobDesk } from './jobs.ts';
import { createLawDesk, type LawDesk } from './law-desk.ts';
import type { LawDeskParts } from './law-desk-parts.ts';
import { createLawReading, type LawReading } from './law-reading.ts';
import { createReadingLog, type ReadingLog } from './reading-log.ts';

/** The administration of an installation's law. */
export interface LawServices {
  readonly lawDesk: LawDesk;
  readonly lawReading: LawReading;
}

/** All of the administration: the law, who may sign in, what failed in the background, who read what, the head of the
 *  history. */
export interface AdministrationServices extends LawServices {
  readonly accountDesk: AccountDesk;
  readonly jobDesk: JobDesk;
  readonly readingLog: ReadingLog;
  readonly evidenceDesk: EvidenceDesk;
}

export const createLawServices = (parts: LawDeskParts): LawServices => ({
  lawDesk: createLawDesk(parts),
  lawReading: createLawReading(parts),
});

export const createAdministration = (
  parts: LawDeskParts & Pick<AccountDeskParts, 'demo' | 'invite'>,
): AdministrationServices => ({
  ...createLawServices(parts),
  accountDesk: createAccountDesk(parts),
  jobDesk: createJobDesk(parts),
  readingLog: createReadingLog({ db: parts.db, book: parts.shelf.book }),
  evidenceDesk: createEvidenceDesk(parts),
});
