import type { IconName } from '../frame/icons.ts';

export type NoticeKind = 'info' | 'warning' | 'good' | 'bad';

/** A box that stands out: `{{> notice notice}}`. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly iconName: IconName;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}

const ICONS: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  warning: 'warning',
  good: 'check',
  bad: 'warning',
};

export const notice = (kind: NoticeKind, title: string | null, ...paragraphs: readonly string[]): Notice => ({
  kind,
  iconName: ICONS[kind],
  title,
  paragraphs,
});
