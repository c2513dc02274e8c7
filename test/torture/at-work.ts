import { expect } from 'vitest';
import { application } from '../../bench/torture/acts.ts';
import { type Asking, askingOf, confirmed, type User } from '../../bench/torture/ask.ts';
import { type ProductProcess, startMember } from '../../bench/torture/fleet.ts';
import { randomOf } from '../../bench/torture/random.ts';
import type { Relay } from '../../bench/torture/relay.ts';

/** The product as a process of its own, with people who use it over HTTP and a relay for its letters. */
export interface AtWork {
  readonly product: ProductProcess;
  readonly asking: Asking;
  /** An act that has to succeed; answers the case. */
  happens(user: User, path: string, body: object, key: string): Promise<{ id: string; version: number }>;
  /** An offer by e-mail: the offer and its invoice are letters for the relay. Answers the id of the case. */
  offerByEmail(mark: string): Promise<string>;
}

export async function startAtWork(
  relay: Relay,
  environment: Readonly<Record<string, string>>,
): Promise<AtWork> {
  const product = startMember({
    name: 'product',
    role: 'all',
    environment: {
      SMTP_URL: relay.urlFor('product'),
      CLOCK_START: '2025-03-10T08:00:00Z',
      ...environment,
    },
  });
  await product.untilUp();
  const asking = askingOf([product], randomOf(1, 'deliveries'));
  await asking.signIn(['customer', 'engineer', 'service']);
  const happens: AtWork['happens'] = async (user, path, body, key) => {
    const asked = await asking.change(user, path, body, key);
    const answer = confirmed(asked);
    expect(answer, `${user} ${path} ${JSON.stringify(asked.answers)}`).toBeDefined();
    return answer!.body as { id: string; version: number };
  };
  return {
    product,
    asking,
    happens,
    async offerByEmail(mark) {
      const { id } = await happens('customer', '/cases', application(mark, randomOf(1, mark)), mark);
      const route = { type: 'application.routed', designNeeded: false, contractorNeeded: false };
      await happens('engineer', `/cases/${id}/events`, route, `${mark}-route`);
      await happens('engineer', `/cases/${id}/events`, offer('offer.issued', '10000.00'), `${mark}-offer`);
      return id;
    },
  };
}

export const offer = (type: 'offer.issued' | 'offer.revised', loadUnit: string): object => ({
  type,
  quote: {
    regime: 'auto',
    connection: { ampere: '25', volt: '400', distanceM: '20', customerChoseContractor: false },
    costs: { loadUnit },
    operatorOrganisesDesign: false,
    supplyInterruptedOrLoadReduced: false,
  },
  termOn: '2025-09-30',
  paymentDueOn: '2025-04-09',
  channel: 'email',
  ownershipBoundary: 'Sadalne',
});

/** Message-IDs of what the relay has taken and said so. */
export const takenBy = (relay: Relay): string[] =>
  relay.arrived.filter(({ answered }) => answered).map(({ messageId }) => messageId);

/** Ends the process at once, as a lost machine does; nobody starts it again. */
export async function strikeDown(product: ProductProcess): Promise<void> {
  let dead!: () => void;
  const neverAgain = new Promise<void>((resolve) => {
    dead = resolve;
  });
  const killed = product.kill(() => neverAgain);
  await expect.poll(() => product.url).toBe(null);
  expect(await product.stop()).toBe(null);
  dead();
  await killed;
}
