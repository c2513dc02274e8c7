import { z } from 'zod';
import { amount, line } from '../../data.ts';
import { act } from '../act.ts';

/** The connection belongs to a common project of several customers (II.4.4). */
export const projectJoined = act({
  type: 'project.joined',
  clause: 'II.4.4',
  data: z.strictObject({ projectId: line, shareNet: amount }),
  by: { engineer: 'operator' },
  ways: {
    joined: {
      says: 'The connection belongs to a common project of several customers.',
      write: (_facts, { data: { projectId, shareNet } }) => ({ project: { projectId, shareNet } }),
    },
  },
});
