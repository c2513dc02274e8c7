import { describe, expect, test } from 'vitest';
import { errandOf } from '../../../src/casework/carry-out/carry-out.ts';
import type { Known } from '../../../src/casework/carry-out/errand.ts';
import { NO_INVOICES } from '../../../src/casework/carry-out/invoices.ts';
import { planOf, rowsOf } from '../../../src/casework/carry-out/plan.ts';
import type { Decided } from '../../../src/casework/happened.ts';
import {
  act,
  applicationWithdrawn,
  complained,
  complaintAnswered,
  detailsChanged,
  evaluating,
  given,
  issued,
  letterFailed,
  offerIssued,
  type Part,
  paid,
  refundDecided,
  refundPaid,
  until,
} from '../../builders/index.ts';

/** What a step takes that brings something about beside the case: asked once, from the effects of its events. */

const PLACE = { id: 'c1', number: 'P-2025-000001', ownerAccount: null, partyCode: null };

/** The last event of a story as a step of its own. */
function lastStep(...parts: [Part, ...Part[]]): Decided {
  const before = given(...(parts.slice(0, -1) as [Part, ...Part[]]));
  const after = given(...parts);
  const from = { state: before.state, version: before.version };
  const happened = after.happened.slice(before.happened.length);
  return {
    place: PLACE,
    from,
    happened,
    follows: { deadlines: [], timers: [] },
    moment: { at: after.now, law: after.law },
  };
}

const planOfLast = (...parts: [Part, ...Part[]]) => planOf(lastStep(...parts));

describe('what a step takes', () => {
  const offer = offerIssued('2025-03-10');

  test('an event without effects takes nothing', () => {
    expect(planOfLast(offer, complained('2025-03-11'))).toMatchObject({
      errands: [],
      asksWish: false,
      invoices: 'none',
      changes: false,
    });
  });

  test('II.16.4: a letter whose act leaves the channel open asks for the customer’s wish, another does not', () => {
    expect(planOfLast(offer, complained('2025-03-11'), complaintAnswered('2025-03-12'))).toMatchObject({
      asksWish: true,
      invoices: 'none',
    });
    const named = issued('2025-03-11', { channel: 'post' });
    expect(planOfLast(evaluating('2025-03-10'), named)).toMatchObject({
      asksWish: false,
    });
  });

  test('II.10: an invoice that is issued or voided draws numbers', () => {
    expect(planOf(lastStep(evaluating('2025-03-10'), issued('2025-03-10')))).toMatchObject({
      invoices: 'drawn',
    });
    expect(planOfLast(offer, applicationWithdrawn('2025-03-12'))).toMatchObject({ invoices: 'drawn' });
  });

  test('II.11.3, II.16.4.3: a warning that says how to pay, and a letter that goes out again, read the invoices', () => {
    expect(planOfLast(offer, until('2025-04-15'))).toMatchObject({ invoices: 'standing' });
    expect(planOfLast(offer, letterFailed('2025-03-12', 'N-OFFER'))).toMatchObject({ invoices: 'standing' });
  });

  test('II.16.6: changed details change letters that stand, and nothing else does', () => {
    const changed = detailsChanged('2025-03-12', { postalAddress: 'Ozolu iela 5, Cēsis, LV-4101' });
    expect(planOfLast(offer, changed)).toMatchObject({ changes: true, invoices: 'none' });
    expect(planOfLast(offer, complained('2025-03-11'))).toMatchObject({ changes: false });
  });
});

describe('what a step writes beside the case', () => {
  const known: Known = { compose: (notice) => ({ notice }), wish: null, named: null, invoices: NO_INVOICES };

  test('money that came in and money that went back, each once', () => {
    const in_ = planOfLast(offerIssued('2025-03-10'), paid('2025-03-12', '100.00', { account: 'other' }));
    expect(rowsOf(in_, known).receipts).toEqual([
      {
        ...{ seq: in_.happened[0]!.event.seq, k: 0, kind: 'received', amount: '100.00', on: '2025-03-12' },
        ...{ reference: '', account: 'other', counts: false },
      },
    ]);
    const back = planOfLast(
      offerIssued('2025-03-10', { gross: '6050.00' }),
      paid('2025-03-12', '100.00'),
      applicationWithdrawn('2025-03-13'),
      refundDecided('2025-03-14', '100.00', '0.00'),
      refundPaid('2025-03-15', '100.00'),
    );
    expect(rowsOf(back, known).receipts).toMatchObject([
      { kind: 'paid-back', amount: '100.00', on: '2025-03-15', reference: null, account: null, counts: true },
    ]);
  });

  test('a letter bears the number of its event and its place among the effects', () => {
    const plan = planOfLast(evaluating('2025-03-10'), issued('2025-03-10'));
    const { event, effects } = plan.happened.at(-1)!;
    const letters = effects.flatMap((effect, k) =>
      effect.type === 'sendNotice' ? [{ id: `c1-${event.seq}-${k}`, notice: effect.notice }] : [],
    );
    expect(letters.map(({ notice }) => notice)).toEqual(['N-OFFER', 'N-ADVINV']);
    expect(rowsOf(plan, known).notices.map(({ id, notice }) => ({ id, notice }))).toEqual(letters);
  });

  test('II.16.4: a letter that has left counts from its day, and no earlier than was assumed', () => {
    const offer = offerIssued('2025-03-10', { channel: 'post' });
    const dispatched = act(
      '2025-03-14',
      'notice.dispatched',
      { noticeId: 'n1', on: '2025-03-14' },
      {
        computed: ({ happened }) => ({
          dispatchedNotice: { notice: 'N-OFFER', seq: happened.at(-1)!.event.seq, channel: 'post' },
        }),
      },
    );
    const plan = planOfLast(offer, dispatched);
    const letter = { id: 'n1', channel: 'post', deemedReceivedOn: '2025-03-17', receiptClause: 'II.16.4.1' };
    const rows = rowsOf(plan, { ...known, named: letter as Known['named'] });
    expect(rows.deliveries).toMatchObject([{ id: 'n1', deliveredState: 'posted', wakeAt: null }]);
    expect(rows.deliveries[0]!.deemedReceivedOn! > '2025-03-17').toBe(true);
    expect(rowsOf(plan, known).deliveries).toEqual([]);
  });
});

test('an order that nobody knows is not passed over in silence', () => {
  const step = lastStep(offerIssued('2025-03-10'), complained('2025-03-11'));
  const [happened] = step.happened;
  const occasion = { step, happened: happened!, before: step.from.state.facts, k: 0 };
  expect(() => errandOf({ type: 'ringTheBell' } as never, occasion)).toThrow(/ringTheBell/);
});
