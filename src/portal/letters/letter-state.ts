import type { DeliveredState } from '../../casework/carry-out/letter.ts';
import type { View } from '../frame/view.ts';
import type { MessageKey } from '../messages/translate.ts';

/** Where a letter is on its way, in the words of the letter desk, on every page alike. */
const WORDS: Readonly<Record<DeliveredState, MessageKey>> = {
  queued: 'letters.states.queued',
  delivered: 'letters.states.delivered',
  sent: 'letters.states.sent',
  'not-sent': 'letters.states.not-sent',
  'to-post': 'letters.states.to-post',
  posted: 'letters.states.posted',
  'to-sign': 'letters.states.to-sign',
  signed: 'letters.states.signed',
  failed: 'letters.states.failed',
  dead: 'letters.states.dead',
};

export const letterState = ({ t }: View, state: string): string => t(WORDS[state as DeliveredState]);
