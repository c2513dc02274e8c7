import { findCase, findCases } from '../../db/cases.ts';
import { bytesOf } from '../../db/documents.ts';
import { findNotice, noticesIn, queueNoticeAgain, setNoticeSentAt } from '../../db/notices.ts';
import type { NoticeRow } from '../../db/rows.ts';
import type { Caller } from '../casework/caller.ts';
import type { Casework } from '../casework/casework.ts';
import { type CaseworkParts, momentNow, todayOf } from '../casework/parts.ts';
import { refusalToPost } from '../casework/rights.ts';
import { noticeView } from '../casework/show/letters.ts';
import type { NoticeView } from '../casework/show/shown.ts';
import { dayOf } from '../law/days.ts';
import { Refusal } from '../law/refusal.ts';
import { noLetterToPrint, noSuchLetter, notToSendAgain, wrongWay } from './desk-refusals.ts';
import { mergeLetters, type PrintedLetter } from './post/merge.ts';
import type { Documents } from './rendering.ts';
import { termsDocument } from './terms-text.ts';

export interface LetterDeskParts extends Pick<CaseworkParts, 'db' | 'clock' | 'lawBook' | 'lettersWait'> {
  readonly casework: Pick<Casework, 'post'>;
  readonly documents: Documents;
}

/** States in which a letter waits for a person. */
export const WAITING_STATES = ['to-post', 'to-sign', 'dead', 'not-sent'] as const;
type WaitingState = (typeof WAITING_STATES)[number];

/** States in which a person may still learn that a letter did not arrive, or has. */
const LEFT_STATES = ['posted', 'failed'] as const;
type LeftState = (typeof LEFT_STATES)[number];

/** What service records of a letter: posted or signed for on a day, or to be tried once more. */
type LetterAct = { readonly state: 'posted' | 'signed'; readonly on: string } | { readonly state: 'queued' };

export interface WaitingLetter extends NoticeView {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly reason: string | null;
}

/** A letter among many that left on one day. */
export interface LetterNamed {
  readonly caseId: string;
  readonly noticeId: string;
}

export interface RecordedTogether {
  readonly recorded: readonly NoticeView[];
  /** Those that were not theirs to record, or were recorded before; the others stand. */
  readonly refused: readonly (LetterNamed & { readonly refusal: Refusal })[];
}

/** What service does with letters that no machine carries.
 *  @throws Refusal `forbidden` for everybody else */
export interface LetterDesk {
  /** Oldest first. */
  waiting(caller: Caller, state: WaitingState): Promise<WaitingLetter[]>;
  /** What has left the house on paper, or came back; newest first. */
  left(caller: Caller, state: LeftState): Promise<WaitingLetter[]>;
  find(caller: Caller, caseId: string, noticeId: string): Promise<WaitingLetter>;
  /** One PDF of all letters that wait to be posted, offers with the text of Part II (II.1.1), behind their address list. They wait on until they are recorded. */
  printRun(
    caller: Caller,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly letters: number }>;
  record(caller: Caller, caseId: string, noticeId: string, act: LetterAct): Promise<NoticeView>;
  /** Many letters that were posted, or signed for, on one day. Each stands for itself: cases share no transaction. */
  recordTogether(
    caller: Caller,
    letters: readonly LetterNamed[],
    act: Exclude<LetterAct, { state: 'queued' }>,
  ): Promise<RecordedTogether>;
  /** The letter did not arrive: its deemed receipt is taken back, and it goes by post where it went another way (T-31). */
  recordFailure(caller: Caller, caseId: string, noticeId: string, reason: string): Promise<void>;
}

function assertIsTheirs(caller: Caller): void {
  const refusal = refusalToPost(caller, 'notice.dispatched');
  if (refusal) throw refusal;
}

/** A day's post of a large operator; more are printed in the next run, once these are recorded. */
const MOST_LETTERS = 500;

/** What has left is a long list, of which the last days are looked at. */
const MOST_SHOWN = 60;

const CHANNEL_OF = { posted: 'post', signed: 'hand' } as const;

