import fc from 'fast-check';
import { test } from 'vitest';
import { replay, sameState } from '../../../src/casework/replay.ts';
import { type Story, untold } from '../../builders/index.ts';
import { BEGINNINGS } from './beginnings.ts';
import { assertSound, hasEnded } from './invariants.ts';
import { recordedOf } from './recorded.ts';
import { type Move, take } from './walk.ts';

/** Walks of random legal and illegal acts on random days. WALK_RUNS makes it longer, WALK_SEED starts it elsewhere. */
const RUNS = Number(process.env.WALK_RUNS ?? 250);
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

function walk(start: string, path: readonly Move[]): Story {
  let story = BEGINNINGS[start]!(untold());
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

test('ledger 2.2 and 11: whatever happens in whatever order, the law of the house holds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(BEGINNINGS)), moves, (start, path) => {
      const { happened, law, state } = walk(start, path);
      if (!sameState(replay(recordedOf(happened), law), state))
        throw new Error('The history does not replay to the same state.');
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 600_000);
