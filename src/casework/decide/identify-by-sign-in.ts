import { listCases, MOST_CASES_A_PAGE } from '../../../db/case-list.ts';
import { findCase } from '../../../db/cases.ts';
import type { CaseRow } from '../../../db/rows.ts';
import type { CaseState } from '../../../workflows/step.ts';
import type { Caller } from '../caller.ts';
import type { Act } from '../happened.ts';
import { type CaseworkParts, momentNow } from '../parts.ts';
import { identificationBySignIn } from './acts.ts';
import { inTurn } from './in-turn.ts';
import { takeStep } from './take-step.ts';
import { untilCommitted } from './until-committed.ts';

/** What is left to identify in a case: nothing before it is filed, after it has ended, or for another kind of person. */
function identificationFor(caller: Caller, row: CaseRow): readonly Act[] {
  const { facts } = row.snapshot as CaseState;
  const isFiledByAnother = row.ownerAccount !== null && row.ownerAccount !== caller.accountId;
  if (isFiledByAnother || facts.receivedOn === null || facts.ending !== null) return [];
  return identificationBySignIn(caller, facts);
}

/** Signing in by eID or bank identifies a natural person in the cases that carry its personal code (II.5.1, II.5.4.3), and a
 *  legal person in those of its registration number, by whoever is proven to represent it; also in those that staff entered
 *  from paper: the offer need not wait until the customer acts. Not in one that somebody else filed: there the party takes the
 *  application up by an act of its own. Each case for itself. */
export async function identifyBySignIn(parts: CaseworkParts, caller: Caller): Promise<void> {
  const { partyCode } = caller;
  if ((caller.kind !== 'natural' && caller.kind !== 'legal') || partyCode === null) return;
  const { items } = await listCases(parts.db, { partyCode }, { limit: MOST_CASES_A_PAGE });
  for (const { id } of items.filter((row) => identificationFor(caller, row).length > 0)) {
    await inTurn(id, () =>
      untilCommitted(async () => {
        const [row, moment] = await Promise.all([findCase(parts.db, id), momentNow(parts)]);
        const acts = row ? identificationFor(caller, row) : [];
        if (!row || acts.length === 0) return;
        const from = { state: row.snapshot as CaseState, version: row.version };
        await takeStep(parts, row, from, acts, moment);
      }),
    );
  }
}
