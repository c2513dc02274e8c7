import { EVENT_DATA } from '../../../../workflows/events.ts';
import type { CaseView } from '../../../casework/show/shown.ts';
import type { Day } from '../../../law/days.ts';
import { quoteAnswer } from '../../../law/fees/answer.ts';
import { quote } from '../../../law/fees/quote.ts';
import { readQuoteRequest } from '../../../law/fees/read-request.ts';
import type { LawBook } from '../../../law/law-book.ts';
import { Refusal } from '../../../law/refusal.ts';
import { type EffectiveTerms, effectiveTerms, type PartOneOverrides } from '../../../law/terms/terms.ts';
import { row, type SummaryRow } from '../../components/summary-list.ts';
import type { View } from '../../frame/view.ts';
import { detailsOf } from '../case-details.ts';
import { feeModel } from '../fee.ts';

type Given = Readonly<Record<string, unknown>>;

/** What is priced: an offer, or a contract that is amended. */
interface Priced {
  readonly type: string;
  /** The contract that an amendment changes. */
  readonly found: CaseView | null;
}

/** The terms that price it: Part II of today with the offer's Part I above it, or those of the contract (II.1.1). An
 *  override that cannot be read is told as such where the act is read. */
function termsFor({ type, found }: Priced, payload: Given, book: LawBook, today: Day): EffectiveTerms {
  if (type !== 'contract.amended' || !found) {
    const partOne = EVENT_DATA['offer.issued'].shape.partOne.safeParse(payload.partOne).data;
    return effectiveTerms(book.termsInForce(today), partOne as PartOneOverrides | undefined);
  }
  const { termsVersion } = found;
  const version = termsVersion === null ? book.termsInForce(today) : book.termsOf(termsVersion);
  return effectiveTerms(version, detailsOf(found).offer?.partOne);
}

/** An offer shows its price before it is issued.
 *  @throws Refusal with the fields of the quote under `quote.` */
export function offerPrice(view: View, payload: Given, book: LawBook, priced: Priced): readonly SummaryRow[] {
  if (!payload.quote) return [];
  try {
    const terms = termsFor(priced, payload, book, view.today);
    const computed = quote(readQuoteRequest(payload.quote), book, view.today, terms);
    const answer = quoteAnswer(computed, view.language);
    const fee = feeModel(view, answer);
    return [
      row(view.t('acts.price'), fee.gross, { note: fee.regime }),
      row(view.t('acts.operatorShare'), view.formats.amount(answer.operatorShareNet)),
      ...fee.lines.map((line) =>
        row(line.label, line.customerShare, { note: line.because, clause: line.clause }),
      ),
      ...computed.ignored.map(({ because, clause }) =>
        row(view.t('acts.ignored'), because[view.language], { clause: view.clause(clause) }),
      ),
    ];
  } catch (error) {
    throw error instanceof Refusal ? underQuote(error) : error;
  }
}

const underQuote = (refusal: Refusal): Refusal =>
  new Refusal({
    code: refusal.code,
    kind: refusal.kind,
    detail: { lv: refusal.detail.lv, en: refusal.detail.en },
    ...(refusal.clause ? { clause: refusal.clause } : {}),
    ...(refusal.allowedFrom ? { allowedFrom: refusal.allowedFrom } : {}),
    errors: refusal.errors.map((one) => ({ ...one, field: `quote.${PRICE_FIELDS[one.field] ?? one.field}` })),
  });

/** Figures that are missing stand for a field of the form. */
const PRICE_FIELDS: Readonly<Record<string, string>> = {
  'load-unit-price': 'loadUnitPrice',
  'costs.loadUnit': 'loadUnitPrice',
  'attributable-cost': 'costs.attributable',
};
