import { partyOfRole } from '../../../src/casework/decide/party.ts';
import type { Recorded } from '../../../src/casework/decide/replay.ts';
import type { Happened } from '../../../src/casework/happened.ts';

/** History as it is stored: through JSON, with the party only where the role does not tell it. */
export const recordedOf = (happened: readonly Happened[]): Recorded[] =>
  happened.map(({ event }) => {
    const { seq, type, at, actor, role, party, data, computed } = event;
    const asByRole = partyOfRole(role, type, data) === party;
    return JSON.parse(
      JSON.stringify({
        seq,
        type,
        at,
        actor,
        role,
        data: {
          ...data,
          ...(asByRole ? {} : { party }),
          ...(Object.keys(computed).length > 0 ? { computed } : {}),
        },
      }),
    ) as Recorded;
  });
