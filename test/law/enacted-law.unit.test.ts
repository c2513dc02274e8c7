import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import { type Enactment, enactedLaw, type LawEntry } from '../../src/law/enacted-law.ts';
import { SADALES_TIKLS } from '../../src/law/operator.ts';

/** The book that follows from what administrators have enacted, in the order of enactment. */

const setting = (value: number): LawEntry => ({
  kind: 'setting',
  edition: { name: 'refund.days', value, since: '2025-07-01', source: 'order', status: 'verified' },
});
const operator = (name: string): LawEntry => ({ kind: 'operator', operator: { ...SADALES_TIKLS, name } });
const enacted = (...entries: LawEntry[]): Enactment[] =>
  entries.map((entry, index) => ({ revision: index + 1, entry }));

describe('the order of enactment', () => {
  const on = day('2025-07-01');

  test('decides between two entries of one day, in whatever order they were read', () => {
    const rows = enacted(setting(20), setting(21), setting(22));
    for (const read of [rows, rows.toReversed(), [rows[1]!, rows[2]!, rows[0]!]]) {
      const law = enactedLaw(read);
      expect(law.revision).toBe(3);
      expect([0, 1, 2, 3].map((revision) => law.asOf(revision).setting('refund.days', on))).toEqual([
        14, 20, 21, 22,
      ]);
    }
  });

  test('a book asked for twice is the same book', () => {
    const law = enactedLaw(enacted(setting(20), setting(21)));
    expect(law.asOf(1)).toBe(law.asOf(1));
  });

  test('where nothing was enacted the delivered law stands at revision 0, and no later one is known', () => {
    const law = enactedLaw([]);
    expect(law.revision).toBe(0);
    expect(law.figures).toEqual([]);
    expect(() => law.asOf(1)).toThrow(
      'Revision 1 of the law was asked for, but 0 is the newest one known here.',
    );
  });
});

describe('an entry of one kind changes nothing of another', () => {
  test('the operator is the one entered last, and the delivered one before', () => {
    const law = enactedLaw(
      enacted(setting(20), operator('AS "Pirmais"'), operator('AS "Otrais"'), setting(21)),
    );
    expect([0, 1, 2, 3, 4].map((revision) => law.asOf(revision).operator.name)).toEqual([
      SADALES_TIKLS.name,
      SADALES_TIKLS.name,
      'AS "Pirmais"',
      'AS "Otrais"',
      'AS "Otrais"',
    ]);
  });

  test('a setting is no figure, and a day of the calendar is neither', () => {
    const law = enactedLaw(
      enacted(setting(20), {
        kind: 'calendar',
        rows: [{ on: '2025-07-02', kind: 'day-off', name: 'entered for the test' }],
      }),
    );
    expect(law.figures).toEqual([]);
    expect(law.enteredFigure('vat-rate', day('2025-07-01'))).toBeUndefined();
    expect(law.workingDays(day('2025-07-02')).isWorkingDay(day('2025-07-02'))).toBe(false);
    expect(law.asOf(1).workingDays(day('2025-07-02')).isWorkingDay(day('2025-07-02'))).toBe(true);
  });
});
