import { createHash } from 'node:crypto';

/** Choices that a seed repeats. Every concern draws from a stream of its own, named after it: how fast one of them runs
 *  changes nothing about what the others choose. */
export interface Random {
  /** From 0 to just below 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of them, each as likely as its weight says. */
  weighted<T>(from: readonly T[], weightOf: (one: T) => number): T;
  shuffled<T>(from: readonly T[]): T[];
}

export function randomOf(seed: number, stream: string): Random {
  let state = createHash('sha256').update(`${seed} ${stream}`).digest().readUInt32LE(0);
  // mulberry32: small, and good enough to choose among a handful.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)]!,
    weighted(from, weightOf) {
      let left = next() * from.reduce((sum, one) => sum + weightOf(one), 0);
      for (const one of from) {
        left -= weightOf(one);
        if (left < 0) return one;
      }
      return from.at(-1)!;
    },
    shuffled(from) {
      const all = [...from];
      for (let i = all.length - 1; i > 0; i -= 1) {
        const j = whole(0, i);
        [all[i], all[j]] = [all[j]!, all[i]!];
      }
      return all;
    },
  };
}
