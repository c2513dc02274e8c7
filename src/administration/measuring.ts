import { findDocument } from '../../db/documents.ts';
import { thereAreCases } from '../../db/law-deadlines.ts';
import type { LawEntry } from '../law/enacted-law.ts';
import type { LawDeskParts } from './law-desk-parts.ts';
import { noSuchDocument } from './refusals.ts';
import { assertMayBecomeLaw, type Present } from './rules/index.ts';

type Parts = Pick<LawDeskParts, 'db' | 'clock' | 'shelf'>;

/** Measures a change by the law and the time of now; answers what it was measured by.
 *  @throws Refusal where it may not become law as it stands */
export async function measured(
  { db, clock, shelf }: Parts,
  entry: LawEntry,
  act: Present['act'],
): Promise<Present> {
  const book = await shelf.refresh();
  const present = { at: await clock.now(), book, act, thereAreCases: await thereAreCases(db) };
  const entered = shelf.enactments().flatMap((one) => (one.entry.kind === 'calendar' ? one.entry.rows : []));
  assertMayBecomeLaw(entry, entered, present);
  const documentId = entry.kind === 'terms' ? entry.version.documentId : undefined;
  if (documentId !== undefined && (await findDocument(db, documentId))?.caseId !== null)
    throw noSuchDocument();
  return present;
}
