import { check, date, integer, pgTable, primaryKey, sql, text } from '../drizzle.ts';
import { instant } from './columns.ts';

/** Figures over all cases by day, as counted at the instant in {@link figuresCounted}: no page counts all cases itself. */
export const figures = pgTable(
  'figures',
  {
    /** `met`, `missed`: deadlines by last day. `opened`: open cases by the day on which they were opened. `ahead`: by the
     *  earliest last day that awaits the operator. `late`: cases in which the operator is late, by what was due first. */
    kind: text().$type<'met' | 'missed' | 'opened' | 'ahead' | 'late'>().notNull(),
    /** The deadline's; '' where the kind says it all. */
    name: text().notNull(),
    day: date().notNull(),
    cases: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.kind, row.name, row.day] })],
);

/** One row: when the figures were counted. */
export const figuresCounted = pgTable(
  'figures_counted',
  {
    id: integer().primaryKey(),
    /** By the clock of the product. */
    at: instant().notNull(),
    /** By the clock of the database's machine, as product time may stand still. */
    countedAt: instant('counted_at').notNull(),
    tookMs: integer('took_ms').notNull(),
  },
  (row) => [check('figures_counted_is_one_row', sql`${row.id} = 1`)],
);
