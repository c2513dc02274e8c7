import type { Database, Transaction } from '../../db/database.ts';

/** A database that lives inside one transaction: what is asked of it stands or falls with that transaction as a whole, so
 *  a transaction of its own needs no bounds, and whoever catches its failure can do nothing more here. */
export function withinTransaction(tx: Transaction, kind: Database['kind']): Database {
  return {
    kind,
    get db() {
      return tx.db;
    },
    query: (statement, params) => tx.query(statement, params),
    transaction: (work) => work(tx),
    close: () => Promise.reject(new Error('A transaction ends with its work and cannot be closed.')),
  };
}
