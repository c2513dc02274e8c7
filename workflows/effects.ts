import type { NoticeId } from './notices.ts';

/** Effects: commands to the shell, never run by the chart. */
export type Effect =
  | { readonly type: 'sendNotice'; readonly notice: NoticeId }
  | { readonly type: 'resendByPost' }
  | { readonly type: 'issueInvoice'; readonly kind: 'advance' | 'final' }
  | { readonly type: 'voidInvoice' }
  /** Money is booked beside the case, for those who look over all cases. */
  | { readonly type: 'bookPayment' }
  | { readonly type: 'bookRefund' }
  /** The letter that the event names has left the house. */
  | { readonly type: 'noteDispatch' }
  /** Letters that are still to go take the address that the case has now. */
  | { readonly type: 'readdressLetters' };
export type EffectKind = Effect['type'];

export const notice = (id: NoticeId): Effect => ({ type: 'sendNotice', notice: id });
export const invoice = (kind: 'advance' | 'final'): Effect => ({ type: 'issueInvoice', kind });
export const voidInvoice: Effect = { type: 'voidInvoice' };
export const resendByPost: Effect = { type: 'resendByPost' };
export const bookPayment: Effect = { type: 'bookPayment' };
export const bookRefund: Effect = { type: 'bookRefund' };
export const noteDispatch: Effect = { type: 'noteDispatch' };
export const readdressLetters: Effect = { type: 'readdressLetters' };

/** Every kind of effect, for the chart that gives them out. */
export const EFFECT_KINDS = Object.keys({
  sendNotice: true,
  resendByPost: true,
  issueInvoice: true,
  voidInvoice: true,
  bookPayment: true,
  bookRefund: true,
  noteDispatch: true,
  readdressLetters: true,
} satisfies Record<EffectKind, true>);
