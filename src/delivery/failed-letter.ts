import type { NoticeRow } from '../../db/rows.ts';
import { CLOCK_CALLER } from '../casework/caller.ts';
import type { Casework } from '../casework/casework.ts';
import { Refusal } from '../law/refusal.ts';

const MOST_WORDS = 500;

/** An e-mail that was refused or came back was not received (II.16.4.3): its deemed receipt is taken back, what hung on it
 *  starts anew, and it goes by post (T-31). The same letter fails once, however often that is told.
 *  @returns whether this was the first word of it */
export async function letterFailed(
  { casework }: { readonly casework: Pick<Casework, 'post'> },
  { caseId, id: noticeId }: Pick<NoticeRow, 'caseId' | 'id'>,
  told: string,
): Promise<boolean> {
  const reason = told.trim().slice(0, MOST_WORDS) || 'no reason given';
  try {
    await casework.post(
      CLOCK_CALLER,
      caseId,
      { type: 'notice.failed', data: { noticeId, reason } },
      { language: 'lv' },
    );
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notice.already-failed') return false;
    throw error;
  }
}
