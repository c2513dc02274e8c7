import { z } from 'zod';
import { isoDay, line } from '../../data.ts';
import type { Facts } from '../../facts.ts';
import { statedCode } from '../../identification.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { agentOf, agentSchema } from './agent.ts';

/** It is of the party that the case states when it is filed, and ends with that party. Older ones, whose representative is a
 *  mere line, do not say it. */
const principalOf = ({ application }: Facts, agent: unknown): { principal?: string } => {
  const principal = typeof agent === 'string' ? null : statedCode(application);
  return principal === null ? {} : { principal };
};

/** A document of authority is on file from its receipt (II.5.3). */
export const authorityFiled = act({
  type: 'authority.filed',
  clause: 'II.5.3',
  data: z.strictObject({
    agent: agentSchema,
    scope: z
      .union([line, z.array(line).min(1)])
      .describe('`view-and-pay`, `everything` or `this-case`, or the acts that it covers'),
    from: isoDay,
    until: isoDay.optional(),
  }),
  form: { agent: { as: 'line' }, from: { first: 'today' } },
  by: CUSTOMER_SIDE,
  files: { staff: 'authority', customer: 'authority' },
  restsOnFile: (_, role) => role === 'service',
  ways: {
    filed: {
      says: 'A document of authority is on file from its receipt.',
      write: (facts, { data: { agent, scope, from, until }, at }) => ({
        authorities: [
          ...facts.authorities,
          {
            agent: agentOf(agent),
            ...(typeof agent === 'string' || agent.name === undefined ? {} : { agentName: agent.name }),
            ...principalOf(facts, agent),
            scope: typeof scope === 'string' ? [scope] : scope,
            from,
            until: until ?? null,
            receivedAt: at,
            revokedAt: null,
          },
        ],
      }),
    },
  },
});