export function createLetterDesk(parts: LetterDeskParts): LetterDesk {
  const { db, documents, casework } = parts;

  async function numbersOf(letters: readonly NoticeRow[]): Promise<(letter: NoticeRow) => string> {
    const rows = await findCases(db, [...new Set(letters.map(({ caseId }) => caseId))]);
    const numbers = new Map(rows.map(({ id, number }) => [id, number]));
    return ({ caseId }) => numbers.get(caseId) ?? '';
  }

  /** Today's letters left now; of an earlier day only the day is known. */
  async function instantOf(on: string): Promise<string> {
    const moment = await momentNow(parts);
    if (todayOf(moment).toString() === on) return moment.at.toString();
    const { timeZone } = moment.law.operator;
    return Temporal.PlainDate.from(on)
      .toZonedDateTime({ timeZone, plainTime: '12:00' })
      .toInstant()
      .toString();
  }

  async function shown(letters: readonly NoticeRow[]): Promise<WaitingLetter[]> {
    const numberOf = await numbersOf(letters);
    return letters.map((letter) => ({
      ...noticeView(letter),
      caseId: letter.caseId,
      caseNumber: numberOf(letter),
      reason: letter.lastError,
    }));
  }

  async function found(caseId: string, noticeId: string): Promise<NoticeRow> {
    const letter = await findNotice(db, caseId, noticeId);
    if (!letter || !(await findCase(db, caseId))) throw noSuchLetter();
    return letter;
  }

  async function record(
    caller: Caller,
    caseId: string,
    noticeId: string,
    act: LetterAct,
  ): Promise<NoticeView> {
    assertIsTheirs(caller);
    const letter = await found(caseId, noticeId);
    if (act.state === 'queued') {
      const { at } = await momentNow(parts);
      if (!(await queueNoticeAgain(db, caseId, noticeId, at.toString()))) throw notToSendAgain(letter);
      parts.lettersWait?.();
    } else {
      if (letter.channel !== CHANNEL_OF[act.state]) throw wrongWay(letter.channel);
      const data = { noticeId, on: act.on };
      await casework.post(caller, caseId, { type: 'notice.dispatched', data }, { language: 'lv' });
      await setNoticeSentAt(db, caseId, noticeId, await instantOf(act.on));
    }
    return noticeView((await findNotice(db, caseId, noticeId))!);
  }

  return {
    record,

    async waiting(caller, state) {
      assertIsTheirs(caller);
      return shown(await noticesIn(db, state, MOST_LETTERS));
    },

    async left(caller, state) {
      assertIsTheirs(caller);
      return shown(await noticesIn(db, state, MOST_SHOWN, 'newest first'));
    },

    async find(caller, caseId, noticeId) {
      assertIsTheirs(caller);
      const [letter] = await shown([await found(caseId, noticeId)]);
      return letter!;
    },

    async printRun(caller) {
      assertIsTheirs(caller);
      const { at, law } = await momentNow(parts);
      const letters = await noticesIn(db, 'to-post', MOST_LETTERS);
      if (letters.length === 0) throw noLetterToPrint();
      const numberOf = await numbersOf(letters);
      const printed: PrintedLetter[] = [];
      const terms = new Map<string, Uint8Array>();
      for (const letter of letters) {
        const pdf = await bytesOf(db, await documents.documentOf(letter));
        const { notice, recipient } = letter;
        const text = await termsDocument(parts, letter);
        if (text && !terms.has(text.id)) terms.set(text.id, await bytesOf(db, text));
        printed.push({ caseNumber: numberOf(letter), notice, recipient, pdf, terms: text?.id ?? null });
      }
      const on = dayOf(at, law.operator.timeZone);
      const head = ['Nr.', 'Lieta', 'Vēstule', 'Adrese', 'Lpp.'];
      const words = { terms: 'II daļa:', termsApart: 'II daļa jāpievieno' };
      const bytes = await mergeLetters({
        title: `Pasta sūtījumi ${on}`,
        head,
        words,
        letters: printed,
        terms,
      });
      return { name: `pasts-${on}.pdf`, bytes, letters: letters.length };
    },

    async recordTogether(caller, letters, act) {
      assertIsTheirs(caller);
      const recorded: NoticeView[] = [];
      const refused: (LetterNamed & { refusal: Refusal })[] = [];
      for (const { caseId, noticeId } of letters) {
        try {
          recorded.push(await record(caller, caseId, noticeId, act));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused.push({ caseId, noticeId, refusal: error });
        }
      }
      return { recorded, refused };
    },

    async recordFailure(caller, caseId, noticeId, reason) {
      assertIsTheirs(caller);
      const data = { noticeId, reason };
      await casework.post(caller, caseId, { type: 'notice.failed', data }, { language: 'lv' });
    },
  };
}
