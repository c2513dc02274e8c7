import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/law/refusal.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import { assertLawfullyPublished } from '../../src/law/terms/publication.ts';
import type { PublicationExemption, TermsVersion } from '../../src/law/terms/terms.ts';

const amendment = (
  publishedOn: string,
  effectiveOn: string,
  exemption?: PublicationExemption,
): TermsVersion => ({
  ...DELIVERED_TERMS,
  version: effectiveOn,
  publishedOn,
  effectiveOn,
  ...(exemption ? { exemption } : {}),
});

const refusal = (version: TermsVersion, inForce = DELIVERED_TERMS): Refusal | undefined => {
  try {
    assertLawfullyPublished(version, inForce);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

describe('1.5 an amendment of Part II takes effect after 30 complete days from publication (OQ-DAY-2)', () => {
  test('published on 1 March, effective on 1 April: 30 complete days lie between', () => {
    expect(refusal(amendment('2025-03-01', '2025-04-01'))).toBeUndefined();
  });

  test('effective one day earlier it is refused, with the first lawful day', () => {
    const refused = refusal(amendment('2025-03-01', '2025-03-31'));
    expect([refused?.code, refused?.clause, refused?.allowedFrom?.toString()]).toEqual([
      'terms.published-too-late',
      'II.1.5',
      '2025-04-01',
    ]);
    expect(refused?.detail.lv).toContain('2025-04-01');
    expect(refused?.detail.en).toContain('2025-04-01');
  });

  test('over February of a common and of a leap year', () => {
    expect(refusal(amendment('2025-02-01', '2025-03-04'))).toBeUndefined();
    expect(refusal(amendment('2025-02-01', '2025-03-03'))?.allowedFrom?.toString()).toBe('2025-03-04');
    expect(refusal(amendment('2024-02-01', '2024-03-03'))).toBeUndefined();
  });

  test('the count is that of the terms in force, not that of the amendment', () => {
    const shorter: TermsVersion = {
      ...amendment('2025-03-01', '2025-03-12'),
      parameters: { ...DELIVERED_TERMS.parameters, publicationDays: 10 },
    };
    expect(refusal(shorter)?.allowedFrom?.toString()).toBe('2025-04-01');
    expect(refusal(amendment('2025-06-01', '2025-06-12'), shorter)).toBeUndefined();
  });

  test('the delivered version itself was published in time', () => {
    expect(refusal(DELIVERED_TERMS)).toBeUndefined();
  });
});

describe('1.6 another effective day is allowed on a ground that is named', () => {
  test.each(['favours-customer', 'technical-correction', 'law-change', 'authority-instruction'] as const)(
    '%s: effective on the day of publication',
    (exemption) => {
      expect(refusal(amendment('2025-03-01', '2025-03-01', exemption))).toBeUndefined();
    },
  );
});
