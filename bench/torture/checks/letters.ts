import type { Struck } from '../faults.ts';
import type { Arrived } from '../relay.ts';
import { type Evidence, type Finding, retold } from './evidence.ts';

/** Every event has the letters that the law asks of it, each once in the outbox. */
export function everyEventHasItsLetters({ cases, law }: Evidence): Finding {
  let looked = 0;
  const wrong: string[] = [];
  for (const one of cases) {
    const written = Map.groupBy(one.notices, ({ seq }) => seq);
    for (const { row, happened } of retold(one, law)) {
      const asked = happened.effects
        .flatMap((effect) => (effect.type === 'sendNotice' ? [String(effect.notice)] : []))
        .sort();
      const found = (written.get(row.seq) ?? []).map(({ notice }) => notice).sort();
      looked += found.length;
      if (asked.join() !== found.join())
        wrong.push(`${one.row.number}, event ${row.seq} ${row.type}: [${found}] for [${asked}]`);
    }
  }
  return { check: 'every event has its letters', looked, wrong };
}

/** Every letter by e-mail reached the relay, or waits for a person with its reason; each has one document. */
export function noLetterIsLost({ cases, documents }: Evidence, arrived: readonly Arrived[]): Finding {
  const taken = Map.groupBy(
    arrived.filter(({ answered }) => answered),
    ({ messageId }) => messageId,
  );
  const documentsOf = Map.groupBy(documents, ({ caseId }) => caseId);
  let looked = 0;
  const wrong: string[] = [];
  for (const { row, notices } of cases) {
    for (const letter of notices) {
      looked += 1;
      const where = `${row.number}, ${letter.notice} ${letter.id} (${letter.channel})`;
      const reached = letter.messageId !== null && taken.has(letter.messageId);
      const isForStaff = letter.deliveredState === 'dead' && letter.lastError !== null;
      if (letter.wakeAt !== null)
        wrong.push(`${where}: still waits, ${letter.deliveredState}, ${letter.lastError ?? 'in a hand'}`);
      if (letter.channel === 'email' && !reached && !isForStaff)
        wrong.push(`${where}: ${letter.deliveredState}, never reached the relay`);
      if (letter.deliveredState === 'sent' && !reached) wrong.push(`${where}: said to be sent`);
    }
    const made = documentsOf.get(row.id)?.map(({ id }) => id) ?? [];
    const named = new Set(notices.flatMap(({ documentId }) => documentId ?? []));
    // A letter that got another address after a try that failed leaves the document of that try behind.
    const unnamed = made.filter(
      (id) =>
        !named.has(id) &&
        !notices.some((letter) => id.startsWith(letter.id) && letter.documentId !== letter.id),
    );
    if (named.size !== notices.length || named.difference(new Set(made)).size > 0 || unnamed.length > 0)
      wrong.push(
        `${row.number}: ${notices.length} letters, ${named.size} named documents, not named ${unnamed.join(', ')}`,
      );
  }
  return { check: 'no letter is lost, each has one document', looked, wrong };
}

/** A letter that was in hand while a fault lasted arrives a little later. */
const AFTERMATH_MS = 5_000;

/** The id of the letter in its message id. */
const LETTER_ID = /^<(.+)\.[0-9a-f]{16}@/;

/** What arrived is a letter that stands in the outbox, as often as somebody had it in hand. A repeat is the same letter
 *  under the same Message-ID, with the same document, and something had happened that keeps a sender from noting that the
 *  first one had left. A letter that got another address after such a try goes there under a Message-ID of its own. */
export function noLetterTwiceWithoutCause(
  { cases }: Evidence,
  arrived: readonly Arrived[],
  struck: readonly Struck[],
): { readonly finding: Finding; readonly repeats: number } {
  const byMessage = new Map(
    cases.flatMap(({ notices }) => notices).flatMap((one) => (one.messageId ? [[one.messageId, one]] : [])),
  );
  const readdressed = new Set(
    cases.flatMap(({ notices }) => notices).flatMap(({ id, documentId }) => (documentId === id ? [] : [id])),
  );
  const wrong: string[] = [];
  let repeats = 0;
  for (const [messageId, copies] of Map.groupBy(arrived, (one) => one.messageId)) {
    const letter = byMessage.get(messageId);
    const isUnknownTry = copies.every(({ answered }) => !answered);
    if (!letter && isUnknownTry && readdressed.has(LETTER_ID.exec(messageId)?.[1] ?? '')) continue;
    if (!letter) {
      wrong.push(`${messageId} to ${copies[0]!.to} stands in no outbox`);
      continue;
    }
    if (copies.some(({ to }) => to !== letter.recipient))
      wrong.push(`${messageId} went to ${[...new Set(copies.map(({ to }) => to))]}`);
    if (new Set(copies.map(({ document }) => document)).size > 1 || copies[0]!.document === '')
      wrong.push(`${messageId} came with different documents`);
    for (const [index, copy] of copies.entries()) {
      const before = copies[index - 1];
      if (!before) continue;
      repeats += 1;
      const excused = struck.some(({ from, to }) => from <= copy.at && to + AFTERMATH_MS >= before.at);
      if (before.answered && !excused)
        wrong.push(`${messageId} came twice within ${Math.round(copy.at - before.at)} ms of calm`);
    }
    if (copies.length > letter.attempts)
      wrong.push(`${messageId} came ${copies.length} times, but was in hand ${letter.attempts} times`);
  }
  return {
    finding: { check: 'no letter twice beyond the at-least-once rule', looked: arrived.length, wrong },
    repeats,
  };
}
