import type { Connection } from '../../db/connect.ts';
import { placesKnown, rememberPlace } from '../../db/sign-in-places.ts';
import { hashOf } from './tokens.ts';

/** From where somebody asks. */
export interface Whereabouts {
  /** The address, or the network that it stands for. */
  readonly network: string;
  /** The secret of a browser that has one; whoever signs in there is known by it afterwards. */
  readonly device?: string;
}

/** Devices and networks of an account that are kept, those used last. */
const MOST_PLACES = 20;

const placesOf = ({ network, device }: Whereabouts) => [
  ...(device === undefined ? [] : [{ kind: 'device' as const, placeHash: hashOf(`device ${device}`) }]),
  { kind: 'network' as const, placeHash: hashOf(`network ${network}`) },
];

/** How the tries from there are told apart from others: by the device where the account knows it, else by the network. */
export async function placeOfTries(
  db: Connection,
  accountId: string | null,
  from: Whereabouts,
): Promise<{ readonly whence: string; readonly isKnown: boolean }> {
  const places = placesOf(from);
  // Asked also where there is no account: it takes as long.
  const known = await placesKnown(
    db,
    accountId ?? '',
    places.map(({ placeHash }) => placeHash),
  );
  const place = places.find(({ placeHash }) => known.has(placeHash)) ?? places.at(-1)!;
  return { whence: `${place.kind} ${place.placeHash}`, isKnown: known.size > 0 };
}

/** The account has signed in from there. */
export async function rememberWhereabouts(
  db: Connection,
  accountId: string,
  from: Whereabouts,
  now: Temporal.Instant,
): Promise<void> {
  for (const place of placesOf(from))
    await rememberPlace(db, { accountId, ...place, usedAt: now.toString() }, MOST_PLACES);
}
