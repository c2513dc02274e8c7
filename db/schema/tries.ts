import { integer, pgTable, primaryKey, text } from '../drizzle.ts';
import { instant } from './columns.ts';
import { accounts } from './people.ts';

/** Tries at what can be guessed, by the hash of what was tried and from where: what people typed as their name, and the
 *  addresses they came from, are not kept. Real time, never the virtual clock. */
export const tries = pgTable('tries', {
  key: text().primaryKey(),
  taken: integer().notNull(),
  /** No other try before; null: one may come at once. */
  openAt: instant('open_at'),
  /** From then on the next try is the first one again. */
  forgottenAt: instant('forgotten_at').notNull(),
});

/** From where an account has signed in: the pause that strangers bring about does not hold there. By hash. */
export const signInPlaces = pgTable(
  'sign_in_places',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    placeHash: text('place_hash').notNull(),
    kind: text().$type<'device' | 'network'>().notNull(),
    since: instant().notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.accountId, row.placeHash] })],
);
