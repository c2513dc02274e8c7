import type { TermsVersionRow } from '../../../db/law.ts';
import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import {
  type AmendmentGround,
  type PublicationExemption,
  TERMS_CLAUSES,
  type TermsParameter,
  termsTextId,
} from '../../law/terms/terms.ts';
import type { Language } from '../../law/words.ts';

export interface TermsView {
  readonly version: string;
  readonly publishedOn: string;
  readonly effectiveOn: string;
  readonly ground: AmendmentGround;
  readonly exemption: PublicationExemption | null;
  readonly source: string;
  readonly inForce: boolean;
  /** The operator's text of this version, named by its proposal or kept for it later; null: none is kept. */
  readonly documentId: string | null;
  readonly parameters: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string | number;
    readonly unit: string;
    readonly clause: string;
  }[];
  readonly entered: { readonly by: string; readonly approvedBy: string | null; readonly at: string } | null;
}

/** Every version of Part II, oldest first; contracts go on under theirs (II.1.7). */
export function termsViews(
  rows: readonly TermsVersionRow[],
  book: LawBook,
  today: Day,
  language: Language,
  texts: ReadonlySet<string>,
): TermsView[] {
  const entered = new Map(rows.map((row) => [row.version, row]));
  const current = book.termsInForce(today).version;
  return book.terms.map((terms) => {
    const row = entered.get(terms.version);
    return {
      version: terms.version,
      publishedOn: terms.publishedOn,
      effectiveOn: terms.effectiveOn,
      ground: terms.ground,
      exemption: terms.exemption ?? null,
      source: terms.source,
      inForce: terms.version === current,
      documentId: texts.has(termsTextId(terms)) ? termsTextId(terms) : null,
      parameters: (Object.keys(TERMS_CLAUSES) as TermsParameter[]).map((name) => ({
        name,
        label: TERMS_CLAUSES[name].label[language],
        value: terms.parameters[name],
        unit: TERMS_CLAUSES[name].unit,
        clause: TERMS_CLAUSES[name].clause,
      })),
      entered: row ? { by: row.recordedBy, approvedBy: row.approvedBy, at: row.recordedAt } : null,
    };
  });
}
