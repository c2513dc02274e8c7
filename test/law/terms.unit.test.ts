import { describe, expect, test } from 'vitest';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import {
  effectiveTerms,
  TERMS_CLAUSES,
  type TermsParameter,
  termsTextId,
} from '../../src/law/terms/terms.ts';

const names = Object.keys(TERMS_CLAUSES) as TermsParameter[];

describe('1.1 Part I stands above Part II', () => {
  const agreed = effectiveTerms(DELIVERED_TERMS, {
    connectionDays: { value: 20, reason: 'joint outage agreed for August' },
  });

  test('an override of 4.1 to 20 days is what binds the contract', () => {
    expect(effectiveTerms(DELIVERED_TERMS).connectionDays).toBe(10);
    expect(agreed.connectionDays).toBe(20);
  });

  test('it says that Part I was used, under which clause and why', () => {
    expect(agreed.used('connectionDays')).toEqual({
      name: 'connectionDays',
      value: 20,
      clause: 'II.4.1',
      source: 'Part I (II.1.1): joint outage agreed for August',
    });
  });

  test('a parameter that was not overridden names its version of Part II', () => {
    expect(agreed.used('objectionDays')).toEqual({
      name: 'objectionDays',
      value: 30,
      clause: 'II.11.2',
      source: `Part II, ${DELIVERED_TERMS.version}`,
    });
  });

  test('the version itself is not changed by what one contract agreed (1.7)', () => {
    expect(DELIVERED_TERMS.parameters.connectionDays).toBe(10);
    expect(agreed.version).toBe(DELIVERED_TERMS.version);
  });

  test('zero days and a share of 0 are overrides, not absences', () => {
    const strict = effectiveTerms(DELIVERED_TERMS, {
      connectionDays: { value: 0, reason: 'at once' },
      smallCustomerShare: { value: '0', reason: 'paid by the municipality' },
    });
    expect([strict.connectionDays, strict.smallCustomerShare]).toEqual([0, '0']);
    expect(strict.used('connectionDays').source).toContain('at once');
  });
});

describe('the figures of the general terms as delivered', () => {
  test.each([
    ['II.11.1.1', 'offerDays', 20],
    ['II.11.1.2', 'offerDaysAfterDesign', 30],
    ['II.11.2', 'objectionDays', 30],
    ['II.11.2', 'objectionAnswerDays', 14],
    ['II.11.3', 'annulmentWarningDays', 10],
    ['II.15', 'withdrawalDays', 14],
    ['II.4.1', 'connectionDays', 10],
    ['II.4.2', 'connectionDaysReplacing', 30],
    ['II.13.1.3', 'adverseConditionsDays', 5],
    ['II.13.1.3', 'adverseConditionsNoticeDays', 5],
    ['II.17.2', 'forceMajeureNoticeDays', 5],
    ['II.14.2.3', 'forceMajeureMonths', 1],
    ['II.10.5', 'debtDelayDays', 60],
    ['II.16.5', 'complaintDays', 15],
    ['II.16.5', 'complaintDaysExtraChecks', 30],
    ['II.16.4.1', 'postDays', 7],
    ['II.1.5', 'publicationDays', 30],
    ['II.def.split', 'smallConnectionAmpere', 100],
    ['II.def.split', 'smallConnectionVolt', 400],
    ['II.def.split', 'smallCustomerShare', '0.5'],
    ['II.def.split', 'largeCustomerShare', '1'],
    ['II.def.fee-1/8.3', 'loadUnitDistanceM', 50],
    ['II.def.fee-1/7', 'deferralMonths', 60],
    ['II.def.fee-1/7', 'deferralAboveAmpere', 100],
    ['II.def.fee-1/7', 'deferralVoltFrom', 6000],
    ['II.def.fee-1/7', 'deferralVoltTo', 20000],
    ['II.1.8', 'technicalRulesIssuedUntil', '2021-06-30'],
  ] as const)('%s: %s is %s', (clause, name, value) => {
    expect(DELIVERED_TERMS.parameters[name]).toBe(value);
    expect(TERMS_CLAUSES[name].clause).toBe(clause);
  });

  test('every clause entry has a value and every value a clause entry', () => {
    expect(Object.keys(DELIVERED_TERMS.parameters).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s has a clause, a unit and a label in both languages', (name) => {
    const { clause, unit, label } = TERMS_CLAUSES[name];
    expect(clause).toMatch(/^II\.(\d+(\.\d+)*|def\.[\w./-]+)$/);
    for (const text of [unit, label.lv, label.en]) expect(text.trim()).not.toBe('');
  });
});

test('the text of a version is the document that its proposal named, else the one kept under its name', () => {
  expect(termsTextId({ version: '2025-09-01', documentId: 'text-17' })).toBe('text-17');
  expect(termsTextId({ version: '2025-09-01' })).toBe('terms-2025-09-01');
});
