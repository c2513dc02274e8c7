import type { Draft } from '../../../workflows/application.ts';
import type { Channel } from '../../law/deemed-receipt.ts';

export interface Address {
  readonly to: string;
  /** Where the address comes from: letters count at the address given in the application or Part I (II.11.1, II.16.4). */
  readonly source: 'application' | 'object';
}

/** Where a letter goes by each channel; null where the customer cannot be reached by it. */
export function addressFor({ customer, object }: Draft, channel: Channel): Address | null {
  switch (channel) {
    case 'portal':
    case 'hand':
      return { to: customer?.name ?? '', source: 'application' };
    case 'email':
      return customer?.email ? { to: customer.email, source: 'application' } : null;
    case 'post':
      if (customer?.postalAddress) return { to: customer.postalAddress, source: 'application' };
      return object?.address ? { to: object.address, source: 'object' } : null;
  }
}
