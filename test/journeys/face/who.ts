import { WHO as WHO_MAY } from '../../acts/index.ts';

/** Who makes what happen by an event. Service also registers what a customer may do on paper (readings.md#rights); a draft
 *  is kept otherwise, and the clock does not ask. */
export const WHO: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(WHO_MAY)
    .map(([type, who]) => [type, who.split(' ').filter((role) => role !== 'clock')] as const)
    .filter(([type, who]) => type !== 'application.drafted' && who.length > 0),
);

export const ROLES = ['customer', 'service', 'engineer', 'finance', 'privacy', 'admin'] as const;
