import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import { CHANNELS, deemedReceipt } from '../../src/law/deemed-receipt.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';

const POST_DAYS = DELIVERED_TERMS.parameters.postDays;
const receipt = (channel: (typeof CHANNELS)[number], sentOn: string) => {
  const { on, clause } = deemedReceipt(channel, day(sentOn), POST_DAYS);
  return [on.toString(), clause];
};

describe('16.4 when a written notice counts as handed over', () => {
  test.each([
    [
      'post: the 7th day, the day of dispatch is day 0 (OQ-NOT-2)',
      'post',
      '2025-04-10',
      '2025-04-17',
      'II.16.4.1',
    ],
    ['post over a leap day', 'post', '2024-02-26', '2024-03-04', 'II.16.4.1'],
    ['post over the end of a year', 'post', '2025-12-29', '2026-01-05', 'II.16.4.1'],
    ['post that arrives on Easter Sunday: no roll-forward', 'post', '2025-04-13', '2025-04-20', 'II.16.4.1'],
    ['by hand: the day of signature', 'hand', '2025-04-10', '2025-04-10', 'II.16.4.2'],
    ['portal: on sending', 'portal', '2025-04-10', '2025-04-10', 'II.16.4.3'],
    ['e-mail: on sending', 'email', '2025-04-12', '2025-04-12', 'II.16.4.3'],
  ] as const)('%s', (_, channel, sentOn, receivedOn, clause) => {
    expect(receipt(channel, sentOn)).toEqual([receivedOn, clause]);
  });

  test('another count agreed in the terms is followed', () => {
    expect(deemedReceipt('post', day('2025-04-10'), 3).on.toString()).toBe('2025-04-13');
  });

  test('no notice is received before it was sent, and each names its clause', () => {
    const anyDay = fc
      .integer({ min: 0, max: 6_500 })
      .map((offset) => day('2018-01-01').add({ days: offset }));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...CHANNELS), (sentOn, channel) => {
        const { on, clause } = deemedReceipt(channel, sentOn, POST_DAYS);
        expect(sentOn.until(on).days).toBe(channel === 'post' ? 7 : 0);
        expect(clause).toMatch(/^II\.16\.4\.[123]$/);
      }),
    );
  });
});
