import type { CaseRow } from '../../../db/rows.ts';
import type { Caller } from '../../../src/casework/caller.ts';
import { maySee } from '../../../src/casework/visible.ts';
import type { Story } from '../../builders/index.ts';

const AGENT: Caller = {
  accountId: 'agent-account',
  username: 'agent',
  roles: ['customer'],
  level: '2',
  method: 'portal-eid',
  kind: 'natural',
  partyCode: '02029220000',
};

/** Whether somebody with an authority on file may act for the customer now (II.5.3, II.6.2), as the case workers ask it. */
export function agentMayAct(story: Story): boolean {
  const row = { snapshot: story.state, ownerAccount: 'somebody-else', partyCode: null } as CaseRow;
  return maySee(AGENT, row, story.now, story.law.operator.timeZone);
}
