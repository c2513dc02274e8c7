import { Decimal } from 'decimal.js';
import type { CaseMoney, InvoiceView, MyMoney, PaymentRecord } from '../../payments/invoice-desk.ts';
import type { PaymentView } from '../../payments/payments.ts';
import type { Empty, Pagination } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import type { StatusTag } from '../components/status-tag.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Cell, type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { includesAdvance, invoiceName, invoiceTag, payable } from './invoice-words.ts';
import { paymentTag } from './payment-words.ts';
import { type Transfer, transferOf } from './transfer.ts';

export interface InvoicesPage extends Page {
  readonly notices: readonly Notice[];
  readonly balance: SummaryList | null;
  readonly toPay: readonly ToPay[];
  readonly nothingToPay: string | null;
  readonly invoices: Table | null;
  readonly received: Table | null;
  readonly online: Table | null;
  readonly empty: Empty | null;
  readonly pagination: Pagination | null;
}

interface ToPay {
  readonly id: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly caseHref: string;
  readonly tag: StatusTag;
  readonly amount: string;
  readonly dueLabel: string;
  readonly dueIso: string;
  readonly due: string;
  readonly notes: readonly string[];
  readonly transfer: Transfer;
  readonly payHref: string | null;
  readonly pdfHref: string | null;
}

interface Options {
  /** Whether one can pay here, on-line. */
  readonly online: boolean;
}

/** Invoices and payments of one case. */
export function caseInvoicesPage(view: View, money: CaseMoney, options: Options): InvoicesPage {
  const { t, formats } = view;
  return {
    title: t('payments.ofCase.title', { number: money.caseNumber }),
    frame: {
      lead: t('payments.ofCase.lead'),
      crumbs: [
        { label: t('cases.one.heading', { number: money.caseNumber }), href: `/cases/${money.caseId}` },
      ],
    },
    ...partsOf(view, money.invoices, money.payments, options, false),
    notices: refundNotices(view, money.refundDue === '0.00' ? [] : [{ ...money, due: money.refundDue }]),
    balance: summaryList(
      row(t('payments.balance.received'), formats.amount(money.received)),
      row(t('payments.balance.outstanding'), formats.amount(money.outstanding)),
      money.refundDue === '0.00'
        ? null
        : row(t('payments.balance.refund'), formats.amount(money.refundDue), {
            clause: view.clause('II.10.2'),
          }),
    ),
    online: null,
    pagination: null,
  };
}

/** Of all cases of a customer. */
export function myInvoicesPage(
  view: View,
  money: MyMoney,
  begun: readonly PaymentView[],
  cursor: string | null,
  options: Options,
): InvoicesPage {
  const { t } = view;
  return {
    title: t('payments.mine.title'),
    frame: { lead: t('payments.mine.lead'), wide: true },
    ...partsOf(view, money.invoices, money.payments, options, true),
    notices: refundNotices(view, money.refunds),
    balance: null,
    online: begun.length === 0 ? null : onlineTable(view, begun),
    pagination:
      money.next || cursor
        ? {
            shown: t('payments.mine.more', { count: money.invoices.length }),
            first: cursor ? '/invoices' : null,
            next: money.next ? `/invoices?cursor=${encodeURIComponent(money.next)}` : null,
          }
        : null,
  };
}

const refundNotices = (view: View, refunds: MyMoney['refunds']): readonly Notice[] =>
  refunds.length === 0
    ? []
    : [
        notice(
          'good',
          view.t('payments.balance.refundTitle'),
          ...refunds.map(({ caseNumber, due }) =>
            view.t('payments.balance.refundText', { number: caseNumber, amount: view.formats.amount(due) }),
          ),
        ),
      ];

function partsOf(
  view: View,
  invoices: readonly InvoiceView[],
  payments: readonly PaymentRecord[],
  options: Options,
  ofSeveralCases: boolean,
) {
  const { t } = view;
  const asked = payable(invoices);
  return {
    toPay: asked.map((one) => toPay(view, one, invoices, options)),
    nothingToPay: asked.length === 0 && invoices.length > 0 ? t('payments.toPay.nothing') : null,
    invoices: invoices.length === 0 ? null : invoiceTable(view, invoices, ofSeveralCases),
    received: payments.length === 0 ? null : receivedTable(view, payments, ofSeveralCases),
    empty:
      invoices.length > 0
        ? null
        : ({
            iconName: 'document',
            title: t('payments.mine.empty'),
            text: t('payments.mine.emptyText'),
            action: null,
          } satisfies Empty),
  };
}

