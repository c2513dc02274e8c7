import type { Database, Transaction } from '../../db/database.ts';

/** A database that lives inside one transaction: what is asked of it stands or falls with that transaction, and a
 *  transaction of its own is a savepoint. */
export function withinTransaction(tx: Transaction, kind: Database['kind']): Database {
  return {
    kind,
    get db() {
      return tx.db;
    },
    query: (statement, params) => tx.query(statement, params),
    async transaction(work) {
      await tx.query('savepoint step');
      try {
        const result = await work(tx);
        await tx.query('release savepoint step');
        return result;
      } catch (error) {
        await tx.query('rollback to savepoint step');
        throw error;
      }
    },
    close: () => Promise.reject(new Error('A transaction ends with its work and cannot be closed.')),
  };
}
