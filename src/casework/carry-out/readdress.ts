import type { Transaction } from '../../../db/database.ts';
import { noticesToGo, readdressNotice } from '../../../db/readdress.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import type { Draft } from '../../../workflows/application.ts';
import type { Channel } from '../../law/deemed-receipt.ts';
import type { Decided } from '../happened.ts';
import { type Address, addressFor } from './addresses.ts';
import type { Stored } from './errand.ts';

/** A changed address holds at once, also for letters that are still to go (II.1.10, II.16.6). */

/** Where the letter goes now; null: as before, or not to an address that this case knew. */
function newAddress({ channel, recipient }: NoticeRow, before: Draft, after: Draft): Address | null {
  const former = addressFor(before, channel as Channel);
  const address = addressFor(after, channel as Channel);
  return address && former?.to === recipient && address.to !== recipient ? address : null;
}

/** Gives the letters of the case that are still to go the address that it has now. A document that was made with the old
 *  one stays as it is stored; the letter gets another, under a name of its own.
 *  @returns whether a letter goes another way */
export async function readdressLetters(
  tx: Transaction,
  { version, readdress }: Stored,
  { place, from, happened }: Decided,
): Promise<boolean> {
  const before = from.state.facts.application;
  const last = happened.at(-1)!;
  const after = last.state.facts.application;
  let changed = false;
  for (const letter of await noticesToGo(tx, place.id)) {
    const address = newAddress(letter, before, after);
    const model =
      address &&
      readdress(letter.model, {
        before: before.customer,
        after: after.customer,
        channel: letter.channel as Channel,
        address,
      });
    if (!address || model === null) continue;
    await readdressNotice(tx, letter, {
      recipient: address.to,
      addressSource: address.source,
      model,
      documentId: `${letter.id}.v${version}`,
      wakeAt: letter.deliveredState === 'queued' ? last.event.at : letter.wakeAt,
    });
    changed = true;
  }
  return changed;
}
