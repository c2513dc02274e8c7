import { mayPost } from '../../casework/rights.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import type { View } from '../frame/view.ts';

const VIEWS = [
  { key: 'post', href: '/staff/post', ofTheDesk: true },
  { key: 'posted', href: '/staff/post/posted', ofTheDesk: true },
  { key: 'failed', href: '/staff/letters/failed', ofTheDesk: true },
  { key: 'kinds', href: '/staff/letters', ofTheDesk: false },
] as const;

/** The pages about letters that this person may open. */
export function viewsOf({ t, caller, path }: View): Tabs {
  const keepsTheDesk = caller !== null && mayPost(caller, 'notice.dispatched');
  return {
    label: t('letters.views'),
    tabs: VIEWS.filter(({ ofTheDesk }) => keepsTheDesk || !ofTheDesk).map(({ key, href }) => ({
      label: t(`letters.tabs.${key}`),
      href,
      current: path === href,
      count: null,
    })),
  };
}
