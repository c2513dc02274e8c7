import type { InvoiceView } from '../../payments/invoice-desk.ts';
import type { InvoiceState } from '../../payments/owed.ts';
import { type StatusTag, type Tone, tag } from '../components/status-tag.ts';
import type { View } from '../frame/view.ts';

const TONES: Readonly<Record<InvoiceState, Tone>> = {
  open: 'customer',
  'partly-paid': 'customer',
  overdue: 'bad',
  paid: 'good',
  void: 'nobody',
  credit: 'nobody',
};

export const invoiceTag = ({ t }: View, { state }: Pick<InvoiceView, 'state'>): StatusTag =>
  tag(t(`payments.states.${state}`), TONES[state]);

/** `Avansa rēķins 20250000001` */
export const invoiceName = ({ t }: View, { kind, number }: Pick<InvoiceView, 'kind' | 'number'>): string =>
  `${t(`payments.kinds.${kind}`)} ${number}`;

/** What is to be paid now: the final invoice asks for the rest of the share, an unpaid advance of its case included. */
export function payable(invoices: readonly InvoiceView[]): readonly InvoiceView[] {
  const asking = invoices.filter(({ outstanding }) => outstanding !== '0.00');
  const withFinal = new Set(asking.filter(({ kind }) => kind === 'final').map(({ caseId }) => caseId));
  return asking.filter(({ kind, caseId }) => kind === 'final' || !withFinal.has(caseId));
}

export const includesAdvance = (final: InvoiceView, invoices: readonly InvoiceView[]): boolean =>
  final.kind === 'final' &&
  invoices.some((one) => one.kind === 'advance' && one.caseId === final.caseId && one.outstanding !== '0.00');
