import { z } from 'zod';
import { normalPartyCode } from '../../../src/law/party-code.ts';
import { line } from '../../data.ts';

/** Who represents (II.5.3): named by a code, which opens the case to whoever proves to be of it. */
export const agentSchema = z.union([
  z.strictObject({
    code: line.describe('Personal code or registration number'),
    name: line.optional().describe('As registered; it names, and opens nothing'),
  }),
  line.describe('The same code by itself'),
]);

type Agent = z.output<typeof agentSchema>;

/** As the facts name a representative. What was entered as a mere line is kept as it was entered. */
export const agentOf = (agent: Agent): string =>
  typeof agent === 'string' ? agent : normalPartyCode(agent.code);
