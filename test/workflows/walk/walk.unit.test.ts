import fc from 'fast-check';
import { test } from 'vitest';
import { replay, sameState } from '../../../src/casework/decide/replay.ts';
import { type LawBook, lawBook } from '../../../src/law/law-book.ts';
import { type Story, untold, withSettings } from '../../builders/index.ts';
import { BEGINNINGS } from './beginnings.ts';
import { assertSound, hasEnded } from './invariants.ts';
import { recordedOf } from './recorded.ts';
import { type Move, take } from './walk.ts';

/** Walks of random legal and illegal acts on random days. WALK_RUNS makes it longer, WALK_SEED starts it elsewhere. */
const RUNS = Number(process.env.WALK_RUNS ?? 150);
const SEED = Number(process.env.WALK_SEED ?? 20250310);

const moves = fc.array(
  fc.record({
    seed: fc.nat(),
    days: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 5) },
      { weight: 2, arbitrary: fc.nat(35) },
      { weight: 1, arbitrary: fc.nat(100) },
    ),
  }),
  { minLength: 10, maxLength: 70, size: 'max' },
);

/** Little happens after an end: a few moves, then the next walk. */
const MOST_AFTER_THE_END = 8;

function walk(law: LawBook, start: string, path: readonly Move[]): Story {
  let story = BEGINNINGS[start]!(untold(law));
  const told: string[] = [];
  let movesAfterTheEnd = 0;
  for (const move of path) {
    const taken = take(story, move);
    told.push(
      `${taken.before.now} ${taken.type} ${taken.refusal ? `refused ${taken.refusal.code}` : 'done'}`,
    );
    try {
      assertSound(taken);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${told.join('\n')}`, { cause: error });
    }
    story = taken.after;
    if (hasEnded(story) && ++movesAfterTheEnd === MOST_AFTER_THE_END) break;
  }
  return story;
}

/** The law as delivered, and books in which several readings are turned the other way at once. */
const LAWS: Readonly<Record<string, LawBook>> = {
  'as delivered': lawBook(),
  'with people at the wheel': withSettings({
    'annulment.mode': 'propose',
    'nonPayment.auto': false,
    'warning.earliest': 'anytime',
    'refund.onExit': 'full',
  }),
  'with other clocks': withSettings({
    'suspension.length': 'sumOfDays',
    'forceMajeure.extendsTerm': true,
    'connectionClock.start': 'readinessOnly',
    'offerWindow.start': 'dispatch',
    'suspension.noticeCounting': 'includingFirstDay',
    'days.atLeast': 'dateDifference',
  }),
  'with other ends': withSettings({
    'notReady.end': 'automatic',
    'amendment.newWithdrawalPeriod': true,
    'connection.withholdWhileUnpaid': 'commonProjectOnly',
    'ownerChange.endsOn': 'dayOfChange',
    'works.inWithdrawalPeriod': 'allowed',
  }),
};

test.each(Object.keys(LAWS))(
  '%s: whatever happens in whatever order, the law of the house holds',
  (name) => {
    const law = LAWS[name]!;
    const begun = fc.constantFrom(...Object.keys(BEGINNINGS));
    const holds = fc.property(begun, moves, (start, path) => {
      const { happened, state } = walk(law, start, path);
      if (!sameState(replay(recordedOf(happened), law), state))
        throw new Error('The history does not replay to the same state.');
    });
    fc.assert(holds, { numRuns: name === 'as delivered' ? RUNS : Math.ceil(RUNS / 5), seed: SEED });
  },
  600_000,
);
