import type { Casework } from '../casework/casework.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { type BounceReader, startBounceReader } from './bounces/read-bounces.ts';
import type { DeliveryLog } from './dispatch.ts';
import { type Dispatcher, startDispatcher } from './dispatcher.ts';
import { createLetterDesk, type LetterDesk } from './letter-desk.ts';
import { type Mailer, smtpMailer } from './mail.ts';
import type { Documents } from './rendering.ts';

export interface DeliveryOptions {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly bounceDir: string | null;
  /** Whether this process sends of its own accord; any process can be asked to. */
  readonly inBackground: boolean;
}

/** Everything between a committed letter and the customer. */
export interface Delivery extends Dispatcher {
  readonly desk: LetterDesk;
  /** null: no relay is known. */
  readonly mailer: Mailer | null;
}

export function startDelivery(
  parts: Pick<CaseworkParts, 'db' | 'clock' | 'lawBook' | 'lettersWait'>,
  documents: Documents,
  casework: Pick<Casework, 'post'>,
  { smtpUrl, mailFrom, bounceDir, inBackground }: DeliveryOptions,
  log: DeliveryLog,
): Delivery {
  const mailer = smtpUrl === null ? null : smtpMailer(smtpUrl, mailFrom);
  const dispatcher = startDispatcher({ ...parts, documents, casework, mailer }, log, { inBackground });
  const bounces: BounceReader | null =
    bounceDir !== null && inBackground ? startBounceReader({ ...parts, casework }, bounceDir, log) : null;
  return {
    ...dispatcher,
    desk: createLetterDesk({ ...parts, casework, documents }),
    mailer,
    async stop() {
      await Promise.all([bounces?.stop(), dispatcher.stop()]);
      mailer?.close();
    },
  };
}
