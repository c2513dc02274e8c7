import type { CaseRow } from '../../db/rows.ts';
import { actOf, type EventType } from '../../workflows/events.ts';
import type { Authority } from '../../workflows/facts.ts';
import type { CaseState } from '../../workflows/step.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { agentWord, isAgent, isEffective } from './agents.ts';
import { type Caller, isStaff } from './caller.ts';
import { refusalToPost } from './rights.ts';

/** Authorisation stands here, before the chart, and nowhere in a template. */

const caseNotFound = (id: string): Refusal =>
  new Refusal({
    code: 'case.not-found',
    kind: 'not-found',
    detail: say(`Lietas ${id} nav vai jums tā nav redzama.`, `There is no case ${id} that you may see.`),
  });

const authoritiesOf = (row: CaseRow): readonly Authority[] => (row.snapshot as CaseState).facts.authorities;

const effectiveFor = (caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string) =>
  authoritiesOf(row).filter((one) => isAgent(caller, one.agent) && isEffective(one, at, timeZone));

const belongsTo = (customer: Pick<Caller, 'accountId' | 'partyCode'>, row: CaseRow): boolean =>
  row.ownerAccount === customer.accountId ||
  (customer.partyCode !== null && row.partyCode === customer.partyCode);

/** The customer of the case, or whom that customer let in. Who acts in another's name is nobody else meanwhile (PO-05). */
const isOnCustomersSide = (caller: Caller, row: CaseRow): boolean =>
  caller.actingFor
    ? caller.actingFor.rights.includes('see') && belongsTo(caller.actingFor, row)
    : belongsTo(caller, row);

/** The customer in person: whoever signs in as the customer is identified by acting (II.5.4). */
export const isCustomerOf = (caller: Caller, row: CaseRow): boolean =>
  caller.actingFor === undefined && belongsTo(caller, row);

/** Whose cases a customer's list holds: the own, or those of the customer in whose name one looks. */
export interface Listed {
  readonly ownerAccount: string;
  readonly partyCode: string | null;
  /** Names under which the case index knows this person as a representative (II.5.3). */
  readonly agentWords: readonly string[];
}

export function listedFor({ actingFor, accountId, username, partyCode }: Caller): Listed | null {
  if (actingFor && !actingFor.rights.includes('see')) return null;
  if (actingFor) return { ownerAccount: actingFor.accountId, partyCode: actingFor.partyCode, agentWords: [] };
  const names = [username, ...(partyCode === null ? [] : [partyCode])];
  return { ownerAccount: accountId, partyCode, agentWords: names.map(agentWord) };
}

export function maySee(caller: Caller, row: CaseRow, at: Temporal.Instant, timeZone: string): boolean {
  return (
    isStaff(caller) ||
    caller.roles.includes('clock') ||
    isOnCustomersSide(caller, row) ||
    (caller.actingFor === undefined && effectiveFor(caller, row, at, timeZone).length > 0)
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

/** A representative may always give the own authority back (II.6.2).
 *  @throws Refusal `forbidden`: not this role, not identified, outside the representative's scope or a sub-user's rights */
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
  if (isStaff(caller) || caller.roles.includes('clock') || isOnCustomersSide(caller, row)) return;
  if (type === 'authority.revoked' && typeof data?.agent === 'string' && isAgent(caller, data.agent)) return;
  const scopes = effectiveFor(caller, row, at, timeZone).flatMap((authority) => authority.scope);
  if (scopes.includes(type) || (scopes.includes('all') && !actOf(type).needsExpressScope)) return;
  throw new Refusal({
    code: 'rights.outside-scope',
    kind: 'forbidden',
    clause: 'II.5.3',
    detail: say(`Pilnvarojums neaptver „${type}”.`, `The authority on file does not cover “${type}”.`),
  });
}
