/** What is asked of one case, or tried at one password, at once is done one after the other: two steps decided on the same
 *  version would only overtake each other, and the one that lost would be decided anew. Another process may still come first
 *  (`untilCommitted`). */
const lastOf = new Map<string, Promise<unknown>>();

export async function inTurn<T>(subject: string, work: () => Promise<T>): Promise<T> {
  const mine = (lastOf.get(subject) ?? Promise.resolve()).then(work);
  const ended = mine.catch(() => undefined);
  lastOf.set(subject, ended);
  try {
    return await mine;
  } finally {
    if (lastOf.get(subject) === ended) lastOf.delete(subject);
  }
}
