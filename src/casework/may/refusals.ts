import { Refusal } from '../../law/refusal.ts';
import type { Allowed, Missing } from './may.ts';

/** What is missing, as it is answered. */
export const refusalFor = ({ code, clause, how }: Missing): Refusal =>
  new Refusal({ code, kind: 'forbidden', ...(clause ? { clause } : {}), detail: how });

/** @throws Refusal `forbidden` */
export function assertAllowed(answer: Allowed | Missing): asserts answer is Allowed {
  if ('missing' in answer) throw refusalFor(answer);
}
