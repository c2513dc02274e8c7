import { groupedReference } from '../../law/creditor-reference.ts';
import { paymentCodeOf } from '../../letters/payment-code.ts';
import { paymentPicture } from '../../letters/payment-picture.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { escaped } from '../components/svg.ts';
import type { View } from '../frame/view.ts';

/** Paying by credit transfer: account and reference, and the code that a bank's app reads. `{{> transfer transfer}}` */
export interface Transfer {
  readonly details: SummaryList;
  /** An SVG with its text alternative. */
  readonly code: string;
}

export function transferOf({ t, formats, operator }: View, reference: string, amount: string): Transfer {
  const { name, account } = operator;
  const payload = paymentCodeOf({
    beneficiary: name,
    iban: account.iban,
    bic: account.bic,
    amount,
    reference,
  });
  const said = t('payments.details.codeText', {
    beneficiary: name,
    amount: formats.amount(amount),
    reference: groupedReference(reference),
  });
  return {
    details: summaryList(
      row(t('payments.details.amount'), formats.amount(amount)),
      row(t('payments.details.beneficiary'), name),
      row(t('payments.details.iban'), account.iban.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ')),
      row(t('payments.details.bank'), `${account.bank}, ${account.bic}`),
      row(t('payments.details.reference'), groupedReference(reference), {
        note: t('payments.details.referenceHint'),
      }),
    ),
    code: paymentPicture(payload).replace('<svg ', `<svg role="img" aria-label="${escaped(said)}" `),
  };
}
