import { IDLE } from './session-times.ts';

/** How staff sign in at this installation (ADR 0120). */
export interface StaffPolicy {
  /** Whether a second factor is demanded; who has set one up is asked for it in any case. */
  readonly factorRequired: boolean;
  /** A session of staff that nobody used for this long has ended. */
  readonly idle: Temporal.Duration;
  /** How long a shown second factor opens approvals, accounts and the law. */
  readonly factorFreshFor: Temporal.Duration;
}

/** Trials, and tests of other things. */
export const OPEN_STAFF_POLICY: StaffPolicy = {
  factorRequired: false,
  idle: IDLE,
  factorFreshFor: Temporal.Duration.from({ minutes: 15 }),
};
