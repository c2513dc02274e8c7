import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../../src/law/deemed-receipt.ts';
import {
  building,
  buildingUnpaid,
  factsOf,
  given,
  givenUnder,
  paid,
  until,
  when,
  withSettings,
  worksCompleted,
} from '../../../builders/index.ts';

describe('II.2.6 to II.2.8: completion', () => {
  test.each(CHANNELS)('by %s: dated by its notice, with the invitation and the final invoice', (channel) => {
    const story = given(building('2025-03-10'), worksCompleted('2025-08-10', { on: '2025-08-01', channel }));
    expect(story).toStand({ works: 'completed' });
    expect(factsOf(story)).toMatchObject({
      completedOn: '2025-08-10',
      finalInvoice: { issuedOn: '2025-08-10', amountGross: '0.00' },
    });
    expect(story).toHaveSent('N-COMPL', { times: 1 });
    expect(story).toHaveSent('N-FINALINV', { times: 1 });
    expect(story.happened.at(-1)?.effects).toContainEqual({ type: 'issueInvoice', kind: 'final' });
  });

  test('the final invoice asks for the rest and is due on its own day', () => {
    const story = given(
      buildingUnpaid('2025-03-10', { advanceGross: '1050.00' }),
      paid('2025-03-20', '1050.00'),
      worksCompleted('2025-08-10'),
    );
    expect(factsOf(story).finalInvoice).toEqual({
      issuedOn: '2025-08-10',
      dueOn: '2025-08-30',
      amountGross: '5000.00',
    });
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-08-30', state: 'running' });
    expect(when(story, until('2025-08-31'))).toStand({ payment: 'overdue' });
    expect(when(story, until('2025-12-01')), 'finished works: nothing ends by itself').toReach('in-force');
  });

  test('not dated before the works began or in the future', () => {
    const works = given(building('2025-03-10'));
    expect(when(works, worksCompleted('2025-08-10', { on: '2025-03-24' }))).toRefuse('too-early.on', {
      clause: 'II.2.7',
    });
    expect(when(works, worksCompleted('2025-08-10', { on: '2025-08-11' }))).toRefuse('invalid.on');
  });

  test('T-25: with less than fourteen days to the term the operator is told to offer an extension', () => {
    expect(given(building('2025-03-10', { termOn: '2025-09-30' }), worksCompleted('2025-09-17'))).toBeFlagged(
      'offer-to-extend-term',
    );
    expect(
      given(building('2025-03-10', { termOn: '2025-09-30' }), worksCompleted('2025-09-16')),
    ).not.toBeFlagged('offer-to-extend-term');
    const strict = givenUnder(
      withSettings({ 'readiness.minDays': 0 }),
      building('2025-03-10', { termOn: '2025-09-30' }),
      worksCompleted('2025-09-29'),
    );
    expect(strict).not.toBeFlagged('offer-to-extend-term');
  });
});
