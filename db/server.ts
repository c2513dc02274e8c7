import pg from 'pg';
import type { Connection, Database, Drizzle, Statement, Transaction } from './database.ts';
import { drizzleOnServer } from './drizzle.ts';
import { DatabaseUnavailable } from './errors.ts';
import { NestedUse } from './nested-use.ts';
import * as schema from './schema.ts';
import { PARSERS } from './values.ts';

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** SQLSTATE classes 08 and 57P, full server, and what the socket itself reports. */
const brokenConnection = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^(08|57P0|53300|E[A-Z]{3})/.test(code)) return true;
  return (
    typeof message === 'string' &&
    /^(Connection terminated|timeout exceeded when trying|Client has enc)/.test(message)
  );
};

type Runner = (query: pg.QueryConfig) => Promise<pg.QueryResult>;

const queryOn =
  (run: Runner): Connection['query'] =>
  async <Row extends object>(statement: Statement | string, params: readonly unknown[] = []) => {
    const query =
      typeof statement === 'string' ? { text: statement } : { name: statement.name, text: statement.text };
    const { rows } = await run({ ...query, values: [...params] });
    return rows as Row[];
  };

export interface ServerAddress {
  readonly databaseUrl: string;
  readonly poolSize?: number;
}

export function openServer(address: ServerAddress): Database {
  const pool = new pg.Pool({
    connectionString: address.databaseUrl,
    application_name: 'pieslegums',
    // The decision of a step takes far less than a round trip: more connections only queue inside the server.
    max: address.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    options: '-c timezone=UTC -c datestyle=ISO',
    types,
  });
  // An idle connection that breaks is replaced by the next call; without a listener the process would end.
  pool.on('error', () => undefined);
  const nested = new NestedUse();

  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      throw new DatabaseUnavailable(error, false);
    }
    let broken: Error | undefined;
    const onBreak = (error: Error) => {
      broken = error;
    };
    client.on('error', onBreak);
    try {
      return await work(client);
    } catch (error) {
      if (brokenConnection(error)) broken = error as Error;
      throw error;
    } finally {
      client.off('error', onBreak);
      client.release(broken);
    }
  };

  const single: Runner = async (query) => {
    nested.refuse();
    return withClient(async (client) => {
      try {
        return await client.query(query);
      } catch (error) {
        throw brokenConnection(error) ? new DatabaseUnavailable(error, true) : error;
      }
    });
  };

  // drizzle's queries go the same way as ours, so that a broken connection is the same error.
  const client = { query: (query: pg.QueryConfig, values: unknown[]) => single({ ...query, values }) };
  const outer = drizzleOnServer()({ client: client as unknown as pg.Pool, schema }) as unknown as Drizzle;

  const transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    nested.refuse();
    return withClient(async (client) => {
      let committing = false;
      try {
        await client.query('begin');
        const result = await nested.watch(() => work(transactionOn(client)));
        committing = true;
        const { command } = await client.query('commit');
        if (command !== 'COMMIT')
          throw new Error('A statement of the transaction had failed; nothing was stored.');
        return result;
      } catch (error) {
        if (brokenConnection(error)) throw new DatabaseUnavailable(error, committing);
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  };

  return {
    kind: 'server',
    get db() {
      nested.refuse();
      return outer;
    },
    query: queryOn(single),
    transaction,
    close: () => pool.end(),
  };
}

function transactionOn(client: pg.PoolClient): Transaction {
  let db: Drizzle | undefined;
  return {
    inTransaction: true,
    get db() {
      db ??= drizzleOnServer()(client, { schema }) as unknown as Drizzle;
      return db;
    },
    query: queryOn((query) => client.query(query)),
  };
}
