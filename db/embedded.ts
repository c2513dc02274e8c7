import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection, Database, Drizzle, Statement, Transaction } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { NestedUse } from './nested-use.ts';
import * as schema from './schema.ts';
import { PARSERS } from './values.ts';

/** PGlite starts with fsync off (`-F`); what we answered must survive the loss of power too. */
const DURABLE = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'fsync=on'];
const UTC = ['-c', 'timezone=UTC', '-c', 'datestyle=ISO'];

const queryOn =
  (on: Pick<PGlite, 'query'>, before: () => void): Connection['query'] =>
  async <Row extends object>(statement: Statement | string, params: readonly unknown[] = []) => {
    before();
    const text = typeof statement === 'string' ? statement : statement.text;
    return (await on.query<Row>(text, [...params])).rows;
  };

export async function openEmbedded(
  address: { readonly dataDir: string } | { readonly memory: true },
): Promise<Database> {
  if ('memory' in address) {
    const engine = await PGlite.create({
      parsers: PARSERS,
      startParams: [...PGlite.defaultStartParams, ...UTC],
    });
    return databaseOn(engine, () => undefined);
  }
  await mkdir(address.dataDir, { recursive: true });
  const unlock = lockFolder(address.dataDir);
  try {
    const folder = join(address.dataDir, 'database');
    const engine = await PGlite.create(folder, { parsers: PARSERS, startParams: [...DURABLE, ...UTC] });
    return databaseOn(engine, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function databaseOn(engine: PGlite, unlock: () => void): Database {
  const nested = new NestedUse();
  const outer = drizzle(engine, { schema }) as unknown as Drizzle;
  return {
    kind: 'embedded',
    get db() {
      nested.refuse();
      return outer;
    },
    query: queryOn(engine, () => nested.refuse()),
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      nested.refuse();
      return engine.transaction((tx) => nested.watch(() => work(transactionOn(tx as unknown as PGlite))));
    },
    async close() {
      await engine.close();
      unlock();
    },
  };
}

function transactionOn(tx: PGlite): Transaction {
  let db: Drizzle | undefined;
  return {
    inTransaction: true,
    get db() {
      db ??= drizzle(tx, { schema }) as unknown as Drizzle;
      return db;
    },
    query: queryOn(tx, () => undefined),
  };
}
