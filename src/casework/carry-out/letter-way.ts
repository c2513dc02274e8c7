import type { NoticeId } from '../../../workflows/notices.ts';
import { day } from '../../law/days.ts';
import type { Channel } from '../../law/deemed-receipt.ts';
import type { Happened, Moment } from '../happened.ts';
import { type Address, addressFor } from './addresses.ts';

/** By which channel a letter goes, and to which address. */

/** Whether the act names the channel of its letters. */
export const namesChannel = ({ event }: Happened): boolean => 'channel' in event.data;

/** The channel that the act names; else the one that the customer wants and can be reached by; else letters of the clock, and
 *  those that belong to another, take the channel of the offer. */
function channelOf({ event, state }: Happened, wish: Channel | null): Channel {
  const { application, offer } = state.facts;
  const named = (event.data as { channel?: Channel }).channel;
  const wished = wish !== null && addressFor(application, wish) !== null ? wish : null;
  return named ?? wished ?? offer?.channel ?? 'portal';
}

/** II.8.4 itself names the ways of this letter: e-mail, or the address where no e-mail was given. */
const channelsNamedByTheLaw: Readonly<Partial<Record<NoticeId, readonly Channel[]>>> = {
  'N-BREACH': ['email', 'post'],
};

export interface Way {
  readonly channel: Channel;
  readonly address: Address;
}

/** A channel without an address falls back to the portal, where every letter can be read; so does e-mail where only a
 *  secure signature would make it count (II.16.4). */
export function wayOf(notice: NoticeId, happened: Happened, wish: Channel | null, { law }: Moment): Way {
  const { event, state } = happened;
  const { application } = state.facts;
  for (const channel of channelsNamedByTheLaw[notice] ?? []) {
    const address = addressFor(application, channel);
    if (address) return { channel, address };
  }
  const wanted = channelOf(happened, wish);
  const counts = wanted !== 'email' || law.setting('email.counts', day(event.today)) === 'always';
  const address = counts ? addressFor(application, wanted) : null;
  return address
    ? { channel: wanted, address }
    : { channel: 'portal', address: addressFor(application, 'portal')! };
}
