const MOST_KEPT = 20;

/** Answers by key, each worked out once and kept for a while; whoever asks meanwhile waits for the same. Real time: what
 *  is spared is the database's work. A failure is not kept. */
export function keptFor<Answer>(
  milliseconds: number,
): (key: string, workOut: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, { readonly answer: Promise<Answer>; readonly until: number }>();
  return (key, workOut) => {
    const known = kept.get(key);
    if (known && known.until > performance.now()) return known.answer;
    const answer = workOut();
    kept.delete(key);
    kept.set(key, { answer, until: performance.now() + milliseconds });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
