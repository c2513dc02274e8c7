import { quoteAnswer } from '../../../law/fees/answer.ts';
import { quote } from '../../../law/fees/quote.ts';
import { readQuoteRequest } from '../../../law/fees/read-request.ts';
import type { LawBook } from '../../../law/law-book.ts';
import { Refusal } from '../../../law/refusal.ts';
import { row, type SummaryRow } from '../../components/summary-list.ts';
import type { View } from '../../frame/view.ts';
import { feeModel } from '../fee.ts';

/** An offer shows its price before it is issued.
 *  @throws Refusal with the fields of the quote under `quote.` */
export function offerPrice(
  view: View,
  payload: Record<string, unknown>,
  book: LawBook,
): readonly SummaryRow[] {
  if (!payload.quote) return [];
  try {
    const priced = quoteAnswer(quote(readQuoteRequest(payload.quote), book, view.today), view.language);
    const fee = feeModel(view, priced);
    return [
      row(view.t('acts.price'), fee.gross, { note: fee.regime }),
      row(view.t('acts.operatorShare'), view.formats.amount(priced.operatorShareNet)),
      ...fee.lines.map((line) =>
        row(line.label, line.customerShare, { note: line.because, clause: line.clause }),
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
