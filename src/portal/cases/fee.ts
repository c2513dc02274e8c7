import { isStaff } from '../../casework/caller.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import type { QuoteAnswer } from '../../law/fees/answer.ts';
import { type Shares, shares } from '../components/shares.ts';
import { type StatusTag, tag } from '../components/status-tag.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { feeOf } from './case-details.ts';

/** The fee that the offer rests on: each line with its arithmetic and clause. */
export interface CaseFee {
  readonly whoPays: string;
  readonly gross: string;
  readonly regime: string;
  readonly shares: Shares | null;
  readonly sums: readonly { readonly label: string; readonly amount: string }[];
  readonly lines: readonly {
    readonly label: string;
    readonly customerShare: string;
    readonly operatorShare: string;
    readonly total: string;
    readonly because: string;
    readonly clause: string | null;
  }[];
  readonly compared: readonly {
    readonly regime: string;
    readonly amount: string;
    readonly tag: StatusTag;
    readonly because: string;
    readonly clause: string | null;
  }[];
  readonly schedule: Table | null;
}

export function caseFee(view: View, found: CaseView): CaseFee | null {
  const fee = feeOf(found);
  return fee && feeModel(view, fee);
}

export function feeModel(view: View, fee: QuoteAnswer): CaseFee {
  const { t, formats, names, clause, caller } = view;
  const amount = formats.amount;
  return {
    whoPays: t(caller && isStaff(caller) ? 'cases.fee.customerPays' : 'cases.fee.youPay'),
    gross: amount(fee.customerGross),
    regime: t('cases.fee.regime', { regime: fee.regimeApplied }),
    shares: shares(view, fee.customerShareNet, fee.operatorShareNet),
    sums: [
      { label: t('cases.fee.net'), amount: amount(fee.customerShareNet) },
      { label: t('estimate.answer.vat', { rate: formats.percent(fee.vatRate) }), amount: amount(fee.vat) },
      { label: t('estimate.answer.operatorPays'), amount: amount(fee.operatorShareNet) },
      { label: t('estimate.answer.fee'), amount: amount(fee.connectionFeeNet) },
    ],
    lines: fee.lines.map((line) => ({
      label: nameOf(names, 'component', line.component),
      customerShare: amount(line.customerShare),
      operatorShare: amount(line.operatorShare),
      total: t('estimate.answer.lineTotal', { amount: amount(line.amount) }),
      because: line.because,
      clause: clause(line.clause),
    })),
    compared: fee.compared.map((one) => ({
      regime: t('estimate.answer.regime', { regime: one.regime }),
      amount: amount(one.customerShareNet),
      tag: one.applies
        ? tag(t('estimate.answer.applies'), 'good', 'check')
        : tag(t('estimate.answer.notApplied')),
      because: one.because,
      clause: clause(one.clause),
    })),
    schedule: scheduleOf(view, fee),
  };
}

const scheduleOf = ({ t, formats }: View, { financing }: QuoteAnswer): Table | null =>
  financing.schedule.length === 0
    ? null
    : table({
        caption: t('estimate.answer.schedule'),
        columns: [
          { label: t('cases.fee.dueOn') },
          { label: t('estimate.answer.financing'), numeric: true },
          { label: t('cases.fee.payment'), numeric: true },
        ],
        rows: financing.schedule.map((one) => [
          formats.shortDate(one.dueOn),
          formats.amount(one.financing),
          formats.amount(one.payment),
        ]),
      });
