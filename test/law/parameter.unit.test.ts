import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import { parameter } from '../../src/law/parameter.ts';
import { Refusal } from '../../src/law/refusal.ts';

const rate = parameter({
  name: 'a-rate',
  label: { lv: 'likme', en: 'a rate' },
  unit: 'ratio',
  // Written out of order: the day of coming into force decides, not the place in the file.
  values: {
    '2020-07-01': { value: '0.20', source: 'second act', status: 'reported' },
    '2012-07-01': { value: '0.21', source: 'first act', status: 'verified', clause: 'art. 1' },
    '2025-01-01': { value: '', source: 'announced, not yet published', status: 'missing' },
  },
});

const refusalOf = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a dated figure', () => {
  test('on its first day it is in force, with its start, source and status', () => {
    expect(rate.inForce(day('2012-07-01'))).toEqual({
      name: 'a-rate',
      since: '2012-07-01',
      value: '0.21',
      source: 'first act',
      status: 'verified',
      clause: 'art. 1',
    });
  });

  test('the day before the next edition it still holds, and from that day the next one does', () => {
    expect(rate.inForce(day('2020-06-30')).value).toBe('0.21');
    expect(rate.inForce(day('2020-07-01')).value).toBe('0.20');
    expect(rate.inForce(day('2024-12-31')).status).toBe('reported');
  });

  test('the day before its first edition it is refused, naming the figure and the day', () => {
    const refusal = refusalOf(() => rate.inForce(day('2012-06-30')));
    expect([refusal.code, refusal.kind]).toEqual(['figure.missing', 'invalid']);
    expect(refusal.errors.map((error) => error.field)).toEqual(['a-rate']);
    for (const text of [refusal.detail.en, refusal.detail.lv]) {
      expect(text).toContain('a-rate');
      expect(text).toContain('2012-06-30');
    }
    expect(refusal.detail.en).toContain('a rate');
    expect(refusal.detail.lv).toContain('likme');
  });

  test('an edition without a value ends the one before: the old figure is not used on', () => {
    expect(rate.findInForce(day('2025-01-01'))).toBeUndefined();
    expect(refusalOf(() => rate.inForce(day('2025-01-01'))).code).toBe('figure.missing');
  });

  test('asked softly, it answers undefined where none is in force', () => {
    expect(rate.findInForce(day('2012-06-30'))).toBeUndefined();
  });
});
