import { describe, expect, test } from 'vitest';
import { day } from '../../../src/law/days.ts';
import {
  type FinalInvoiceBasis,
  finalInvoiceAmounts,
  invoiceReadings,
} from '../../../src/law/fees/final-invoice.ts';
import { vatRateOn } from '../../../src/law/fees/vat.ts';
import { type LawBook, lawBook } from '../../../src/law/law-book.ts';
import { bookWithFigures, bookWithSetting, entered } from './builders.ts';

const ON = day('2026-03-01');
const amounts = (basis: FinalInvoiceBasis, book: LawBook = lawBook()) =>
  finalInvoiceAmounts(basis, invoiceReadings(book, ON));
const paid = (gross: string, vatRate = '0.21') => ({ gross, vatRate });

describe('II.def.invoice: the final invoice shows the advances and asks for the rest', () => {
  test('half prepaid', () => {
    expect(amounts({ customerShareNet: '10000.00', vatRate: '0.21', advances: [paid('6050.00')] })).toEqual({
      totalGross: '12100.00',
      totalVat: '2100.00',
      advanceTotal: '6050.00',
      amountDue: '6050.00',
      remainderNet: '5000.00',
      remainderVat: '1050.00',
      overpaid: '0.00',
    });
  });

  test('wholly prepaid: an invoice over 0.00', () => {
    const basis = {
      customerShareNet: '10000.00',
      vatRate: '0.21',
      advances: [paid('6050.00'), paid('6050.00')],
    };
    expect(amounts(basis)).toMatchObject({
      totalGross: '12100.00',
      amountDue: '0.00',
      remainderNet: '0.00',
      overpaid: '0.00',
    });
  });

  test('nothing prepaid', () => {
    expect(amounts({ customerShareNet: '10000.00', vatRate: '0.21', advances: [] })).toMatchObject({
      advanceTotal: '0.00',
      amountDue: '12100.00',
    });
  });

  test('OQ-FEE-15: what was paid beyond the total is told apart', () => {
    expect(
      amounts({ customerShareNet: '10000.00', vatRate: '0.21', advances: [paid('12500.00')] }),
    ).toMatchObject({ amountDue: '0.00', overpaid: '400.00' });
  });

  test('OQ-FEE-11: a share raised by a signed amendment asks for the difference', () => {
    expect(
      amounts({ customerShareNet: '11000.00', vatRate: '0.21', advances: [paid('12100.00')] }),
    ).toMatchObject({ totalGross: '13310.00', amountDue: '1210.00' });
  });

  test('lines under reverse charge carry no VAT of the operator', () => {
    const basis = { customerShareNet: '1064.00', vatBaseNet: '64.00', vatRate: '0.21' };
    expect(amounts({ ...basis, advances: [] })).toMatchObject({
      totalGross: '1077.44',
      totalVat: '13.44',
      amountDue: '1077.44',
      remainderNet: '1064.00',
    });
    expect(amounts({ ...basis, advances: [paid('1077.44')] })).toMatchObject({
      amountDue: '0.00',
      overpaid: '0.00',
    });
    const nothing = { customerShareNet: '0.00', vatBaseNet: '0.00', vatRate: '0.21', advances: [] };
    expect(amounts(nothing)).toMatchObject({ totalGross: '0.00', amountDue: '0.00' });
  });

  test('advances of the same rate stand against the same total, however oddly they were cut', () => {
    const basis = { customerShareNet: '100.01', vatRate: '0.21', advances: [paid('33.33'), paid('0.01')] };
    expect(amounts(basis)).toMatchObject({ totalGross: '121.01', advanceTotal: '33.34', amountDue: '87.67' });
  });
});

describe('OQ-FEE-10: the rate changed between advance and final invoice', () => {
  const basis = { customerShareNet: '10000.00', vatRate: '0.22', advances: [paid('6050.00')] };

  test('the new rate meets the remainder alone', () => {
    expect(amounts(basis)).toMatchObject({
      totalGross: '12150.00',
      amountDue: '6100.00',
      remainderNet: '5000.00',
      remainderVat: '1100.00',
    });
  });

  test('under the other reading it meets the whole share', () => {
    expect(amounts(basis, bookWithSetting('vat.onFinal', 'whole'))).toMatchObject({
      totalGross: '12200.00',
      amountDue: '6150.00',
    });
  });

  test('a share that was settled at the old rate owes nothing at the new one', () => {
    expect(amounts({ ...basis, advances: [paid('12100.00')] })).toMatchObject({
      totalGross: '12100.00',
      amountDue: '0.00',
      overpaid: '0.00',
    });
    expect(amounts({ ...basis, advances: [paid('12200.00')] })).toMatchObject({
      totalGross: '12100.00',
      amountDue: '0.00',
      overpaid: '100.00',
    });
  });

  test('advances of several rates each keep their own', () => {
    const advances = [paid('1210.00'), paid('1220.00', '0.22'), paid('1180.00', '0.18')];
    expect(amounts({ ...basis, advances })).toMatchObject({
      totalGross: '12150.00',
      advanceTotal: '3610.00',
      amountDue: '8540.00',
      remainderNet: '7000.00',
    });
  });

  test('the rate is the one of the day of issue', () => {
    const book = bookWithFigures(entered('vat-rate', '0.22', '2026-03-01'));
    expect(vatRateOn(ON, book).value).toBe('0.22');
    expect(vatRateOn(day('2026-02-28'), book).value).toBe('0.21');
  });
});
