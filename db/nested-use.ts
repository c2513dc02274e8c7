import { AsyncLocalStorage } from 'node:async_hooks';

/** Notices the use of the outer database inside one of its own transactions: on the embedded database it would wait for
 *  itself forever, on a server it would silently stand outside the transaction. */
export class NestedUse {
  readonly #running = new AsyncLocalStorage<{ open: boolean }>();

  refuse(): void {
    if (!this.#running.getStore()?.open) return;
    throw new Error(
      'The database was used inside its own transaction: use the handle that the transaction passes in.',
    );
  }

  async watch<T>(work: () => Promise<T>): Promise<T> {
    const transaction = { open: true };
    try {
      return await this.#running.run(transaction, work);
    } finally {
      transaction.open = false;
    }
  }
}
