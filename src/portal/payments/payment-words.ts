import type { PaymentView } from '../../payments/payments.ts';
import { type StatusTag, type Tone, tag } from '../components/status-tag.ts';
import type { View } from '../frame/view.ts';
import { MESSAGES, type MessageKey } from '../messages/translate.ts';

const TONES: Readonly<Record<PaymentView['state'], Tone>> = {
  begun: 'customer',
  confirmed: 'operator',
  paid: 'good',
  failed: 'bad',
  abandoned: 'nobody',
};

export const paymentTag = ({ t }: View, { state }: Pick<PaymentView, 'state'>): StatusTag =>
  tag(t(`payments.paymentStates.${state}`), TONES[state]);

/** A provider's name; one that has none in the messages is told as it is named in history. */
export function providerName({ t }: View, provider: string): string {
  const key = `payments.providers.${provider}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey & `payments.providers.${string}`) : provider;
}
