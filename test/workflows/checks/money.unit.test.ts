import { expect, test } from 'vitest';
import { factsOf, given, offerIssued, type Part, paid, until, when } from '../../builders/index.ts';

/** Money counts by the day on which it arrived, in the amount that was asked for (II.10.2, II.11.3, II.11.5). */

test('II.11.5: the share is reached on the day of the money, in whatever order it was booked', () => {
  const reached = (...booked: Part[]) => factsOf(given(offerIssued('2025-03-10'), ...booked)).inForceOn;
  expect(
    reached(paid('2025-03-20', '6000.00'), paid('2025-03-21', '50.00', { receivedOn: '2025-03-15' })),
  ).toBe('2025-03-20');
  expect(
    reached(paid('2025-03-20', '50.00'), paid('2025-03-21', '6000.00', { receivedOn: '2025-03-15' })),
  ).toBe('2025-03-20');
  expect(reached(paid('2025-03-15', '50.00'), paid('2025-03-21', '6000.00'))).toBe('2025-03-21');
});

test('II.11.3, T-10: where no advance was asked for, some money is none of the three acts', () => {
  const story = given(offerIssued('2025-03-10', { advanceGross: '0.00' }), paid('2025-03-11', '10.00'));
  expect(story).toReach('offered');
  expect(when(story, until('2025-04-10T00:30'))).toReach('annulment-warned');
});
