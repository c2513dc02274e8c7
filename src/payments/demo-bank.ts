import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AMOUNT_PATTERN, type Amount } from '../law/money.ts';
import type { Outcome, PaymentProvider, ProviderMessage } from './provider.ts';

/** A bank that moves no money: for trying the product out alone. It signs its messages as a real one would, with a secret
 *  that lives as long as the process, and remembers as long what became of a payment. */
export interface DemoBank extends PaymentProvider {
  /** What the payer chose on the bank's page, as the message that the bank sends of it. */
  answer(paymentId: string, outcome: Outcome): ProviderMessage;
}

const message = z.strictObject({
  paymentId: z.uuid(),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('paid'),
      amount: z.string().regex(AMOUNT_PATTERN),
      at: z.string().transform((text) => Temporal.Instant.from(text)),
    }),
    z.strictObject({ kind: z.literal('cancelled') }),
    z.strictObject({ kind: z.literal('pending') }),
  ]),
});

const MOST_REMEMBERED = 10_000;

export function openDemoBank(): DemoBank {
  const secret = randomBytes(32);
  const signed = (body: string): string => createHmac('sha256', secret).update(body).digest('base64url');
  const remembered = new Map<string, Outcome>();

  return {
    name: 'demo-bank',
    begin: async ({ id }) => ({ providerReference: `DEMO-${id.slice(0, 8)}`, goTo: `/demo-bank/${id}` }),
    async read({ signature, body }) {
      const given = Buffer.from(signature);
      const expected = Buffer.from(signed(body));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return message.parse(JSON.parse(body));
    },
    look: async ({ id }) => remembered.get(id) ?? { kind: 'pending' },
    answer(paymentId, outcome) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(paymentId, outcome);
      const body = JSON.stringify({ paymentId, outcome: told(outcome) });
      return { signature: signed(body), body };
    },
  };
}

const told = (outcome: Outcome): { kind: Outcome['kind']; amount?: Amount; at?: string } =>
  outcome.kind === 'paid' ? { ...outcome, at: outcome.at.toString() } : outcome;
