import type { Recorded } from '../../../src/casework/decide/replay.ts';
import type { Happened } from '../../../src/casework/happened.ts';
import { partyFor } from '../../../workflows/acts/act.ts';
import { actOf } from '../../../workflows/events.ts';

/** History as it is stored: through JSON, with the party only where the role does not tell it. */
export const recordedOf = (happened: readonly Happened[]): Recorded[] =>
  happened.map(({ event }) => {
    const { seq, type, at, actor, role, party, data, computed } = event;
    const asByRole = partyFor(actOf(type), role) === party;
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
