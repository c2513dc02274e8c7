import { z } from 'zod';
import { isoDay, line } from '../../data.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';

/** A document of authority is on file from its receipt (II.5.3). */
export const authorityFiled = act({
  type: 'authority.filed',
  clause: 'II.5.3',
  data: z.strictObject({
    agent: line,
    scope: z.union([line, z.array(line).min(1)]),
    from: isoDay,
    until: isoDay.optional(),
  }),
  form: { from: { first: 'today' } },
  by: CUSTOMER_SIDE,
  files: { staff: 'authority', customer: 'authority' },
  restsOnFile: () => true,
  ways: {
    filed: {
      says: 'A document of authority is on file from its receipt.',
      write: (facts, { data: { agent, scope, from, until }, at }) => ({
        authorities: [
          ...facts.authorities,
          {
            agent,
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
