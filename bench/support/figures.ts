/** A figure of a bench: the median of its rounds, and what it is beside another figure of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Rounds that the median is of. */
  readonly n: number;
  readonly least?: number;
  readonly most?: number;
  /** Median of the ratios round by round: a machine whose speed drifts slows both sides of a round alike. */
  readonly ratio?: number;
  /** The figure that the ratio is to. */
  readonly to?: string;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const brief = (value: number): number => Number(value.toPrecision(4));

export function figureOf(
  name: string,
  unit: string,
  rounds: readonly number[],
  beside?: { readonly name: string; readonly rounds: readonly number[] },
): Figure {
  return {
    name,
    value: brief(median(rounds)),
    unit,
    n: rounds.length,
    ...(rounds.length > 1 ? { least: brief(Math.min(...rounds)), most: brief(Math.max(...rounds)) } : {}),
    ...(beside
      ? {
          ratio: brief(median(rounds.map((value, round) => value / beside.rounds[round]!))),
          to: beside.name,
        }
      : {}),
  };
}

/** One JSON line a figure, on standard output; what is said meanwhile goes to standard error. */
export const print = (figure: Figure): void => console.log(JSON.stringify(figure));
export const say = (words: string): void => console.error(words);

/** What each of several ways gives, round by round in turn, so that a busy machine slows them alike. */
export async function inTurns(
  ways: Readonly<Record<string, () => Promise<number>>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const measured = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const value = await way();
      say(`${name}: ${brief(value)}`);
      measured.get(name)!.push(value);
    }
  }
  return measured;
}

/** How many times a second `work` ends, done by so many callers at once for so long. */
export async function perSecond(
  callers: number,
  milliseconds: number,
  work: (caller: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const until = started + milliseconds;
  let done = 0;
  const call = async (caller: number): Promise<void> => {
    while (performance.now() < until) {
      await work(caller);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  return (done * 1000) / (performance.now() - started);
}
