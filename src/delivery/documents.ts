import { findCase } from '../../db/cases.ts';
import type { Database } from '../../db/database.ts';
import { findDocument, storeDocument } from '../../db/documents.ts';
import type { DocumentRow, NoticeRow } from '../../db/rows.ts';
import type { Clock } from '../casework/clocks.ts';
import { dayOf } from '../law/days.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Language } from '../law/words.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Documents, ReadyLetter, RenderedLetter, RenderLetter } from './rendering.ts';

export interface DocumentParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly lawBook: () => LawBook;
  readonly render: RenderLetter;
}

/** One letter has one document: made after the commit by whoever needs it first, stored with its hash, and from then on
 *  only read. Two processes may make it at once; one is kept, and both go on with that one. */
export function openDocuments({ db, clock, lawBook, render }: DocumentParts): Documents {
  const inTurn = oneAtATime();
  const inWork = new Map<string, Promise<ReadyLetter>>();

  async function rendered(letter: NoticeRow): Promise<RenderedLetter> {
    const { operator } = lawBook();
    const row = await findCase(db, letter.caseId);
    if (!row) throw new Error(`The letter ${letter.id} belongs to no case.`);
    return render(
      {
        notice: letter.notice,
        language: letter.language as Language,
        model: letter.model,
        caseNumber: row.number,
        sentOn: dayOf(letter.createdAt, operator.timeZone).toString(),
        recipient: letter.recipient,
        channel: letter.channel,
      },
      operator,
    );
  }

  async function make(letter: NoticeRow, id: string): Promise<ReadyLetter> {
    const { subject, html, text, copyTo = null, fileName, pdf } = await rendered(letter);
    const words = { subject, html, text };
    const stored = await findDocument(db, id);
    if (stored) return { words, copyTo, document: stored };
    const document = await storeDocument(db, {
      id,
      caseId: letter.caseId,
      name: fileName,
      contentType: 'application/pdf',
      createdAt: (await clock.now()).toString(),
      bytes: await pdf(),
    });
    return { words, copyTo, document };
  }

  /** Asked for several times at once, a letter is made once. */
  function ready(letter: NoticeRow): Promise<ReadyLetter> {
    const id = letter.documentId ?? letter.id;
    const waiting = inWork.get(id);
    if (waiting) return waiting;
    const work = inTurn(() => make(letter, id)).finally(() => inWork.delete(id));
    inWork.set(id, work);
    return work;
  }

  async function documentOf(letter: NoticeRow): Promise<DocumentRow> {
    const stored = await findDocument(db, letter.documentId ?? letter.id);
    return stored ?? (await ready(letter)).document;
  }

  return { documentOf, ready };
}
