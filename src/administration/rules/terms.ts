import { day, isAfter } from '../../law/days.ts';
import { Refusal } from '../../law/refusal.ts';
import { assertLawfullyPublished } from '../../law/terms/publication.ts';
import type { TermsVersion } from '../../law/terms/terms.ts';
import { say } from '../../law/words.ts';
import { assertFromTomorrow, type Present, todayOf, wrong } from './rule.ts';

/** A version of Part II: a name of its own, published long enough before it takes effect or on a ground of II.1.6, and
 *  from tomorrow on at the earliest. The announcement is a fact by the time somebody approves it, not a plan. */
export function assertTerms(version: TermsVersion, present: Present): void {
  const { book, act } = present;
  if (book.terms.some((known) => known.version === version.version))
    throw wrong('version', say('šāda redakcija jau ir', 'there is a version of this name'), 'II.1.7');
  if (isAfter(day(version.publishedOn), day(version.effectiveOn)))
    throw wrong(
      'effectiveOn',
      say('spēkā stāšanās nav pirms publicēšanas', 'it does not take effect before it is published'),
      'II.1.5',
    );
  assertLawfullyPublished(version, book.termsInForce(todayOf(present)));
  assertFromTomorrow(version.effectiveOn, present);
  if (act === 'approval' && isAfter(day(version.publishedOn), todayOf(present)))
    throw notYetPublished(version);
}

const notYetPublished = ({ publishedOn }: TermsVersion): Refusal =>
  new Refusal({
    code: 'terms.not-yet-published',
    clause: 'II.1.5',
    allowedFrom: day(publishedOn),
    detail: say(
      `Redakcija tiek publicēta ${publishedOn}; to apstiprina, kad tas ir noticis.`,
      `The version is to be published on ${publishedOn}; it is approved once that has happened.`,
    ),
  });
