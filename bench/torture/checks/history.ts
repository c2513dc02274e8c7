import { isDeepStrictEqual } from 'node:util';
import { sameState } from '../../../src/casework/decide/replay.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { type CaseEvidence, type Evidence, type Finding, retold } from './evidence.ts';

/** Every history is gapless, in the order of time, and replays to the stored case. */
export function historiesReplay({ cases, law }: Evidence): Finding {
  const wrong = cases.flatMap((one) => {
    const { number } = one.row;
    const found = brokenOrder(one);
    if (found) return [`${number}: ${found}`];
    try {
      const last = [...retold(one, law)].at(-1);
      const same = last && sameState(last.happened.state, one.row.snapshot as CaseState);
      return same ? [] : [`${number}: the stored case is not what its history says`];
    } catch (error) {
      return [`${number}: the history cannot happen: ${error}`];
    }
  });
  return { check: 'every history replays to the stored case', looked: cases.length, wrong };
}

function brokenOrder({ row, history }: CaseEvidence): string | null {
  const expected = history.map((_, index) => index + 1);
  if (
    !isDeepStrictEqual(
      history.map(({ seq }) => seq),
      expected,
    )
  )
    return 'the history has a gap';
  if (history.length !== row.version) return `version ${row.version} with ${history.length} events`;
  const early = history.find(
    ({ at }, index) =>
      index > 0 &&
      Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(history[index - 1]!.at)) < 0,
  );
  return early ? `event ${early.seq} is dated before the one that it follows` : null;
}
