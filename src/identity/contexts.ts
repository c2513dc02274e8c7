import type { Connection } from '../../db/connect.ts';
import { findMembership, contextsOf as readContexts, setContext } from '../../db/sub-users.ts';
import { SUB_USER_RIGHTS, type SubUserRight } from '../../workflows/roles.ts';
import type { ActingFor, Caller } from '../casework/caller.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** In whose name somebody looks and asks: in the own one, or in that of a customer who let them in (PO-05). */
export interface Context {
  /** Account of that customer. */
  readonly id: string;
  readonly name: string;
  /** null: the own context, without the bounds of a sub-user. */
  readonly rights: readonly SubUserRight[] | null;
}

const rightsOf = (stored: readonly string[]): readonly SubUserRight[] =>
  SUB_USER_RIGHTS.filter((right) => stored.includes(right));

/** The own context first. */
export async function contextsOf(db: Connection, accountId: string): Promise<Context[]> {
  const rows = await readContexts(db, accountId);
  return rows.map(({ id, name, rights }) => ({ id, name, rights: rights && rightsOf(rights) }));
}

/** The account of the context in which a request is made. */
export const contextIdOf = ({ accountId, actingFor }: Caller): string => actingFor?.accountId ?? accountId;

/** What the customer lets this account do at this moment; null where it was revoked. */
export async function actingFor(
  db: Connection,
  principal: string,
  member: string,
): Promise<ActingFor | null> {
  const membership = await findMembership(db, principal, member);
  return (
    membership && {
      accountId: principal,
      partyCode: membership.partyCode,
      rights: rightsOf(membership.rights),
    }
  );
}

/** An account in every context in which it may look at this moment, its own first. */
export async function* callersOf(db: Connection, own: Caller): AsyncGenerator<Caller> {
  yield own;
  for (const { id, rights } of await readContexts(db, own.accountId)) {
    const acting = rights && (await actingFor(db, id, own.accountId));
    if (acting) yield { ...own, actingFor: acting };
  }
}

/** Goes on in another context with the same session.
 *  @throws Refusal `context.not-found`: there is no such customer, or none who lets this account in */
export async function enterContext(
  db: Connection,
  tokenHash: string,
  accountId: string,
  contextId: string,
): Promise<void> {
  const own = contextId === accountId;
  if (!own && !(await findMembership(db, contextId, accountId))) throw noSuchContext();
  await setContext(db, tokenHash, own ? null : contextId);
}

const noSuchContext = (): Refusal =>
  new Refusal({
    code: 'context.not-found',
    kind: 'not-found',
    detail: say(
      'Šī klienta vārdā Jūs rīkoties nevarat, vai arī tiesības ir atsauktas.',
      'You cannot act in this customer’s name, or the right has been revoked.',
    ),
  });
