import { describe, expect, test } from 'vitest';
import { creditorReference, groupedReference, readReference } from '../../src/law/creditor-reference.ts';

describe('a creditor reference (ISO 11649)', () => {
  test('is read as people type it, and refused where its check digits do not fit', () => {
    expect(readReference(' rf18 5390-0754 7034 ')).toBe('RF18539007547034');
    for (const wrong of [
      'RF19539007547034',
      'RF18539007547035',
      '539007547034',
      '',
      'RF18',
      `RF18${'1'.repeat(30)}`,
    ])
      expect(readReference(wrong), wrong).toBeNull();
  });

  test('every reference that we make is read back', () => {
    for (const number of ['20250000001', '20260000025', '1', 'AB12']) {
      const reference = creditorReference(number);
      expect(readReference(groupedReference(reference))).toBe(reference);
    }
  });

  test('is shown in groups of four', () => {
    expect(groupedReference('RF18539007547034')).toBe('RF18 5390 0754 7034');
  });
});