function toPay(view: View, invoice: InvoiceView, all: readonly InvoiceView[], { online }: Options): ToPay {
  const { t, formats } = view;
  const { outstanding, gross, reference, dueOn, caseNumber, caseId, number, state } = invoice;
  const paid = new Decimal(gross).minus(outstanding);
  return {
    id: number,
    name: invoiceName(view, invoice),
    caseNumber,
    caseHref: `/cases/${caseId}`,
    tag: invoiceTag(view, invoice),
    amount: formats.amount(outstanding),
    dueLabel: t(state === 'overdue' ? 'payments.toPay.overdueSince' : 'payments.toPay.until'),
    dueIso: dueOn,
    due: formats.date(dueOn),
    notes: [
      ...(paid.gt(0)
        ? [
            t('payments.toPay.partPaid', {
              gross: formats.amount(gross),
              paid: formats.amount(paid.toFixed(2)),
            }),
          ]
        : []),
      ...(includesAdvance(invoice, all) ? [t('payments.toPay.wholeRest')] : []),
    ],
    transfer: transferOf(view, reference, outstanding),
    payHref: online ? `/pay/${reference}` : null,
    pdfHref: invoice.documentId && `/documents/${invoice.documentId}`,
  };
}

function invoiceTable(view: View, invoices: readonly InvoiceView[], ofSeveralCases: boolean): Table {
  const { t, formats } = view;
  return table({
    caption: t('payments.invoice.caption'),
    columns: [
      { label: t('payments.invoice.number') },
      ...(ofSeveralCases ? [{ label: t('payments.invoice.case') }] : []),
      { label: t('payments.invoice.issued') },
      { label: t('payments.invoice.due') },
      { label: t('payments.invoice.net'), numeric: true },
      { label: t('payments.invoice.vat'), numeric: true },
      { label: t('payments.invoice.gross'), numeric: true },
      { label: t('payments.invoice.state') },
    ],
    rows: invoices.map((one): (Cell | string)[] => [
      {
        text: invoiceName(view, one),
        href: one.documentId && `/documents/${one.documentId}`,
        note: relationOf(view, one),
      },
      ...(ofSeveralCases ? [{ text: one.caseNumber, href: `/cases/${one.caseId}/invoices` }] : []),
      formats.shortDate(one.issuedOn),
      one.kind === 'credit' ? '–' : formats.shortDate(one.dueOn),
      formats.amount(one.net),
      { text: formats.amount(one.vat), note: formats.percent(one.vatRate) },
      formats.amount(one.gross),
      {
        text: '',
        tag: invoiceTag(view, one),
        note:
          one.outstanding === '0.00' || one.outstanding === one.gross
            ? null
            : t('payments.invoice.left', { amount: formats.amount(one.outstanding) }),
      },
    ]),
  });
}

function relationOf({ t }: View, { credits, creditedBy }: InvoiceView): string | null {
  if (credits) return t('payments.invoice.credits', { number: credits });
  return creditedBy ? t('payments.invoice.creditedBy', { number: creditedBy }) : null;
}

function receivedTable(view: View, payments: readonly PaymentRecord[], ofSeveralCases: boolean): Table {
  const { t, formats } = view;
  return table({
    caption: t('payments.received.caption'),
    columns: [
      { label: t('payments.received.on') },
      { label: t('payments.received.what') },
      ...(ofSeveralCases ? [{ label: t('payments.invoice.case') }] : []),
      { label: t('payments.received.amount'), numeric: true },
      { label: t('payments.received.reference') },
    ],
    rows: payments.map((one): (Cell | string)[] => [
      formats.shortDate(one.on),
      {
        text: t(one.kind === 'received' ? 'payments.received.received' : 'payments.received.paidBack'),
        note: one.counts ? null : t('payments.received.notCounted'),
      },
      ...(ofSeveralCases ? [{ text: one.caseNumber, href: `/cases/${one.caseId}/invoices` }] : []),
      formats.amount(one.amount),
      one.reference ?? '–',
    ]),
  });
}

const onlineTable = (view: View, begun: readonly PaymentView[]): Table =>
  table({
    caption: view.t('payments.online.caption'),
    columns: [
      { label: view.t('payments.online.begun') },
      { label: view.t('payments.details.reference') },
      { label: view.t('payments.received.amount'), numeric: true },
      { label: view.t('payments.one.state') },
    ],
    rows: begun.map((one) => [
      { text: view.formats.instant(one.createdAt), href: `/payments/${one.id}` },
      one.reference,
      view.formats.amount(one.amount),
      { text: '', tag: paymentTag(view, one) },
    ]),
  });
