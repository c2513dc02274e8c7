/** The model-based walk of test/workflows/walk for millions of steps: random legal and illegal acts on random days, every
 *  step checked against the invariants. Says how many steps were walked; fails at the first that is not sound.
 *
 *      node bench/walk/run.ts [--quick] [--steps 1000000] [--seed 1] [--minutes 60] */
import { registerHooks } from 'node:module';
import { lawBook } from '../../src/law/law-book.ts';
import { print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';

// The builders of the tests add matchers to the test runner, which is not here.
const NO_RUNNER = 'data:text/javascript,export const expect = { extend() {} };';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' ? { url: NO_RUNNER, shortCircuit: true } : next(specifier, context),
});
const { untold } = await import('../../test/builders/story.ts');
const { BEGINNINGS } = await import('../../test/workflows/walk/beginnings.ts');
const { dice } = await import('../../test/workflows/walk/dice.ts');
const { assertSound, hasEnded } = await import('../../test/workflows/walk/invariants.ts');
const { take } = await import('../../test/workflows/walk/walk.ts');

const options = readOptions(['steps', 'seed', 'minutes']);
const steps = options.number('steps', 1_000_000, 20_000);
const seed = options.number('seed', 20_250_310);
const until = performance.now() + options.number('minutes', 60, 1) * 60_000;

const LONGEST_WALK = 70;
const MOST_AFTER_THE_END = 8;
const law = lawBook();
const starts = Object.entries(BEGINNINGS);
const throws = dice(seed);
const started = performance.now();
let walked = 0;
let walks = 0;
let happened = 0;
let refused = 0;

while (walked < steps && performance.now() < until) {
  const [name, beginning] = throws.oneOf(starts);
  let story = beginning(untold(law));
  let afterTheEnd = 0;
  const told: string[] = [];
  for (let i = 0; i < LONGEST_WALK && afterTheEnd < MOST_AFTER_THE_END; i += 1) {
    const move = {
      seed: throws.below(2 ** 31),
      days: throws.chance(80) ? throws.below(6) : throws.below(61),
    };
    const taken = take(story, move);
    told.push(`${taken.before.now} ${taken.type} ${taken.refusal?.code ?? 'done'}`);
    try {
      assertSound(taken);
    } catch (error) {
      throw new Error(`${name}, walk ${walks}: ${(error as Error).message}\n${told.join('\n')}`, {
        cause: error,
      });
    }
    walked += 1;
    if (taken.refusal) refused += 1;
    else happened += 1;
    story = taken.after;
    if (hasEnded(story)) afterTheEnd += 1;
  }
  walks += 1;
  if (walks % 2_000 === 0) say(`${walked} steps in ${walks} walks`);
}
const perSecond = (walked * 1000) / (performance.now() - started);
print({ name: 'walk: steps, every invariant held', value: walked, unit: 'steps', n: walks });
print({ name: 'walk: acts that happened', value: happened, unit: 'steps', n: walks });
print({ name: 'walk: acts that were refused', value: refused, unit: 'steps', n: walks });
print({ name: 'walk: speed', value: Number(perSecond.toPrecision(4)), unit: 'steps/s', n: 1 });
