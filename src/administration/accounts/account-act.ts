import type { AccountActRow } from '../../../db/rows.ts';
import type { NewStaffAccount, StaffRole } from './account-request.ts';

/** What waits for a second administrator (ADR 0117): whatever gives somebody a way in, or roles. What only takes a way in
 *  away happens at once: closing an account, ending its sessions. */
export type PeopleAct =
  | { readonly type: 'account.create'; readonly account: NewStaffAccount }
  | { readonly type: 'account.roles'; readonly roles: readonly StaffRole[] }
  | { readonly type: 'account.open' }
  | { readonly type: 'account.password' };

/** An act as administrators see it: on whose account, and what it would become. */
export interface PeopleActView {
  readonly id: string;
  readonly event: { readonly type: PeopleAct['type']; readonly [field: string]: unknown };
  /** null: of an account that is still to be opened. */
  readonly accountId: string | null;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  /** Roles before the act and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly askedBy: string;
  readonly askedByName: string | null;
  readonly askedAt: string;
  readonly state: AccountActRow['state'];
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly reasons: string | null;
}

interface Concerned {
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[];
}

export const peopleActOf = (row: AccountActRow): PeopleAct => row.act as PeopleAct;

export function peopleActView(
  row: AccountActRow,
  account: Concerned | null,
  names: ReadonlyMap<string, string>,
): PeopleActView {
  const act = peopleActOf(row);
  const opened = act.type === 'account.create' ? act.account : null;
  const { username, name, email, roles } = account ?? {
    username: opened?.username ?? '',
    name: opened?.name ?? '',
    email: opened?.email ?? null,
    roles: [],
  };
  const { type, ...given } = act;
  return {
    id: row.id,
    event: { type, ...('account' in given ? given.account : { username, ...given }) },
    accountId: row.accountId,
    username,
    name,
    email,
    before: roles,
    after: opened?.roles ?? ('roles' in act ? act.roles : roles),
    askedBy: row.askedBy,
    askedByName: names.get(row.askedBy) ?? null,
    askedAt: row.askedAt,
    state: row.state,
    decidedBy: row.decidedBy,
    decidedByName: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? null),
    decidedAt: row.decidedAt,
    reasons: row.reasons,
  };
}
