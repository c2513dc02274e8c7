import { setImmediate as otherWork } from 'node:timers/promises';

/** Runs what it is given one after the other and lets requests through in between: a document takes its time on the one
 *  thread that also answers them. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => otherWork()).then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
