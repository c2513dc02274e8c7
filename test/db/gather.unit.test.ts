import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { gather } from '../../db/gather.ts';

/** A gathering whose batches end when the test says so. */
function watched({
  lanes = 1,
  most = 64,
  keyOf,
}: {
  lanes?: number;
  most?: number;
  keyOf?: (item: string) => string;
} = {}) {
  const batches: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const ask = gather<string, string>({
    lanes,
    most,
    ...(keyOf ? { keyOf } : {}),
    work: (items) => {
      const ended = Promise.withResolvers<readonly PromiseSettledResult<string>[]>();
      batches.push({
        items,
        end: (error) =>
          error
            ? ended.reject(error)
            : ended.resolve(
                items.map((item) =>
                  item.startsWith('bad')
                    ? { status: 'rejected', reason: new Error(item) }
                    : { status: 'fulfilled', value: item.toUpperCase() },
                ),
              ),
      });
      return ended.promise;
    },
  });
  return { ask, batches, items: () => batches.map(({ items }) => items) };
}

describe('what is asked for at the same time', () => {
  test('goes in one batch, and what comes while it is at work goes with the next', async () => {
    const { ask, batches, items } = watched();
    const first = [ask('a'), ask('b')];
    await turn();
    const later = [ask('c'), ask('d')];
    await turn();
    expect(items()).toEqual([['a', 'b']]);
    batches[0]!.end();
    expect(await Promise.all(first)).toEqual(['A', 'B']);
    await turn();
    expect(items()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    batches[1]!.end();
    expect(await Promise.all(later)).toEqual(['C', 'D']);
  });

  test('is shared among the free lanes, no more of them than there are', async () => {
    const { ask, items } = watched({ lanes: 3 });
    for (const one of 'abcdefg') void ask(one);
    await turn();
    for (const one of 'hi') void ask(one);
    await turn();
    expect(items()).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
      ['f', 'g'],
    ]);
  });

  test('fills no batch above its measure', async () => {
    const { ask, items, batches } = watched({ most: 2 });
    for (const one of 'abc') void ask(one);
    await turn();
    batches[0]!.end();
    await turn();
    await turn();
    expect(items()).toEqual([['a', 'b'], ['c']]);
  });

  test('never holds one key twice, and keeps the order within a key', async () => {
    const { ask, items, batches } = watched({ keyOf: (item) => item[0]! });
    for (const one of ['a1', 'a2', 'b1', 'a3']) void ask(one);
    for (const place of [0, 1, 2]) {
      await turn();
      await turn();
      batches[place]!.end();
    }
    expect(items()).toEqual([['a1', 'b1'], ['a2'], ['a3']]);
  });

  test('has an outcome each: one that is refused harms no other', async () => {
    const { ask, batches } = watched();
    const outcomes = Promise.allSettled([ask('a'), ask('bad'), ask('c')]);
    await turn();
    batches[0]!.end();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('fails together where the batch fails, and the next batch goes on', async () => {
    const { ask, batches } = watched();
    const failed = Promise.allSettled([ask('a'), ask('b')]);
    await turn();
    const next = ask('c');
    batches[0]!.end(new Error('the connection broke'));
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await turn();
    batches[1]!.end();
    expect(await next).toBe('C');
  });
});
