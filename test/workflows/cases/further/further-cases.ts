import type { LifecycleCase } from '../case.ts';

type Given = Omit<LifecycleCase, 'id' | 'kind' | 'certainty'>;

/** Cases of one kind that the text itself decides, numbered behind their letters. */
export const furtherCases = (kind: string, letters: string, ...given: readonly Given[]): LifecycleCase[] =>
  given.map((one, k) => ({ id: `${letters}${k + 1}`, kind, certainty: 'text', ...one }));
