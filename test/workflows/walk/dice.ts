/** Numbers that look thrown, from a seed: the same seed throws the same. */
export interface Dice {
  /** A whole number from 0 to below `sides`. */
  below(sides: number): number;
  chance(percent: number): boolean;
  oneOf<T>(choices: readonly T[]): T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number) => Math.floor(next() * sides);
  return {
    below,
    chance: (percent) => below(100) < percent,
    oneOf: (choices) => choices[below(choices.length)]!,
  };
}
