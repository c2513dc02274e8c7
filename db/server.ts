import pg from 'pg';
import type { Connection, Database, Drizzle, Statement, Transaction } from './database.ts';
import { drizzleOnServer } from './drizzle.ts';
import { DatabaseUnavailable, databaseUnavailable } from './errors.ts';
import { NestedUse } from './nested-use.ts';
import * as schema from './schema.ts';
import { PARSERS } from './values.ts';

export interface ServerAddress {
  readonly databaseUrl: string;
  readonly poolSize?: number;
}

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Our queries find few rows by their keys: compiling them costs more than running them. */
const SESSION = ['timezone=UTC', 'datestyle=ISO', 'jit=off', 'random_page_cost=1.1'];

type Runner = (query: pg.QueryConfig) => Promise<pg.QueryResult>;

export function openServer(address: ServerAddress): Database {
  const pool = new pg.Pool({
    connectionString: address.databaseUrl,
    application_name: 'pieslegums',
    // A step's statement is far shorter than its way there and back: more connections only queue inside the server.
    max: address.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    options: SESSION.map((setting) => `-c ${setting}`).join(' '),
    types,
  });
  // An idle connection that breaks is replaced by the next call; without a listener the process would end.
  pool.on('error', () => undefined);
  // Between the pool's hands and ours nobody listens: a connection that the server ends in the very packet that opened it,
  // or just after it went back, would end the process. Whoever uses it learns of the break from its own query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const nested = new NestedUse();

  const single: Runner = async (query) => {
    nested.refuse();
    return withClient(pool, (client) => client.query(query).catch(unavailable(true)));
  };
  const outer = drizzleThrough(single);

  return {
    kind: 'server',
    get db() {
      nested.refuse();
      return outer;
    },
    query: queryThrough(single),
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      nested.refuse();
      return withClient(pool, async (client) => {
        await client.query('begin').catch(unavailable(false));
        let result: T;
        try {
          result = await nested.watch(() => work(transactionOn(client)));
        } catch (error) {
          // Where the connection is broken, the server has rolled back by itself.
          await client.query('rollback').catch(() => undefined);
          throw error;
        }
        const { command } = await client.query('commit').catch(unavailable(true));
        if (command !== 'COMMIT')
          throw new Error('A statement of the transaction had failed; nothing was stored.');
        return result;
      });
    },
    close: () => pool.end(),
  };
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseUnavailable(error, false);
  });
  let broken: Error | undefined;
  const onBreak = (error: Error) => {
    broken = error;
  };
  // A connection may break while we are between two statements.
  client.on('error', onBreak);
  try {
    return await work(client);
  } catch (error) {
    broken ??= databaseUnavailable(error);
    throw error;
  } finally {
    client.off('error', onBreak);
    client.release(broken);
  }
}

const unavailable =
  (outcomeUnknown: boolean) =>
  (error: unknown): never => {
    throw isBroken(error) ? new DatabaseUnavailable(error, outcomeUnknown) : error;
  };

/** The server is shutting down or unreachable (SQLSTATE 08, 57P), or the socket says so. */
function isBroken(error: unknown): boolean {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return (
    /^(08...|57P0.|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code ?? '') ||
    /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(message ?? '')
  );
}

function transactionOn(client: pg.PoolClient): Transaction {
  const run: Runner = (query) => client.query(query).catch(unavailable(false));
  let db: Drizzle | undefined;
  return {
    inTransaction: true,
    get db() {
      db ??= drizzleThrough(run);
      return db;
    },
    query: queryThrough(run),
  };
}

const queryThrough =
  (run: Runner): Connection['query'] =>
  async <Row extends object>(statement: Statement | string, params: readonly unknown[] = []) => {
    const named =
      typeof statement === 'string' ? { text: statement } : { name: statement.name, text: statement.text };
    const { rows } = await run({ ...named, values: [...params] });
    return rows as Row[];
  };

/** drizzle's queries go the same way as ours, so that they fail with the same errors. */
function drizzleThrough(run: Runner): Drizzle {
  const client = { query: (query: pg.QueryConfig, values: unknown[]) => run({ ...query, values }) };
  return drizzleOnServer()({ client: client as unknown as pg.Pool, schema }) as unknown as Drizzle;
}
