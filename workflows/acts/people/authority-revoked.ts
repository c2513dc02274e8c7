import { z } from 'zod';
import { normalPartyCode } from '../../../src/law/party-code.ts';
import { say } from '../../../src/law/words.ts';
import { refuse, type Standing } from '../../conditions/verdict.ts';
import { instant, isoDay } from '../../data.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { agentOf, agentSchema } from './agent.ts';

/** One code is written in several ways; whoever is revoked is revoked under each of them. */
const isSameAgent = (one: string, other: string): boolean =>
  one === other || normalPartyCode(one) === normalPartyCode(other);

const authorityStands: Standing = (facts) =>
  facts.authorities.some((authority) => authority.revokedAt === null)
    ? null
    : refuse({
        code: 'authority.none',
        clause: 'II.5.3',
        detail: say('Nav spēkā esoša pilnvarojuma.', 'There is no authority in force.'),
      });

/** A revocation binds from its receipt by the operator, whatever a public register says (II.5.3, II.6.2). */
export const authorityRevoked = act({
  type: 'authority.revoked',
  clause: 'II.5.3',
  data: z.strictObject({ receivedAt: z.union([instant, isoDay]), agent: agentSchema.optional() }),
  form: { receivedAt: { as: 'day', first: 'today' }, agent: { as: 'line' } },
  by: CUSTOMER_SIDE,
  needsExpressScope: true,
  files: { staff: 'authority' },
  ways: {
    revoked: {
      says: 'A revocation binds from its receipt.',
      possible: { authorityStands },
      write: (facts, { data: { receivedAt, agent } }) => ({
        authorities: facts.authorities.map((authority) =>
          authority.revokedAt === null &&
          (agent === undefined || isSameAgent(agentOf(agent), authority.agent))
            ? { ...authority, revokedAt: receivedAt }
            : authority,
        ),
      }),
    },
  },
});
