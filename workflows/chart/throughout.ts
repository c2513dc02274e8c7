import { and } from 'xstate';

/** What may happen in several stages of a case alike. */

export const joinsProject = {
  actions: 'recordProject',
  meta: { clause: 'II.4.4' },
  description: 'The connection belongs to a common project of several customers.',
} as const;

export const bounced = {
  actions: ['recordUndelivered', 'resendByPost'],
  meta: { clause: 'II.16.4.3' },
  description: 'A letter was not delivered; it goes again by post.',
} as const;

export const dispatched = {
  actions: 'recordDispatch',
  meta: { clause: 'II.16.4' },
  description:
    'A letter was posted, signed for or sent on this day; where that is later than assumed, it counts later.',
} as const;

/** T-31: a warning that came back was not received, and the debt cannot be handed over on it. */
export const debtWarningBounced = {
  guard: and([{ type: 'failedNoticeIs', params: { notice: 'N-DEBTWARN' } }, 'failedNoticeIsCurrent']),
  actions: ['recordDebtWarningFailed', 'resendByPost'],
  meta: { clause: 'II.16.4.3' },
  description: 'The warning of the debt was not delivered: it counts from its receipt by post.',
} as const;
