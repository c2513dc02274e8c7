import type { Status } from '../../../workflows/status.ts';
import type { IconName } from '../frame/icons.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

export type Tone = 'customer' | 'operator' | 'nobody' | 'good' | 'bad';

/** A state in one or two words: `{{> status-tag tag}}`. Colour never says more than the words. */
export interface StatusTag {
  readonly label: string;
  readonly tone: Tone;
  readonly iconName: IconName | null;
}

export const tag = (label: string, tone: Tone = 'nobody', iconName: IconName | null = null): StatusTag => ({
  label,
  tone,
  iconName,
});

const TONES: Readonly<Partial<Record<Status, Tone>>> = {
  incomplete: 'customer',
  offered: 'customer',
  'annulment-warned': 'bad',
  annulled: 'bad',
  terminated: 'bad',
  suspended: 'customer',
  'in-force': 'operator',
  fulfilled: 'good',
  closed: 'good',
  received: 'operator',
  evaluating: 'operator',
  objected: 'operator',
};

export function statusTag({ names }: View, status: string): StatusTag {
  return tag(nameOf(names, 'status', status), TONES[status as Status] ?? 'nobody');
}

const TURN_ICONS: Readonly<Record<'customer' | 'operator' | 'nobody', IconName>> = {
  customer: 'hand',
  operator: 'clock',
  nobody: 'check',
};

/** Whose turn it is; a customer is told `Jūsu kārta`, staff `Klienta kārta`. */
export function turnTag(view: View, awaits: 'customer' | 'operator' | 'nobody'): StatusTag {
  const isCustomer = view.caller?.roles.includes('customer') ?? true;
  const label = isCustomer && awaits === 'customer' ? view.t('common.yourTurn') : view.names.awaits[awaits];
  return tag(label, awaits, TURN_ICONS[awaits]);
}
