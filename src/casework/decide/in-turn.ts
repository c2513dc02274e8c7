/** What is asked of one case at once is done one after the other: two steps decided on the same version would only overtake
 *  each other, and the one that lost would be decided anew. Another process may still come first (`untilCommitted`). */
const lastOf = new Map<string, Promise<unknown>>();

export async function inTurn<T>(caseId: string, work: () => Promise<T>): Promise<T> {
  const mine = (lastOf.get(caseId) ?? Promise.resolve()).then(work);
  const ended = mine.catch(() => undefined);
  lastOf.set(caseId, ended);
  try {
    return await mine;
  } finally {
    if (lastOf.get(caseId) === ended) lastOf.delete(caseId);
  }
}
