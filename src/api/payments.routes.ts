import { createHash } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../casework/caller.ts';
import { paymentIdOf } from '../http/ids.ts';
import { BODY_LIMIT_BYTES, jsonBody } from '../http/json-body.ts';
import { signInLimit } from '../http/rate-limits.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { onceOptions } from './conditions.ts';
import type { ApiServices } from './services.ts';

export const paymentOrder = z.strictObject({
  reference: z.string().trim().min(1).max(50).describe('Creditor reference on the invoice, RF…'),
  besides: z
    .boolean()
    .default(false)
    .describe('Pay although a payment of the invoice has begun, of which 409 `payment.already-begun` told'),
});

/** As the provider signed it; each has a form of its own. */
export const providerMessage = z.looseObject({});

/** The header by which a provider signs what it says. */
const SIGNATURE_HEADER = 'Provider-Signature';

type Parts = Pick<ApiServices, 'db' | 'payments' | 'identity' | 'limits'>;

/** Paying an invoice by its reference (PO-06). References follow each other, so that asking for them is slowed like signing
 *  in. */
export function paymentsRoutes({ payments, identity, ...parts }: Parts): Router {
  const router = Router();
  const entry = signedIn(identity);
  const asText = express.text({ type: () => true, limit: BODY_LIMIT_BYTES });

  async function begin(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const { reference, besides } = read(paymentOrder, req.body);
    const { idempotencyKey } = onceOptions(req, res);
    const id = idempotencyKey === undefined ? {} : { id: idOfKey(caller, idempotencyKey) };
    const begun = await payments.begin(caller, { reference, besides, ...id });
    res.status(201).location(`${req.baseUrl}/payments/${begun.id}`).json(begun);
  }

  resource(router, '/payments', {
    post: [entry, signInLimit(parts, 'payment-reference'), ...jsonBody, begin],
  });
  resource(router, '/payments/:id', {
    get: [
      entry,
      async (req, res) => {
        res.json(await payments.find(callerOf(res), paymentIdOf(req)));
      },
    ],
  });
  resource(router, '/payments/callbacks/:provider', {
    post: [
      asText,
      async (req, res) => {
        await payments.told(String(req.params.provider), {
          signature: req.get(SIGNATURE_HEADER) ?? '',
          body: typeof req.body === 'string' ? req.body : '',
        });
        res.status(204).end();
      },
    ],
  });
  return router;
}

/** One key of one account begins one payment. */
function idOfKey({ accountId }: Caller, key: string): string {
  const hex = createHash('sha256').update(`payment ${accountId} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
