import type { ListedAccount } from '../../../db/account-list.ts';
import type { AccountLogRow } from '../../../db/rows.ts';

/** An account as administrators see it. Codes of persons and contract data are none of their business (II.8.1). */
export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: ListedAccount['kind'];
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
  /** Sessions that are open now, and when one of them was used last. */
  readonly sessions: number;
  readonly lastSeenAt: string | null;
}

/** One change of an account. */
export interface AccountNote {
  readonly at: string;
  readonly actor: string;
  readonly what: string;
  readonly data: unknown;
}

export const accountView = (row: ListedAccount): AccountView => ({
  id: row.id,
  username: row.username,
  name: row.name,
  email: row.email,
  kind: row.kind,
  roles: row.roles,
  active: row.active,
  createdAt: row.createdAt,
  sessions: row.sessions,
  lastSeenAt: row.lastSeenAt,
});

export const accountNote = ({ at, actor, what, data }: AccountLogRow): AccountNote => ({
  at,
  actor,
  what,
  data,
});
