import type { CaseRow } from '../../db/rows.ts';
import type { EventType } from '../../workflows/events.ts';
import type { Authority } from '../../workflows/facts.ts';
import type { CaseState } from '../../workflows/step.ts';
import { normalPartyCode } from '../identity/accounts.ts';
import { refusalToPost } from '../identity/rights.ts';
import { day, dayOf, isAfter, isBefore } from '../law/days.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { type Caller, isStaff } from './caller.ts';

/** Authorisation stands here, before the chart, and nowhere in a template. */

export const caseNotFound = (id: string): Refusal =>
  new Refusal({
    code: 'case.not-found',
    kind: 'not-found',
    detail: say(`Lietas ${id} nav vai jums tā nav redzama.`, `There is no case ${id} that you may see.`),
  });

/** II.5.3, II.6.2: an authority binds from its receipt until the receipt of its revocation, within its own dates. */
function isEffective(authority: Authority, at: Temporal.Instant, timeZone: string): boolean {
  const today = dayOf(at, timeZone);
  if (
    isBefore(today, day(authority.from)) ||
    (authority.until !== null && isAfter(today, day(authority.until)))
  )
    return false;
  if (authority.revokedAt === null) return true;
  return authority.revokedAt.length === 10
    ? isBefore(today, day(authority.revokedAt))
    : Temporal.Instant.compare(at, authority.revokedAt) < 0;
}

const authoritiesOf = (row: CaseRow): readonly Authority[] => (row.snapshot as CaseState).facts.authorities;

const effectiveFor = (caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string) =>
  authoritiesOf(row).filter(
    (one) =>
      (one.agent === caller.username ||
        (caller.partyCode !== null && normalPartyCode(one.agent) === caller.partyCode)) &&
      isEffective(one, at, timeZone),
  );

const isOwner = (caller: Caller, row: CaseRow): boolean =>
  row.ownerAccount === caller.accountId || (caller.partyCode !== null && row.partyCode === caller.partyCode);

export function maySee(caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string): boolean {
  return (
    isStaff(caller) ||
    caller.roles.includes('clock') ||
    isOwner(caller, row) ||
    effectiveFor(caller, row, at, timeZone).length > 0
  );
}

export function assertVisible(
  caller: Caller,
  row: CaseRow | null,
  id: string,
  at: Temporal.Instant,
  timeZone: string,
): asserts row is CaseRow {
  if (!row || !maySee(caller, row, at, timeZone)) throw caseNotFound(id);
}

/** @throws Refusal `forbidden`: not this role, not identified, or outside the representative's scope */
export function assertMayPost(
  caller: Caller,
  row: CaseRow,
  type: EventType,
  data: Record<string, unknown> | undefined,
  at: Temporal.Instant,
  timeZone: string,
): void {
  const refusal = refusalToPost(caller, type, data);
  if (refusal) throw refusal;
  if (isStaff(caller) || caller.roles.includes('clock') || isOwner(caller, row)) return;
  const scopes = effectiveFor(caller, row, at, timeZone).flatMap((authority) => authority.scope);
  if (scopes.includes('all') || scopes.includes(type)) return;
  throw new Refusal({
    code: 'rights.outside-scope',
    kind: 'forbidden',
    clause: 'II.5.3',
    detail: say(`Pilnvarojums neaptver „${type}”.`, `The authority on file does not cover “${type}”.`),
  });
}
