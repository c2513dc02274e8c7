import { Decimal } from 'decimal.js';
import type { CaseState } from '../../../workflows/step.ts';
import { type Asked, confirmed } from '../ask.ts';
import { type Evidence, type Finding, retold } from './evidence.ts';

const sum = (amounts: readonly string[]): Decimal =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));

/** Booked is what was confirmed, to the cent, in every case and all together. */
export function moneyAddsUp(asked: readonly Asked[], { cases }: Evidence): Finding {
  const wrong: string[] = [];
  let looked = 0;
  const confirmedSums = (type: string, caseId: string) =>
    sum(
      asked
        .filter((one) => one.path.includes(caseId) && (one.body as { type?: string }).type === type)
        .filter((one) => confirmed(one))
        .map((one) => (one.body as { amount: string }).amount),
    );
  for (const { row, receipts } of cases) {
    looked += receipts.length;
    const booked = (kind: string) =>
      sum(receipts.filter((receipt) => receipt.kind === kind).map(({ amount }) => amount));
    const { facts } = row.snapshot as CaseState;
    const sums = {
      received: [booked('received'), confirmedSums('payment.received', row.id)],
      'paid back': [booked('paid-back'), confirmedSums('refund.paid', row.id)],
      'known to the case': [booked('received'), sum(facts.receipts.map(({ amount }) => amount))],
    };
    for (const [what, [one, other]] of Object.entries(sums))
      if (!one!.equals(other!)) wrong.push(`${row.number}: ${what} ${one} and ${other}`);
  }
  return { check: 'money adds up', looked, wrong };
}

/** Invoices bear every number of their series once, are what their events asked for, and a void one has its credit note. */
export function invoicesAreWhole({ cases, counters, law }: Evidence): Finding {
  const all = cases.flatMap(({ invoices }) => invoices);
  const wrong: string[] = [];
  for (const [series, last] of counters) {
    if (!series.startsWith('invoice-')) continue;
    const year = series.slice('invoice-'.length);
    const numbers = all.map(({ number }) => number).filter((number) => number.startsWith(year));
    const expected = Array.from({ length: last }, (_, i) => `${year}${String(i + 1).padStart(7, '0')}`);
    const found = new Set(numbers);
    const missing = expected.filter((number) => !found.has(number));
    if (missing.length > 0)
      wrong.push(`${series}: ${missing.length} numbers are missing: ${missing.slice(0, 5)}`);
    if (numbers.length !== last) wrong.push(`${series}: ${numbers.length} numbers of ${last}`);
  }
  for (const { net, vat, gross, number } of all)
    if (!new Decimal(net).plus(vat).equals(gross)) wrong.push(`${number}: ${net} + ${vat} is not ${gross}`);
  for (const one of cases) {
    const issued = Map.groupBy(one.invoices, ({ seq }) => seq);
    for (const { row, happened } of retold(one, law)) {
      const asked = happened.effects.flatMap((effect) =>
        effect.type === 'issueInvoice' ? [effect.kind] : [],
      );
      const found = (issued.get(row.seq) ?? []).flatMap(({ kind }) => (kind === 'credit' ? [] : [kind]));
      if (asked.join() !== found.join())
        wrong.push(`${one.row.number}, event ${row.seq} ${row.type}: invoices [${found}] for [${asked}]`);
    }
    const voided = one.invoices.filter(({ state }) => state === 'void');
    const credits = one.invoices.filter(({ kind }) => kind === 'credit');
    if (!sum(voided.map(({ gross }) => gross)).equals(sum(credits.map(({ gross }) => gross))))
      wrong.push(`${one.row.number}: ${voided.length} void invoices, ${credits.length} credit notes`);
  }
  return { check: 'invoices are gapless and as asked for', looked: all.length, wrong };
}
