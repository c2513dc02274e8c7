import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeLetter } from '../../src/letters/letter.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import {
  connected,
  given,
  offerIssued,
  oldSupplyCut,
  paid,
  ready,
  type Story,
  until,
  untold,
  worksCompleted,
} from '../builders/index.ts';
import { BEGINNINGS } from '../workflows/walk/beginnings.ts';
import { take } from '../workflows/walk/walk.ts';
import { lettersIn } from './support/story-letters.ts';

/** Walks through the chart at random; LETTER_WALKS makes it longer. */
const RUNS = Number(process.env.LETTER_WALKS ?? 40);

const MOST_ROUNDS = 10;

const moves = fc.array(fc.record({ seed: fc.nat(), days: fc.constantFrom(0, 1, 2, 5, 20) }), {
  minLength: 10,
  maxLength: 40,
  size: 'max',
});

/** Ends that walks seldom reach. */
const TOLD: readonly (() => Story)[] = [
  () => given(offerIssued('2025-03-10'), until('2025-05-01'), paid('2025-05-02', '100.00')),
  () =>
    given(
      BEGINNINGS.building!,
      worksCompleted('2025-05-01'),
      ready('2025-05-02'),
      connected('2025-05-05'),
      oldSupplyCut('2025-05-06'),
    ),
];

/** Published on the site. */
const NOT_BY_EVENTS = ['N-GTC'];

test('whatever happens to a case, each letter that it sends can be written', async () => {
  const written = new Set<string>();
  const writeAll = async (story: Story): Promise<void> => {
    for (const { notice, model } of (await lettersIn(story)).letters) {
      writeLetter(model);
      written.add(notice);
    }
  };
  for (const told of TOLD) await writeAll(told());
  const missing = () => OPERATOR_NOTICES.filter((notice) => !written.has(notice));
  // Which ways the dice find changes with every act: they are thrown again while a letter has not come.
  for (
    let round = 0;
    round === 0 || (missing().length > NOT_BY_EVENTS.length && round < MOST_ROUNDS);
    round += 1
  )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(BEGINNINGS)), moves, async (start, path) => {
        const story = path.reduce((told, move) => take(told, move).after, BEGINNINGS[start]!(untold()));
        await writeAll(story);
      }),
      { numRuns: RUNS, seed: 20250310 + round },
    );
  expect(missing()).toEqual(NOT_BY_EVENTS);
}, 300_000);
