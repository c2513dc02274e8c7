import type { CaseRow } from '../../db/rows.ts';
import type { EventType } from '../../workflows/events.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { agentWord } from './agents.ts';
import type { Caller } from './caller.ts';
import { may, type View } from './may/may.ts';
import { assertAllowed } from './may/refusals.ts';
import { relationTo } from './may/relation.ts';

/** Authorisation stands here, before the chart, and nowhere in a template. What holds, `may` tells. */

const caseNotFound = (id: string): Refusal =>
  new Refusal({
    code: 'case.not-found',
    kind: 'not-found',
    detail: say(`Lietas ${id} nav vai jums tā nav redzama.`, `There is no case ${id} that you may see.`),
  });

/** The customer in person: whoever signs in as the customer is identified by acting (II.5.4). */
export const isPartyOf = (caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string): boolean =>
  relationTo(caller, row, { at, timeZone }).as === 'party';

/** Whose cases a customer's list holds: the own and those that it filed, or those of the customer in whose name one looks. */
export interface Listed {
  readonly ownerAccount: string;
  readonly partyCode: string | null;
  /** Names under which the case index knows this person as a representative (II.5.3). */
  readonly agentWords: readonly string[];
}

export function listedFor({ actingFor, accountId, partyCode }: Caller): Listed | null {
  if (actingFor && !actingFor.rights.includes('see')) return null;
  if (actingFor) return { ownerAccount: actingFor.accountId, partyCode: actingFor.partyCode, agentWords: [] };
  return { ownerAccount: accountId, partyCode, agentWords: partyCode === null ? [] : [agentWord(partyCode)] };
}

/** Whether this part of a case is open to somebody; the case itself where none is named. */
export const maySee = (
  caller: Caller,
  row: CaseRow,
  at: Temporal.Instant,
  timeZone: string,
  view: View = 'case',
): boolean => 'as' in may(caller, { view }, row, { at, timeZone });

export function assertVisible(
  caller: Caller,
  row: CaseRow | null,
  id: string,
  at: Temporal.Instant,
  timeZone: string,
): asserts row is CaseRow {
  if (!row || !maySee(caller, row, at, timeZone)) throw caseNotFound(id);
}

/** @throws Refusal `forbidden`: this part of a case that is visible is not */
export const assertMayView = (
  caller: Caller,
  row: CaseRow,
  view: View,
  at: Temporal.Instant,
  timeZone: string,
): void => assertAllowed(may(caller, { view }, row, { at, timeZone }));

/** @throws Refusal `forbidden`: not this role, not identified, not the party, outside an authority or a sub-user's rights */
export const assertMayPost = (
  caller: Caller,
  row: CaseRow,
  type: EventType,
  data: Record<string, unknown> | undefined,
  at: Temporal.Instant,
  timeZone: string,
): void => assertAllowed(may(caller, { act: type, data }, row, { at, timeZone }));
