import type { NoticeRow } from '../../db/rows.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** Why the letter desk refuses. */

export const noSuchLetter = (): Refusal =>
  new Refusal({
    code: 'notice.not-found',
    kind: 'not-found',
    detail: say('Šādas vēstules lietā nav.', 'The case has no such letter.'),
  });

export function wrongWay(channel: string): Refusal {
  const message = say(
    `vēstules kanāls ir „${channel}”: pastā nodotai ir „posted”, pret parakstu izsniegtai „signed”`,
    `the letter goes by “${channel}”: “posted” is for post, “signed” for hand`,
  );
  return new Refusal({
    code: 'notice.other-channel',
    kind: 'invalid',
    clause: 'II.16.4',
    detail: message,
    errors: [{ field: 'state', message }],
  });
}

export const notToSendAgain = ({ deliveredState }: Pick<NoticeRow, 'deliveredState'>): Refusal =>
  new Refusal({
    code: 'notice.not-to-send-again',
    detail: say(
      `Atkārtoti sūta tikai vēstuli, kuru nav izdevies nosūtīt; šīs stāvoklis ir „${deliveredState}”.`,
      `Only a letter that could not be sent is tried again; this one is “${deliveredState}”.`,
    ),
  });

export const noLetterToPrint = (): Refusal =>
  new Refusal({
    code: 'print-run.empty',
    detail: say('Neviena vēstule negaida nosūtīšanu pa pastu.', 'No letter waits to be posted.'),
  });
