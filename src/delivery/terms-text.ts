import { bytesOf, findDocument } from '../../db/documents.ts';
import type { DocumentRow, NoticeRow } from '../../db/rows.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { termsTextId } from '../law/terms/terms.ts';
import type { MailFile } from './mail.ts';

/** Letters by which the contract is offered: Part I, and with it Part II (II.1.1). */
const OFFERS: ReadonlySet<string> = new Set(['N-OFFER', 'N-REVOFFER']);

const versionIn = ({ model }: NoticeRow): unknown =>
  (model as { readonly letter?: { readonly termsVersion?: unknown } } | null)?.letter?.termsVersion;

type TermsParts = Pick<CaseworkParts, 'db' | 'lawBook'>;

/** Part II as it stood when the offer was issued, where the operator has stored its text; else the letter names where it is
 *  published. The version is pinned by the offer and its text never changes. null: nothing goes with this letter. */
export async function termsDocument(
  { db, lawBook }: TermsParts,
  letter: NoticeRow,
): Promise<DocumentRow | null> {
  if (!OFFERS.has(letter.notice)) return null;
  const version = versionIn(letter);
  const terms = lawBook().terms.find((one) => one.version === version);
  return terms ? findDocument(db, termsTextId(terms)) : null;
}

/** What an e-mail of the letter has attached besides the letter itself. */
export async function termsText(parts: TermsParts, letter: NoticeRow): Promise<MailFile[]> {
  const document = await termsDocument(parts, letter);
  return document ? [{ name: document.name, bytes: await bytesOf(parts.db, document) }] : [];
}
