import { randomUUID } from 'node:crypto';
import { groupedReference } from '../../law/creditor-reference.ts';
import type { Asked, PaymentView } from '../../payments/payments.ts';
import { type Notice, type NoticeKind, notice } from '../components/notice.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { providerName } from './payment-words.ts';
import { type Transfer, transferOf } from './transfer.ts';

export interface PayPage extends Page {
  readonly fields: readonly Field[];
}

/** Anybody enters the reference of an invoice. */
export function payPage(view: View, reference: string, errors: FormErrors | null): PayPage {
  const { t } = view;
  const form = formFields(view, { reference }, errors);
  return {
    title: t('payments.pay.title'),
    frame: { lead: t('payments.pay.lead'), errors: errors?.summary ?? null },
    fields: [
      form.input('reference', {
        label: t('payments.pay.reference'),
        hint: t('payments.pay.referenceHint'),
        autocomplete: 'off',
        maxlength: 50,
        width: 'medium',
      }),
    ],
  };
}

export interface AskedPage extends Page {
  readonly action: string;
  readonly key: string;
  readonly button: string | null;
  /** The payer was told that a payment of the invoice has begun. */
  readonly besides: boolean;
  readonly notHere: Notice | null;
  readonly transfer: Transfer;
}

/** Amount and reference, and nothing of whose they are (PO-06). */
export function askedPage(
  view: View,
  { reference, amount }: Asked,
  online: boolean,
  errors: FormErrors | null,
): AskedPage {
  const { t, formats } = view;
  return {
    title: t('payments.pay.askedTitle', { amount: formats.amount(amount) }),
    frame: {
      lead: t('payments.pay.askedLead'),
      crumbs: [{ label: t('payments.pay.title'), href: '/pay' }],
      errors: errors?.summary ?? null,
    },
    action: `/pay/${reference}`,
    key: randomUUID(),
    button: online ? t('payments.pay.now', { amount: formats.amount(amount) }) : null,
    besides: false,
    notHere: online ? null : notice('info', null, t('payments.pay.notHere')),
    transfer: transferOf(view, reference, amount),
  };
}

export interface PaymentPage extends Page {
  readonly notice: Notice;
  readonly details: SummaryList;
  /** Goes on with a payment that has begun: by its form, or at the provider's address. */
  readonly goOn: { readonly action: string; readonly key: string } | null;
  readonly onwardHref: string | null;
  readonly againHref: string | null;
  readonly invoicesHref: string | null;
  readonly keep: string | null;
}

const KINDS: Readonly<Record<PaymentView['state'], NoticeKind>> = {
  begun: 'info',
  confirmed: 'info',
  paid: 'good',
  failed: 'warning',
  abandoned: 'warning',
};

/** What became of a payment; of one that was paid, its receipt. */
export function paymentPage(view: View, payment: PaymentView, onwardHref: string | null = null): PaymentPage {
  const { t, formats, operator, caller } = view;
  const { state, reference, amount, id, createdAt, endedAt, provider } = payment;
  const paid = state === 'paid';
  return {
    title: t(paid ? 'payments.one.receiptTitle' : 'payments.one.title'),
    frame: { crumbs: [{ label: t('payments.pay.title'), href: '/pay' }] },
    notice: notice(KINDS[state], t(`payments.one.${state}`), t(`payments.one.${state}Text`)),
    details: summaryList(
      row(t('payments.details.amount'), formats.amount(amount)),
      row(t('payments.details.reference'), groupedReference(reference)),
      row(t('payments.details.beneficiary'), operator.name, { note: operator.registrationNumber }),
      row(t('payments.one.by'), providerName(view, provider)),
      row(t('payments.one.beganAt'), formats.instant(createdAt)),
      endedAt && (paid || state === 'confirmed')
        ? row(t('payments.one.endedAt'), formats.instant(endedAt))
        : null,
      row(t('payments.one.number'), id),
    ),
    goOn: state === 'begun' && onwardHref === null ? { action: `/pay/${reference}`, key: id } : null,
    onwardHref,
    againHref: state === 'failed' || state === 'abandoned' ? `/pay/${reference}` : null,
    invoicesHref: caller?.roles.includes('customer') ? '/invoices' : null,
    keep: paid && !caller ? t('payments.one.keep') : null,
  };
}

export interface BankPage extends Page {
  readonly action: string;
  readonly details: SummaryList;
  readonly back: string;
}

/** Stands in for a bank while the product is tried out. */
export const bankPage = (view: View, { id, amount, reference }: PaymentView): BankPage => ({
  title: view.t('payments.bank.title'),
  frame: { lead: view.t('payments.bank.lead') },
  action: `/demo-bank/${id}`,
  details: summaryList(
    row(view.t('payments.details.amount'), view.formats.amount(amount)),
    row(view.t('payments.details.beneficiary'), view.operator.name),
    row(view.t('payments.details.reference'), groupedReference(reference)),
  ),
  back: `/payments/${id}`,
});
