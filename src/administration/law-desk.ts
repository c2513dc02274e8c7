import { randomUUID } from 'node:crypto';
import { ProposalIsDecided } from '../../db/errors.ts';
import {
  addProposal,
  endProposal,
  findProposal,
  listProposals,
  type ProposalRow,
} from '../../db/law-proposals.ts';
import type { Caller } from '../casework/caller.ts';
import type { LawEntry } from '../law/enacted-law.ts';
import { enact, LawHasMoved } from './enact.ts';
import { entryOf } from './entry-of.ts';
import { followTheLaw } from './follow-the-law.ts';
import { lawsCompared } from './impact/compared.ts';
import type { Impact } from './impact/impact.ts';
import { impactOf } from './impact/load.ts';
import type { LawDeskParts } from './law-desk-parts.ts';
import { measured } from './measuring.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import type { ProposalRequest } from './proposal-request.ts';
import { isDecided, noSuchProposal, reasonsNeeded } from './refusals.ts';
import { uuidOf } from './uuid-of.ts';
import { assertMayKeep, assertMayRead, assertSecondPerson } from './who-may.ts';

/** Changing the law of an installation: one administrator proposes, another one approves or declines, and what was agreed
 *  is added as an edition from its day on. Nothing is ever edited in place (ADR 0006, 0060). */
export interface LawDesk {
  /** A second request under the same key of the same caller is the first one. */
  propose(caller: Caller, request: ProposalRequest, key?: string): Promise<Proposal>;
  proposals(caller: Caller, state?: Proposal['state']): Promise<Proposal[]>;
  find(caller: Caller, id: string): Promise<Proposal>;
  /** What the change would do to the open cases; of an approved one, what it does. */
  impact(caller: Caller, id: string, mostItems: number): Promise<Impact & { readonly on: string }>;
  /** @throws Refusal where there is no such proposal, or the caller may not decide any */
  authoriseDecision(caller: Caller, id: string): Promise<void>;
  decide(caller: Caller, id: string, decision: Decision): Promise<Proposal>;
  /** Brings the law of this process and the deadlines of all cases up to date. */
  follow(): Promise<void>;
}

interface Decision {
  readonly decision: 'apply' | 'decline';
  readonly reasons: string;
}

/** How often a decision is measured anew when other changes become law in between. */
const TRIES = 5;

export function createLawDesk(parts: LawDeskParts): LawDesk {
  const { db, clock, shelf, told } = parts;

  async function found(id: string): Promise<ProposalRow> {
    const row = await findProposal(db, id);
    if (!row) throw noSuchProposal();
    return row;
  }

  async function approve(caller: Caller, row: ProposalRow, reasons: string | null): Promise<void> {
    const entry = row.entry as LawEntry;
    for (let tries = 1; ; tries += 1) {
      const present = await measured(parts, entry, 'approval');
      const agreed = { proposalId: row.id, entry, proposedBy: row.proposedBy, approvedBy: caller.username };
      try {
        return await enact(db, { ...agreed, at: present.at.toString(), reasons }, present.book.revision);
      } catch (error) {
        if (!(error instanceof LawHasMoved) || tries === TRIES) throw error;
      }
    }
  }

  async function follow(): Promise<void> {
    await followTheLaw({ db, clock }, await shelf.refresh());
  }

  return {
    follow,
    async propose(caller, request, key) {
      assertMayKeep(caller);
      const id = key === undefined ? randomUUID() : uuidOf(`${caller.accountId} ${key}`);
      const before = key === undefined ? null : await findProposal(db, id);
      if (before) return proposalOf(before);
      const entry = entryOf(request);
      const present = await measured(parts, entry, 'proposal');
      const row = {
        id,
        kind: request.kind,
        entry,
        source: request.source,
        proposedBy: caller.username,
        proposedAt: present.at.toString(),
      };
      await addProposal(db, row);
      return proposalOf(await found(row.id));
    },
    async proposals(caller, state) {
      assertMayRead(caller);
      return (await listProposals(db, state)).map(proposalOf);
    },
    async find(caller, id) {
      assertMayRead(caller);
      return proposalOf(await found(id));
    },
    async impact(caller, id, mostItems) {
      assertMayRead(caller);
      const laws = await lawsCompared(parts, await found(id));
      return { on: laws.on.toString(), ...(await impactOf(db, laws, mostItems)) };
    },
    async authoriseDecision(caller, id) {
      assertMayRead(caller);
      await found(id);
      assertMayKeep(caller);
    },
    async decide(caller, id, { decision, reasons }) {
      assertMayRead(caller);
      const row = await found(id);
      assertMayKeep(caller);
      assertSecondPerson(caller, row.proposedBy, decision);
      const said = reasons.trim() === '' ? null : reasons.trim();
      if (decision === 'decline' && said === null) throw reasonsNeeded();
      if (row.state !== 'pending') throw isDecided();
      if (decision === 'decline') {
        const end = { state: 'declined', by: caller.username, at: (await clock.now()).toString() } as const;
        await endProposal(db, id, { ...end, reasons: said, revision: null }).catch(asRefusal);
      } else {
        await approve(caller, row, said);
        await follow().catch(told);
      }
      return proposalOf(await found(id));
    },
  };
}

function asRefusal(error: unknown): never {
  throw error instanceof ProposalIsDecided ? isDecided() : error;
}
