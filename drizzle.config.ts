import { defineConfig } from 'drizzle-kit';

/** `npm run db:generate -- --name <what>` writes the next migration from the schema; `--custom` an empty one for SQL
 *  that drizzle does not know (functions, triggers). */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema.ts',
  out: './db/migrations',
});
