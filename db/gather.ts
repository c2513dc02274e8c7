/** Does together what is asked for at the same time. What is asked while nothing is at work begins at once; what comes while
 *  every lane is at work waits and goes with the next batch. */

export interface Gathering<Item, Result> {
  /** Batches that are at work at once, each on a connection of its own. */
  readonly lanes: number;
  /** Items of one batch. */
  readonly most: number;
  /** Two items of one key never go in one batch. */
  keyOf?(item: Item): string;
  /** One outcome an item, in their order; where it throws, no item was done. */
  work(items: readonly Item[]): Promise<readonly PromiseSettledResult<Result>[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: PromiseWithResolvers<Result>;
}

export function gather<Item, Result>(gathering: Gathering<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let atWork = 0;
  let asked = false;

  function take(): readonly Waiting<Item, Result>[] {
    // What waits is shared among the free lanes: they work while the next is decided.
    const most = Math.min(gathering.most, Math.ceil(waiting.length / (gathering.lanes - atWork)));
    const keys = new Set<string>();
    const taken: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    for (const one of waiting) {
      const key = gathering.keyOf?.(one.item);
      const goes = taken.length < most && (key === undefined || !keys.has(key));
      (goes ? taken : left).push(one);
      if (key !== undefined) keys.add(key);
    }
    waiting = left;
    return taken;
  }

  async function run(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await gathering.work(batch.map(({ item }) => item));
      for (const [place, { settle }] of batch.entries()) {
        const outcome = outcomes[place]!;
        if (outcome.status === 'fulfilled') settle.resolve(outcome.value);
        else settle.reject(outcome.reason);
      }
    } catch (error) {
      for (const { settle } of batch) settle.reject(error);
    } finally {
      atWork -= 1;
      askForBatches();
    }
  }

  /** After everything that this turn of the event loop brought: requests that came together go together. */
  function askForBatches(): void {
    if (asked || waiting.length === 0) return;
    asked = true;
    setImmediate(() => {
      asked = false;
      while (waiting.length > 0 && atWork < gathering.lanes) {
        const batch = take();
        atWork += 1;
        void run(batch);
      }
    });
  }

  return (item) => {
    const settle = Promise.withResolvers<Result>();
    waiting.push({ item, settle });
    askForBatches();
    return settle.promise;
  };
}

/** One gathering a database, made when it is first asked for. */
export function gatheredPer<Owner extends object, Item, Result>(
  of: (owner: Owner) => Gathering<Item, Result>,
): (owner: Owner, item: Item) => Promise<Result> {
  const known = new WeakMap<Owner, (item: Item) => Promise<Result>>();
  return (owner, item) => {
    let ask = known.get(owner);
    if (!ask) {
      ask = gather(of(owner));
      known.set(owner, ask);
    }
    return ask(item);
  };
}
