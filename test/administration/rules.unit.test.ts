import { describe, expect, test } from 'vitest';
import { assertMayBecomeLaw, earliestEffect, type Present } from '../../src/administration/rules/index.ts';
import type { LawEntry } from '../../src/law/enacted-law.ts';
import { type Edition, type LawBook, lawBook } from '../../src/law/law-book.ts';
import { SADALES_TIKLS } from '../../src/law/operator.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import type { TermsVersion } from '../../src/law/terms/terms.ts';
import type { CalendarRow } from '../../src/law/working-days.ts';
import { edition, figure, setting } from './entries.ts';
import { instantOf } from './office.ts';

interface Given extends Partial<Omit<Present, 'at'>> {
  readonly now?: string;
  readonly entered?: readonly CalendarRow[];
}

const refusal = (
  entry: LawEntry,
  { now = '2025-03-10', entered = [], ...more }: Given = {},
): Refusal | null => {
  const present: Present = {
    at: instantOf(now),
    book: lawBook(),
    act: 'proposal',
    thereAreCases: true,
    ...more,
  };
  try {
    assertMayBecomeLaw(entry, entered, present);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

const withFigures = (...figures: readonly Edition[]): LawBook => lawBook({ figures });
const told = (refused: Refusal | null) =>
  refused && [refused.code, refused.errors[0]?.field ?? refused.allowedFrom?.toString()];

describe('a change of running cases takes effect on the next day at the earliest', () => {
  test.each([
    ['2025-03-10T00:00', '2025-03-11'],
    ['2025-03-10T23:49', '2025-03-11'],
    ['2025-03-10T23:50', '2025-03-12'],
    // 22:30 UTC is the next day in Riga.
    ['2025-03-10T22:30:00Z', '2025-03-12'],
  ])('at %s from %s', (now, expected) => {
    expect(earliestEffect({ at: instantOf(now), book: lawBook() }).toString()).toBe(expected);
  });
});

describe('a figure', () => {
  test('is written as its pattern has it', () => {
    expect(told(refusal(figure('vat-rate', '21 %', '2025-04-01')))).toEqual(['law.invalid-change', 'value']);
    expect(told(refusal(figure('load-unit-price', '120,50', '2025-05-01')))).toEqual([
      'law.invalid-change',
      'value',
    ]);
    expect(told(refusal(figure('load-unit-price', '-1.00', '2025-05-01')))).toEqual([
      'law.invalid-change',
      'value',
    ]);
    expect(refusal(figure('load-unit-price', '120.50', '2025-05-01'))).toBeNull();
    expect(refusal(figure('load-unit-zones', '50/150/300', '2025-05-01'))).toBeNull();
  });

  test('one that has a value changes from tomorrow on', () => {
    expect(told(refusal(figure('vat-rate', '0.22', '2025-03-10')))).toEqual(['law.too-early', '2025-03-11']);
    expect(refusal(figure('vat-rate', '0.22', '2025-03-11'))).toBeNull();
  });

  test('one that was missing may count from a day that has passed', () => {
    expect(refusal(figure('load-unit-price', '120.50', '2025-01-15'))).toBeNull();
    expect(refusal(figure('attributable-cost', '42.50', '2018-03-27'))).toBeNull();
  });

  test('but not where it had a value on any of the days between', () => {
    const book = withFigures(
      edition('load-unit-price', '100.00', '2023-05-01'),
      edition('load-unit-price', '', '2024-09-01', 'missing'),
    );
    expect(refusal(figure('load-unit-price', '120.50', '2024-09-01'), { book })).toBeNull();
    expect(told(refusal(figure('load-unit-price', '120.50', '2024-04-30'), { book }))).toEqual([
      'law.too-early',
      '2025-03-11',
    ]);
  });

  test('ADR 0022: the price of a year that has run out is missing from 1 May on', () => {
    const book = withFigures(edition('load-unit-price', '100.00', '2024-05-01'));
    const given = { book, now: '2025-05-20' };
    expect(refusal(figure('load-unit-price', '120.50', '2025-05-01'), given)).toBeNull();
    expect(told(refusal(figure('load-unit-price', '120.50', '2025-04-30'), given))).toEqual([
      'law.too-early',
      '2025-05-21',
    ]);
  });

  test('preface 2: a reported edition is confirmed with its own first day', () => {
    expect(refusal(figure('works-share-of-larger-connections', '0.5', '2024-05-01'))).toBeNull();
  });

  test('a reported one touches no case and may name any day since 2018', () => {
    expect(refusal(figure('vat-rate', '0.22', '2024-01-01', 'reported'))).toBeNull();
    expect(told(refusal(figure('vat-rate', '0.22', '2017-12-31', 'reported')))).toEqual([
      'law.invalid-change',
      'since',
    ]);
  });

  test('one that ends has no value, and ends from tomorrow on', () => {
    expect(refusal(figure('vat-rate', '', '2025-03-11', 'missing'))).toBeNull();
    expect(told(refusal(figure('vat-rate', '0.21', '2025-03-11', 'missing')))).toEqual([
      'law.invalid-change',
      'value',
    ]);
    expect(told(refusal(figure('vat-rate', '', '2025-03-10', 'missing')))).toEqual([
      'law.too-early',
      '2025-03-11',
    ]);
  });
});

describe('a setting', () => {
  test.each([
    ['annulment.mode', 'propose', null],
    ['annulment.mode', 'sometimes', 'value'],
    ['annulment.mode', true, 'value'],
    ['nonPayment.auto', false, null],
    ['nonPayment.auto', 'false', 'value'],
    ['refund.days', 0, null],
    ['refund.days', -1, 'value'],
    ['refund.days', 2.5, 'value'],
    ['refund.days', '14', 'value'],
    ['refund.days', 4000, 'value'],
  ] as const)('%s = %j: refused for %s', (name, value, field) => {
    expect(refusal(setting(name, value, '2025-03-11'))?.errors[0]?.field ?? null).toBe(field);
  });

  test('changes from tomorrow on', () => {
    expect(told(refusal(setting('annulment.mode', 'propose', '2025-03-10')))).toEqual([
      'law.too-early',
      '2025-03-11',
    ]);
  });
});

describe('L64: a version of Part II', () => {
  const version = (more: Partial<TermsVersion> = {}): LawEntry => ({
    kind: 'terms',
    version: {
      ...DELIVERED_TERMS,
      version: '2025-04',
      publishedOn: '2025-03-01',
      effectiveOn: '2025-04-01',
      ...more,
    },
  });

  test('1.5: 30 complete days after publication it may take effect', () => {
    expect(refusal(version())).toBeNull();
  });

  test('1.5: a day earlier it is refused, with the first lawful day', () => {
    const refused = refusal(version({ effectiveOn: '2025-03-31' }));
    expect([refused?.code, refused?.clause, refused?.allowedFrom?.toString()]).toEqual([
      'terms.published-too-late',
      'II.1.5',
      '2025-04-01',
    ]);
  });

  test('1.6: on a ground that is named it may, from tomorrow on', () => {
    const exemption = 'law-change';
    expect(refusal(version({ effectiveOn: '2025-03-11', exemption }))).toBeNull();
    expect(told(refusal(version({ effectiveOn: '2025-03-10', exemption })))).toEqual([
      'law.too-early',
      '2025-03-11',
    ]);
  });

  test('it is approved once it was published, and proposed before', () => {
    const planned = version({ publishedOn: '2025-03-11', effectiveOn: '2025-04-11' });
    expect(refusal(planned)).toBeNull();
    expect(told(refusal(planned, { act: 'approval' }))).toEqual(['terms.not-yet-published', '2025-03-11']);
    expect(refusal(planned, { act: 'approval', now: '2025-03-11' })).toBeNull();
  });

  test('its name is its own, and it is not published after it takes effect', () => {
    expect(told(refusal(version({ version: DELIVERED_TERMS.version })))).toEqual([
      'law.invalid-change',
      'version',
    ]);
    expect(
      told(
        refusal(version({ publishedOn: '2025-05-01', effectiveOn: '2025-04-01', exemption: 'law-change' })),
      ),
    ).toEqual(['law.invalid-change', 'effectiveOn']);
  });
});

describe('days of the calendar', () => {
  const row = (on: string, kind: CalendarRow['kind'] = 'day-off', removed = false): CalendarRow => ({
    on,
    kind,
    name: 'rīkojums',
    removed,
  });
  const calendar = (...rows: readonly CalendarRow[]): LawEntry => ({ kind: 'calendar', rows });

  test('from tomorrow on', () => {
    expect(refusal(calendar(row('2025-03-11')))).toBeNull();
    expect(told(refusal(calendar(row('2025-03-10'))))).toEqual(['law.too-early', '2025-03-11']);
  });

  test.each([
    ['a holiday of the rule', row('2025-05-01'), 'rows.0.on'],
    ['a Wednesday to be worked', row('2025-05-07', 'working-day'), 'rows.0.on'],
    ['a Saturday to be worked', row('2025-05-10', 'working-day'), undefined],
    ['a holiday to be worked', row('2025-05-01', 'working-day'), undefined],
    ['a holiday taken back', row('2025-05-01', 'day-off', true), undefined],
    ['a day taken back that is none', row('2025-05-07', 'day-off', true), 'rows.0.on'],
    ['a Saturday taken back that is none', row('2025-05-10', 'working-day', true), 'rows.0.on'],
  ])('%s', (_, one, field) => {
    expect(refusal(calendar(one))?.errors[0]?.field).toBe(field);
  });

  test('a day given in exchange goes in one change with the Saturday that is worked for it', () => {
    expect(refusal(calendar(row('2025-05-02'), row('2025-05-10', 'working-day')))).toBeNull();
  });

  test('a row is measured by those before it, entered and proposed', () => {
    expect(refusal(calendar(row('2025-05-07')), { entered: [row('2025-05-07')] })?.errors[0]?.field).toBe(
      'rows.0.on',
    );
    expect(refusal(calendar(row('2025-05-07'), row('2025-05-07')))?.errors[0]?.field).toBe('rows.1.on');
    expect(
      refusal(calendar(row('2025-05-07', 'day-off', true)), { entered: [row('2025-05-07')] }),
    ).toBeNull();
  });
});

describe('the operator’s details', () => {
  const account = { iban: 'LV80BANK0000435195001', bic: 'HABALV22', bank: 'AS "Swedbank"' };
  const operator = (more: Partial<typeof SADALES_TIKLS> = {}): LawEntry => ({
    kind: 'operator',
    operator: { ...SADALES_TIKLS, account, ...more },
  });

  test('an account number adds up', () => {
    expect(refusal(operator())).toBeNull();
    const refused = refusal(operator({ account: { ...account, iban: 'LV81BANK0000435195001' } }));
    expect(refused?.errors[0]?.field).toBe('profile.account.iban');
  });

  test('the time zone is known, and settled with the first case', () => {
    expect(refusal(operator({ timeZone: 'Mars/Base' }))?.errors[0]?.field).toBe('profile.timeZone');
    expect(refusal(operator({ timeZone: '+02:00' }))?.errors[0]?.field).toBe('profile.timeZone');
    expect(refusal(operator({ timeZone: 'Europe/Tallinn' }))?.code).toBe('operator.time-zone-is-set');
    expect(refusal(operator({ timeZone: 'Europe/Tallinn' }), { thereAreCases: false })).toBeNull();
  });
});
