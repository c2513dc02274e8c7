import { setTimeout as sleep } from 'node:timers/promises';
import { CaseHasMoved, IdempotencyKeyTaken } from '../../../db/errors.ts';
import { refusalOfRush } from '../answers.ts';

/** How often a step is decided anew when another one came first. */
const TRIES = 20;
const LONGEST_PAUSE_MS = 100;

/** Repeats a read-decide-commit round while other steps, or the same request a second time, come first. */
export async function untilCommitted<T>(round: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await round();
    } catch (error) {
      if (!(error instanceof CaseHasMoved) && !(error instanceof IdempotencyKeyTaken)) throw error;
      if (tries === TRIES) throw refusalOfRush();
      await sleep(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS));
    }
  }
}
