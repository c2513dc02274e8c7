import { type Recorded, replay } from '../../../src/casework/decide/replay.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import { dueAt } from '../../../workflows/deadlines/timer.ts';
import { situationOf } from '../../../workflows/step.ts';

/** Replays histories (JSON on standard input) on a server of whatever time zone `TZ` says, and prints what came of them. */

export function retold(history: readonly Recorded[]): unknown {
  const law = lawBook();
  const state = replay(history, law);
  const situation = situationOf(state);
  return {
    state,
    deadlines: deadlinesOf(situation, law).map(({ name, lastDay, earliestDay, state: stands }) => [
      name,
      lastDay?.toString() ?? earliestDay?.toString(),
      stands,
    ]),
    timers: timersOf(situation, law).map((timer) => [timer.name, dueAt(timer, law).toString()]),
  };
}

if (import.meta.main) {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const histories = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Recorded[][];
  process.stdout.write(
    JSON.stringify({ offset: new Date().getTimezoneOffset(), told: histories.map(retold) }),
  );
}
