import type { Move } from './chart-model.ts';
import { asTitle } from './words.ts';

/** Which moves of a stage are drawn as arrows, and which are told in words at its foot. */

export interface ToldApart {
  readonly drawn: readonly Move[];
  readonly foot: readonly string[];
}

/** The same act from this many states to one and the same is told once instead of drawn so often. */
const MANY = 3;

const isAct = ({ event }: Move): boolean => event !== null && event !== 'deadline.passed';

const nameOf = (id: string): string => asTitle(id.split('.').at(-1)!);

/** An arrow from a frame to a state inside it, and many arrows of one kind, cannot be read: both are told in words. */
export function toldApart(stage: string, moves: readonly Move[]): ToldApart {
  const isInside = (id: string | null): boolean => id?.startsWith(`${stage}.`) ?? false;
  const fromAll = moves.filter(({ from, to }) => from === stage && isInside(to));
  const sameWay = Map.groupBy(
    moves.filter((move) => isAct(move) && isInside(move.from) && isInside(move.to) && move.from !== move.to),
    ({ event, to }) => `${event} → ${nameOf(to!)}`,
  );
  const often = [...sameWay].filter(([, same]) => new Set(same.map(({ from }) => from)).size >= MANY);
  const inWords = new Set([...fromAll, ...often.flatMap(([, same]) => same)]);
  return {
    drawn: moves.filter((move) => !inWords.has(move) && move.from !== move.to),
    foot: [
      ...new Set(fromAll.map(({ event, to }) => `in each of these: ${event} → ${nameOf(to!)}`)),
      ...often.map(
        ([what, same]) => `${what}, from ${[...new Set(same.map(({ from }) => nameOf(from)))].join(', ')}`,
      ),
    ],
  };
}
