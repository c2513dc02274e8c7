import { day, earliestDayAfter, isBefore } from '../days.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../words.ts';
import type { TermsVersion } from './terms.ts';

/** An amendment of Part II needs its ground (II.1.4) and takes effect after 30 complete days from publication (II.1.5,
 *  OQ-DAY-2), unless an exemption of II.1.6 applies. Published 2025-03-01: effective from 2025-04-01 at the earliest.
 *  @throws Refusal naming the first lawful day */
export function assertLawfullyPublished(version: TermsVersion, inForce: TermsVersion): void {
  if (version.exemption !== undefined) return;
  const earliest = earliestDayAfter(day(version.publishedOn), inForce.parameters.publicationDays);
  if (!isBefore(day(version.effectiveOn), earliest)) return;
  throw new Refusal({
    code: 'terms.published-too-late',
    clause: 'II.1.5',
    allowedFrom: earliest,
    detail: say(
      `Grozījumi, kas publicēti ${version.publishedOn}, var stāties spēkā ne agrāk kā ${earliest}, ja nav 1.6. punktā minēta pamata.`,
      `An amendment published on ${version.publishedOn} takes effect on ${earliest} at the earliest, unless a ground of clause 1.6 is given.`,
    ),
  });
}
