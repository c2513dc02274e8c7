import { bytesOf, findDocument } from '../../db/documents.ts';
import type { NoticeRow } from '../../db/rows.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { termsTextId } from '../law/terms/terms.ts';
import type { MailFile } from './mail.ts';

/** Letters by which the contract is offered: Part I, and with it Part II (II.1.1). */
const OFFERS: ReadonlySet<string> = new Set(['N-OFFER', 'N-REVOFFER']);

const versionIn = ({ model }: NoticeRow): unknown =>
  (model as { readonly letter?: { readonly termsVersion?: unknown } } | null)?.letter?.termsVersion;

/** Part II as it stood when the offer was issued, where the operator has stored its text; else the letter names where it is
 *  published. The version is pinned by the offer and its text never changes. */
export async function termsText(
  { db, lawBook }: Pick<CaseworkParts, 'db' | 'lawBook'>,
  letter: NoticeRow,
): Promise<MailFile[]> {
  if (!OFFERS.has(letter.notice)) return [];
  const version = versionIn(letter);
  const terms = lawBook().terms.find((one) => one.version === version);
  const document = terms ? await findDocument(db, termsTextId(terms)) : null;
  return document ? [{ name: document.name, bytes: await bytesOf(db, document) }] : [];
}
