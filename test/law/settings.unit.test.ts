import { describe, expect, test } from 'vitest';
import type { SettingDefinition } from '../../src/law/settings/setting.ts';
import { SETTINGS, SETTINGS_IN_FORCE_SINCE } from '../../src/law/settings/settings.ts';

const settings = Object.entries<SettingDefinition<string | number | boolean>>(SETTINGS);
const answered = new Set(settings.map(([, { reading }]) => reading));

/** Questions that a setting answers; the list grows with the law and never loses an entry in silence. */
const ANSWERED_BY_A_SETTING = [
  'OQ-DAY-1', 'OQ-DAY-3', 'OQ-NOT-1',
  'OQ-LC-1', 'OQ-LC-2', 'OQ-LC-5', 'OQ-LC-6', 'OQ-LC-7', 'OQ-SIG-1',
  'OQ-SUS-1', 'OQ-SUS-4', 'OQ-PAY-3', 'OQ-REF-1', 'OQ-OWN-1',
  'OQ-FEE-1', 'OQ-FEE-2', 'OQ-FEE-3', 'OQ-FEE-4', 'OQ-FEE-5', 'OQ-FEE-6', 'OQ-FEE-8', 'OQ-FEE-9', 'OQ-FEE-10', 'OQ-FEE-12',
  'T-06', 'T-09', 'T-15', 'T-20a', 'T-23', 'T-25', 'T-26', 'T-27', 'T-33', 'T-35', 'T-37',
]; // biome-ignore format: one line a subject

describe('every open question that was answered is a setting', () => {
  test.each(ANSWERED_BY_A_SETTING)('%s', (question) => {
    expect(answered).toContain(question);
  });

  test.each([
    ['OQ-DAY-1', 'days.consumerWithdrawalRoll', false],
    ['OQ-NOT-1', 'ownDeadline.metOn', 'dispatch'],
    ['T-15', 'offerWindow.start', 'deemedReceipt'],
    ['OQ-LC-2', 'offerClock.start', 'received'],
    ['T-06', 'warning.earliest', 'afterWindow'],
    [null, 'annulment.mode', 'automatic'],
    ['D-4', 'email.counts', 'always'],
    ['PO-09', 'reminders.daysBefore', 3],
    ['T-09', 'thirdPartyPayment', 'concludeAndNotify'],
    ['T-27', 'offer.termsVersion', 'withOffer'],
    ['T-25', 'readiness.minDays', 14],
    ['T-26', 'connection.withholdWhileUnpaid', 'all'],
    ['OQ-LC-5', 'notReady.end', 'byNotice'],
    ['OQ-SUS-1', 'suspension.length', 'unionOfDays'],
    ['T-33', 'suspension.noticeCounting', 'fromNextDay'],
    ['T-35', 'prepWorks.sources', 'TR,design,TP'],
    ['OQ-SUS-4', 'forceMajeure.extendsTerm', false],
    ['T-37', 'nonPayment.auto', true],
    ['OQ-PAY-3', 'payment.lateCure', true],
    ['OQ-REF-1', 'refund.onWithdrawal', 'full'],
    ['OQ-OWN-1', 'ownerChange.endsOn', 'dayLearnt'],
    ['OQ-SIG-1', 'signature.untimestampedCounts', false],
    ['OQ-FEE-1', 'money.rounding', 'HALF_UP'],
    ['OQ-FEE-2', 'split.beforeVat', true],
    ['OQ-FEE-3', 'split.scope', 'worksOnly'],
    ['OQ-FEE-4', 'split.currentBasis', 'sum'],
    ['OQ-FEE-5', 'financing.method', 'simple'],
    ['OQ-FEE-8', 'regime.compareBasis', 'customerShareNet'],
    ['OQ-FEE-9', 'regime.recheckAtConclusion', true],
    ['OQ-FEE-10', 'vat.onFinal', 'remainderOnly'],
    ['OQ-FEE-12', 'voltageClass.lowUpTo400', true],
  ] as const)('%s is delivered as %s = %s', (reading, name, delivered) => {
    expect(SETTINGS[name]).toMatchObject({ reading, delivered });
  });
});

describe('every setting explains itself', () => {
  test.each(settings)('%s names its clause, and has a label in both languages', (_, { clause, label }) => {
    expect(clause).toMatch(/^II\.(\d+(\.\d+)*|def\.[a-z]+(-1\/[78](\.\d)?)?)$/);
    expect(label.lv.trim()).not.toBe('');
    expect(label.en.trim()).not.toBe('');
    expect(label.lv).not.toBe(label.en);
  });

  test.each(settings)('%s is delivered with a value that it allows', (_, { choices, delivered }) => {
    if (choices === 'boolean') expect(delivered).toBeTypeOf('boolean');
    else if (choices === 'days') expect(Number.isInteger(delivered) && Number(delivered) >= 0).toBe(true);
    else {
      expect(choices).toContain(delivered);
      expect(choices.length, 'a single choice is no setting').toBeGreaterThan(1);
      expect(new Set(choices).size).toBe(choices.length);
    }
  });

  test('names are short dotted words, and stories from 2018 on can be told', () => {
    for (const [name] of settings) expect(name).toMatch(/^[a-zA-Z]+(\.[a-zA-Z0-9-]+)*$/);
    expect(SETTINGS_IN_FORCE_SINCE).toBe('2018-01-01');
  });
});
