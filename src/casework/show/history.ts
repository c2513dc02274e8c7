import { namesBehind, recordRead } from '../../../db/accounts.ts';
import { historyOf } from '../../../db/history.ts';
import { actOf, type EventType } from '../../../workflows/events.ts';
import { type Caller, isStaff, worksOnCases } from '../caller.ts';
import { relationTo } from '../may/relation.ts';
import type { CaseworkParts } from '../parts.ts';
import { note, type SeenCase, visibleCase } from '../seen-case.ts';
import type { HistoryEntry } from './shown.ts';

/** What happened in a case, each reader told as much as the role needs. */

/** What the shell looked up for an event is kept for replay and not shown. */
export const shownData = (data: unknown): unknown => {
  const { computed: _, actingParty: __, lawRevision: ___, ...given } = data as Record<string, unknown>;
  return given;
};

/** Data protection reads of a history what it decides on, and nothing else (ADR 0092). */
const decidesOn = ({ roles }: Caller, type: string): boolean =>
  roles.includes('privacy') && actOf(type as EventType).dataProtection;

export async function historyView(parts: CaseworkParts, caller: Caller, id: string): Promise<HistoryEntry[]> {
  const seen = await visibleCase(parts, caller, id);
  await note(parts, caller, seen.row, 'history', seen.moment.at);
  return historyOfSeen(parts, caller, seen);
}

export async function historyOfSeen(
  parts: CaseworkParts,
  caller: Caller,
  { row, moment }: SeenCase,
): Promise<HistoryEntry[]> {
  const showsData = !isStaff(caller) || worksOnCases(caller);
  const { id } = row;
  const now = { at: moment.at, timeZone: moment.law.operator.timeZone };
  const isFiler = relationTo(caller, row, now).as === 'filer';
  // Whoever filed for somebody else is told of its own acts: the rest is the party's.
  const entries = (await historyOf(parts.db, id)).filter(
    ({ actor }) => !isFiler || actor === caller.username,
  );
  if (isStaff(caller) && !showsData && entries.some(({ type }) => decidesOn(caller, type)))
    await recordRead(parts.db, {
      at: moment.at.toString(),
      account: caller.username,
      caseId: id,
      what: 'history',
    });
  const named = entries.filter(({ role }) => knowsByName(caller, role, showsData));
  const names = await namesBehind(
    parts.db,
    named.map(({ actor }) => actor),
  );
  return entries.map(({ seq, type, at, actor, role, clause, data, status }) => ({
    seq,
    type: type as EventType,
    at,
    actor,
    actorName: knowsByName(caller, role, showsData) ? (names.get(actor) ?? null) : null,
    role,
    clause,
    data: showsData || decidesOn(caller, type) ? shownData(data) : {},
    status,
  }));
}

/** Each side knows its own people by name (PO-04): a customer learns of the operator's the role alone, and staff who work on
 *  no cases learn no customer's name. */
function knowsByName(caller: Caller, role: string, worksOnCases: boolean): boolean {
  if (role === 'clock') return false;
  if (role === 'customer') return worksOnCases;
  return isStaff(caller);
}
