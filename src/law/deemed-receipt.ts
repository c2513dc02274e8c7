import { type Day, lastDayWithin } from './days.ts';

/** Channels of II.16.4: portal, e-mail, post or courier, by hand against signature. */
export const CHANNELS = ['portal', 'email', 'post', 'hand'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface DeemedReceipt {
  readonly on: Day;
  readonly clause: 'II.16.4.1' | 'II.16.4.2' | 'II.16.4.3';
}

/** When a written notice counts as handed over. Post: the 7th day from dispatch, where the day of dispatch is day 0
 *  (OQ-NOT-2); by hand: the day of signature; portal and e-mail: on sending, unless a system message reports failure,
 *  which takes this receipt back. Posted 2025-04-10: received 2025-04-17. */
export function deemedReceipt(channel: Channel, sentOn: Day, postDays: number): DeemedReceipt {
  switch (channel) {
    case 'post':
      return { on: lastDayWithin(sentOn, postDays), clause: 'II.16.4.1' };
    case 'hand':
      return { on: sentOn, clause: 'II.16.4.2' };
    case 'portal':
    case 'email':
      return { on: sentOn, clause: 'II.16.4.3' };
  }
}
