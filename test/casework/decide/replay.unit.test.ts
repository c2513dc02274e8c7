import { describe, expect, test } from 'vitest';
import { type Recorded, replay, sameState } from '../../../src/casework/decide/replay.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { partyFor } from '../../../workflows/acts/act.ts';
import { actOf } from '../../../workflows/events.ts';
import { NEW_CASE } from '../../../workflows/step.ts';
import {
  act,
  bothAgree,
  completed,
  connected,
  given,
  offerIssued,
  paid,
  ready,
  until,
} from '../../builders/index.ts';
import { recordedOf } from '../../workflows/walk/recorded.ts';

/** The history is the truth: a case rebuilt from it equals the one that was lived. */

const law = lawBook();

describe('replay', () => {
  test.each([
    [
      'straight through',
      given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'), connected('2025-08-25')),
    ],
    [
      'annulled by the clock and reinstated',
      given(
        offerIssued('2025-03-10'),
        until('2025-05-01'),
        bothAgree('2025-05-10', 'application.reinstated', { agreement: 'x' }),
      ),
    ],
    ['a quote in the event', given(offerIssued('2025-03-10', { gross: '6050.00' }), paid('2025-03-20'))],
  ])('%s', (_name, { happened, state }) => {
    expect(sameState(replay(recordedOf(happened), law), state)).toBe(true);
  });

  test('no history, no case', () => {
    expect(replay([], law)).toEqual(NEW_CASE);
  });

  test('a part of the history gives the state of that time', () => {
    const { happened } = given(completed('2025-03-10', '2025-08-10'));
    for (const [k, { state }] of happened.entries())
      expect(sameState(replay(recordedOf(happened).slice(0, k + 1), law), state)).toBe(true);
  });

  test('a history that was tampered with is another case, or none', () => {
    const { happened, state } = given(offerIssued('2025-03-10'), paid('2025-03-20'));
    const rows = recordedOf(happened);
    const paidLess = rows.map(
      (row): Recorded =>
        row.type === 'payment.received'
          ? { ...row, data: { ...(row.data as object), amount: '6049.99' } }
          : row,
    );
    expect(sameState(replay(paidLess, law), state)).toBe(false);
    expect(() =>
      replay(
        rows.filter(({ type }) => type !== 'application.submitted'),
        law,
      ),
    ).toThrow();
  });

  test('the consent of one side stays that side’s, by whomever it was entered', () => {
    const { happened, state } = given(
      offerIssued('2025-03-10'),
      paid('2025-03-20'),
      act('2025-05-01', 'termination.agreed', { agreement: 'x' }, { role: 'customer' }),
    );
    const again = replay(recordedOf(happened), law);
    expect(again.facts.consents['termination.agreed']?.by).toBe('customer');
    expect(sameState(again, state)).toBe(true);
  });
});

describe('on whose behalf somebody acts', () => {
  test.each([
    ['customer', 'offer.objected', 'customer'],
    ['service', 'readiness.confirmed', 'customer'],
    ['service', 'owner.changed', 'customer'],
    ['service', 'contract.terminated', 'operator'],
    ['service', 'termination.agreed', 'operator'],
    ['engineer', 'term.extended', 'operator'],
    ['service', 'contract.signed', 'customer'],
    ['engineer', 'contract.signed', 'operator'],
    ['clock', 'deadline.passed', 'operator'],
  ] as const)('%s, %s: the %s', (role, type, party) => {
    expect(partyFor(actOf(type), role)).toBe(party);
  });
});
