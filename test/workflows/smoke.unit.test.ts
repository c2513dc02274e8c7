import { expect, test } from 'vitest';
import {
  annulled,
  given,
  givenUnder,
  offerIssued,
  until,
  warned,
  when,
  withSettings,
} from '../builders/index.ts';

test('II.11.3: smoke', () => {
  expect(given(offerIssued('2025-03-10'), until('2025-06-01'))).toReach('annulled');
  const story = givenUnder(
    withSettings({ 'annulment.mode': 'propose' }),
    offerIssued('2025-03-10'),
    warned('2025-04-10'),
  );
  expect(when(story, annulled('2025-04-20'))).toRefuse('annulment.too-early', {
    allowedFrom: '2025-04-21',
    clause: 'II.11.3',
  });
  expect(when(story, annulled('2025-04-21'))).toReach('annulled');
});
