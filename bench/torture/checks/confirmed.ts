import { type Asked, confirmed } from '../ask.ts';
import type { Evidence, Finding } from './evidence.ts';

/** Events that come of themselves with what somebody asked for. */
const BY_PRODUCTS: ReadonlySet<string> = new Set(['customer.identified']);

/** Who asked for what in which case, as one word. */
const actWord = (caseId: string, type: string, actor: string): string => `${caseId} ${type} by ${actor}`;

interface Wanted {
  readonly word: string;
  readonly mark: string;
  /** Where the request itself carries the mark into the history. */
  readonly isMarked: boolean;
}

/** The act that a confirmed request made happen; null: it made nothing happen yet. */
function wantedBy(one: Asked, byApproval: ReadonlyMap<string, Asked>): Wanted | null {
  const answer = confirmed(one);
  if (!answer || answer.status === 202) return null;
  const { id } = answer.body as { id?: string };
  const { key: mark } = one;
  if (/\/cases$/.test(one.path))
    return { word: actWord(id!, 'application.submitted', one.user), mark, isMarked: true };
  const first = byApproval.get(/\/approvals\/(.+)$/.exec(one.path)?.[1] ?? '') ?? one;
  const { type } = first.body as { type: string };
  return {
    word: actWord(id!, type, first.user),
    mark: first.key,
    isMarked: JSON.stringify(first.body).includes(first.key),
  };
}

/** Every confirmed request is in the history once, and nothing else that a person did. */
export function confirmedEventsAreThereOnce(asked: readonly Asked[], { cases }: Evidence): Finding {
  const byApproval = new Map<string, Asked>();
  for (const one of asked) {
    const { approvalId } = (confirmed(one)?.body ?? {}) as { approvalId?: string };
    if (approvalId) byApproval.set(approvalId, one);
  }
  const wanted = asked.map((one) => wantedBy(one, byApproval)).filter((one) => one !== null);
  const happened = cases.flatMap(({ row, history }) =>
    history
      .filter(({ role, type }) => role !== 'clock' && !BY_PRODUCTS.has(type))
      .map(({ type, actor, data }) => ({ word: actWord(row.id, type, actor), data: JSON.stringify(data) })),
  );
  const wrong: string[] = [];
  const wantedByWord = Map.groupBy(wanted, ({ word }) => word);
  const happenedByWord = Map.groupBy(happened, ({ word }) => word);
  for (const word of new Set([...wantedByWord.keys(), ...happenedByWord.keys()])) {
    const [confirmedTimes, foundTimes] = [wantedByWord, happenedByWord].map(
      (by) => by.get(word)?.length ?? 0,
    );
    if (confirmedTimes !== foundTimes)
      wrong.push(`${word}: confirmed ${confirmedTimes} times, in the history ${foundTimes} times`);
  }
  for (const { word, mark, isMarked } of wanted) {
    if (!isMarked) continue;
    const found = (happenedByWord.get(word) ?? []).filter(({ data }) => hasMark(data, mark)).length;
    if (found !== 1) wrong.push(`${word}: the request ${mark} is in the history ${found} times`);
  }
  return { check: 'every confirmed event is in the history once', looked: wanted.length, wrong };
}

/** `t1-2` is not in `t1-23`. */
const hasMark = (data: string, mark: string): boolean => new RegExp(`\\b${mark}(?![\\d-])`).test(data);

/** Deliveries of one request that were answered with success were answered alike. */
export function sameRequestSameAnswer(asked: readonly Asked[]): Finding {
  let looked = 0;
  const wrong: string[] = [];
  for (const { key, path, answers } of asked) {
    const successes = answers.filter(({ status }) => status < 300);
    if (successes.length < 2) continue;
    looked += 1;
    const different = new Set(successes.map(({ status, body }) => `${status} ${JSON.stringify(body)}`));
    if (different.size > 1) wrong.push(`${path} under ${key} was answered in ${different.size} ways`);
  }
  return { check: 'a request delivered again has the same answer', looked, wrong };
}

/** With everything well again, what was in doubt is known. */
export function nothingIsInDoubt(asked: readonly Asked[]): Finding {
  const wrong = asked
    .filter((one) => !one.answers.some(({ status }) => status < 500))
    .map(
      ({ key, path, answers }) => `${path} under ${key}: ${JSON.stringify(answers.at(-1) ?? 'no answer')}`,
    );
  return { check: 'every request has an answer in the end', looked: asked.length, wrong };
}
