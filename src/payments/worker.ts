import type { Connection } from '../../db/database.ts';
import { unbookedPayments } from '../../db/payments.ts';
import type { Payments } from './payments.ts';

/** Looks after payments of which nothing was heard: a message may have been lost, or a process may have ended between the
 *  provider's confirmation and the booking. Several processes may do so at once. */
export interface PaymentWorker {
  /** One round: how many payments it looked at. */
  round(): Promise<number>;
  stop(): Promise<void>;
}

const EVERY_MS = 30_000;
const A_ROUND = 200;

export function startPaymentWorker(
  db: Connection,
  payments: Pick<Payments, 'settle'>,
  failed: (paymentId: string, error: unknown) => void,
): PaymentWorker {
  /** A payment that cannot be booked is told once, not every half minute. */
  const told = new Set<string>();
  let current: Promise<unknown> = Promise.resolve();

  async function round(): Promise<number> {
    const waiting = await unbookedPayments(db, A_ROUND);
    for (const payment of waiting) {
      await payments.settle(payment).catch((error: unknown) => {
        if (!told.has(payment.id)) failed(payment.id, error);
        told.add(payment.id);
      });
    }
    return waiting.length;
  }

  const timer = setInterval(() => {
    current = current.then(round).catch((error: unknown) => failed('', error));
  }, EVERY_MS);
  timer.unref();

  return {
    round,
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
