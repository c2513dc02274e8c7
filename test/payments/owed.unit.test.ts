import { describe, expect, test } from 'vitest';
import { standingOf } from '../../src/payments/owed.ts';
import { act, factsOf, given, offerIssued, paid, type Story } from '../builders/index.ts';

const ADVANCE = { kind: 'advance', gross: '6050.00', dueOn: '2025-04-14', state: 'open' } as const;

const standing = (story: Story, invoice: object = {}, today = '2025-03-20') =>
  standingOf({ ...ADVANCE, ...invoice }, factsOf(story), today);

describe('what an invoice still asks for (II.10.2)', () => {
  const offered = given(offerIssued('2025-03-10'));

  test('nothing paid: all of it, until its day; after that day it is overdue', () => {
    expect(standing(offered)).toEqual({ state: 'open', outstanding: '6050.00' });
    expect(standing(offered, {}, '2025-04-14')).toMatchObject({ state: 'open' });
    expect(standing(offered, {}, '2025-04-15')).toEqual({ state: 'overdue', outstanding: '6050.00' });
  });

  test('a part paid: the rest, and overdue with its day all the same', () => {
    const part = given(offerIssued('2025-03-10'), paid('2025-03-12', '50.00'));
    expect(standing(part)).toEqual({ state: 'partly-paid', outstanding: '6000.00' });
    expect(standing(part, {}, '2025-04-15')).toEqual({ state: 'overdue', outstanding: '6000.00' });
  });

  test('money on another account than the invoice’s does not count until it is moved', () => {
    const elsewhere = given(
      offerIssued('2025-03-10'),
      act('2025-03-12', 'payment.received', {
        amount: '6050.00',
        receivedOn: '2025-03-12',
        account: 'other',
      }),
    );
    expect(standing(elsewhere)).toEqual({ state: 'open', outstanding: '6050.00' });
  });

  test('paid in full or above: nothing', () => {
    const full = given(offerIssued('2025-03-10'), paid('2025-03-12', '7000.00'));
    expect(standing(full, {}, '2026-01-01')).toEqual({ state: 'paid', outstanding: '0.00' });
  });

  test('an advance of less than the share is paid first, and the final invoice asks for what is left of the share', () => {
    const part = given(offerIssued('2025-03-10', { advanceGross: '1000.00' }), paid('2025-03-12', '400.00'));
    expect(standing(part, { gross: '1000.00' })).toMatchObject({ outstanding: '600.00' });
    expect(standing(part, { kind: 'final', gross: '5650.00' })).toMatchObject({ outstanding: '5650.00' });
    const more = given(offerIssued('2025-03-10', { advanceGross: '1000.00' }), paid('2025-03-12', '1500.00'));
    expect(standing(more, { gross: '1000.00' })).toEqual({ state: 'paid', outstanding: '0.00' });
    expect(standing(more, { kind: 'final', gross: '5050.00' })).toMatchObject({ outstanding: '4550.00' });
  });

  test('void invoices, credit notes and invoices of a case that has ended without debt ask for nothing', () => {
    const ended = given(offerIssued('2025-03-10'), act('2025-03-12', 'application.withdrawn', {}));
    expect(standing(offered, { state: 'void' })).toEqual({ state: 'void', outstanding: '0.00' });
    expect(standing(offered, { kind: 'credit' })).toEqual({ state: 'credit', outstanding: '0.00' });
    expect(standing(ended)).toMatchObject({ outstanding: '0.00' });
  });
});
