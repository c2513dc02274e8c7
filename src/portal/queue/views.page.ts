import type { SavedViewRow } from '../../../db/rows.ts';
import type { Empty } from '../components/navigation-parts.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export interface ViewsPage extends Page {
  readonly views: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly rename: string;
    readonly remove: string;
  }[];
  readonly empty: Empty | null;
}

export function viewsPage({ t }: View, views: readonly SavedViewRow[], errors: FormErrors | null): ViewsPage {
  return {
    title: t('queue.views.title'),
    frame: {
      lead: t('queue.views.lead'),
      crumbs: [{ label: t('cases.nav.queue'), href: '/cases' }],
      errors: errors?.summary ?? null,
    },
    views: views.map(({ id, name, query }) => ({
      id,
      name,
      href: `/cases?${query}`,
      rename: t('queue.views.renameOf', { name }),
      remove: t('queue.views.removeOf', { name }),
    })),
    empty:
      views.length > 0
        ? null
        : {
            iconName: 'filter',
            title: t('queue.views.empty'),
            text: t('queue.views.emptyText'),
            action: { label: t('queue.views.toQueue'), href: '/cases' },
          },
  };
}
