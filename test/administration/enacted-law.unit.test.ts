import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import { type Enactment, enactedLaw, type LawEntry, withEntry } from '../../src/law/enacted-law.ts';
import { SADALES_TIKLS } from '../../src/law/operator.ts';
import { figureInForce } from '../../src/law/parameters/figure-in-force.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import { workingDays } from '../../src/law/working-days.ts';

const figure = (name: string, value: string, since: string): LawEntry => ({
  kind: 'figure',
  edition: { name, value, since, source: 'order', status: 'verified' },
});
const dayOff = (on: string, removed = false): LawEntry => ({
  kind: 'calendar',
  rows: [{ on, kind: 'day-off', name: 'entered', removed }],
});
const numbered = (...entries: readonly LawEntry[]): Enactment[] =>
  entries.map((entry, index) => ({ revision: index + 1, entry }));

describe('the law as it was known at each revision', () => {
  const book = enactedLaw(
    numbered(
      figure('capital-return-rate', '0.03', '2025-01-01'),
      dayOff('2025-05-06'),
      figure('capital-return-rate', '0.04', '2025-01-01'),
      { kind: 'terms', version: { ...DELIVERED_TERMS, version: 'B', effectiveOn: '2025-06-01' } },
      { kind: 'operator', operator: { ...SADALES_TIKLS, name: 'SIA "Cits tīkls"' } },
    ),
  );
  const rate = (revision: number) =>
    figureInForce('capital-return-rate', day('2025-03-01'), book.asOf(revision))?.value;

  test('an edition entered later for the same day is not in an earlier book', () => {
    expect([0, 1, 2, 3].map(rate)).toEqual([undefined, '0.03', '0.03', '0.04']);
  });

  test('so with days off, versions of Part II and the operator', () => {
    const works = (revision: number) =>
      book.asOf(revision).workingDays(day('2025-05-06')).isWorkingDay(day('2025-05-06'));
    expect([1, 2, 5].map(works)).toEqual([true, false, false]);
    expect(() => book.asOf(3).termsOf('B')).toThrow(/B/);
    expect(book.asOf(4).termsInForce(day('2025-06-01')).version).toBe('B');
    expect([4, 5].map((revision) => book.asOf(revision).operator.name)).toEqual([
      SADALES_TIKLS.name,
      'SIA "Cits tīkls"',
    ]);
  });

  test('an earlier book leads back to the newest, and a revision that is not known yet is an error', () => {
    expect(book.revision).toBe(5);
    expect(book.asOf(2).revision).toBe(2);
    expect(book.asOf(2).asOf(5)).toBe(book);
    expect(() => book.asOf(6)).toThrow(/6 .* 5/);
  });

  test('what is only proposed is in a book of its own', () => {
    const proposed = withEntry(
      numbered(figure('vat-rate', '0.22', '2026-01-01')),
      figure('vat-rate', '0.23', '2026-01-01'),
    );
    expect(figureInForce('vat-rate', day('2026-01-01'), proposed)?.value).toBe('0.23');
    expect(figureInForce('vat-rate', day('2026-01-01'), proposed.asOf(1))?.value).toBe('0.22');
  });

  test('of two versions of Part II for one day the one enacted last is in force', () => {
    const versions = ['C', 'D'].map(
      (version): LawEntry => ({
        kind: 'terms',
        version: { ...DELIVERED_TERMS, version, effectiveOn: '2025-06-01' },
      }),
    );
    expect(enactedLaw(numbered(...versions)).termsInForce(day('2025-06-01')).version).toBe('D');
  });
});

describe('OQ-DAY-3 a day of the table is taken back and given again', () => {
  const rows = (...removed: boolean[]) =>
    removed.map((one) => ({ on: '2025-05-07', kind: 'day-off', name: 'x', removed: one }) as const);
  const works = (on: string, table: ReturnType<typeof rows>, moved = false) =>
    workingDays(table, moved).isWorkingDay(day(on));

  test.each([
    [[false], false],
    [[false, true], true],
    [[false, true, false], false],
  ] as const)('rows %j: is it a working day? %s', (removed, expected) => {
    expect(works('2025-05-07', rows(...removed))).toBe(expected);
  });

  test('a holiday of the delivered rule that was abolished is a working day, in its year alone', () => {
    const table = [{ on: '2025-05-05', kind: 'day-off', name: 'atcelta', removed: true }] as const;
    expect(workingDays(table, false).isWorkingDay(day('2025-05-05'))).toBe(true);
    expect(workingDays(table, false).nextAfter(day('2025-05-02')).toString()).toBe('2025-05-05');
    expect(workingDays(table, false).isWorkingDay(day('2026-05-04'))).toBe(false);
  });

  test('a Saturday to be worked that was taken back is a Saturday again', () => {
    const moved = { on: '2025-05-10', kind: 'working-day', name: 'pārcelta' } as const;
    expect(workingDays([moved], true).isWorkingDay(day('2025-05-10'))).toBe(true);
    expect(workingDays([moved, { ...moved, removed: true }], true).isWorkingDay(day('2025-05-10'))).toBe(
      false,
    );
  });
});
