import type { SavedViewRow } from '../../../db/rows.ts';
import type { WorkCount } from '../../reports/overview.ts';
import { worksOf } from '../../reports/work.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { type QueueFilterForm, queueFilterForm } from './queue.filters.ts';
import { type QueueFound, type QueueList, queueList, withWork } from './queue.list.ts';
import { type QueueFilters, queryOf, queueHref, shownWork } from './queue.query.ts';

export interface QueuePage extends Page {
  readonly tabs: Tabs;
  readonly views: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly save: { readonly id: string; readonly query: string };
  readonly filters: QueueFilterForm;
  readonly list: QueueList;
}

export interface QueueSurroundings {
  readonly counts: readonly WorkCount[];
  readonly views: readonly SavedViewRow[];
}

export function queuePage(view: View, found: QueueFound, { counts, views }: QueueSurroundings): QueuePage {
  const { t } = view;
  const { filters } = found;
  const query = queryOf(withWork(view, filters));
  return {
    title: t('cases.queue.title'),
    frame: { lead: t('cases.queue.lead'), wide: true, scripts: ['js/queue.js'] },
    tabs: tabsOf(view, filters, counts),
    views: views.map((one) => ({
      name: one.name,
      href: `/cases?${one.query}`,
      current: one.query === query,
    })),
    save: { id: crypto.randomUUID(), query },
    filters: queueFilterForm(view, filters),
    list: queueList(view, found),
  };
}

function tabsOf({ t, formats, caller }: View, filters: QueueFilters, counts: readonly WorkCount[]): Tabs {
  const works = caller ? worksOf(caller) : [];
  const current = caller ? shownWork(filters, caller) : null;
  const countOf = (one: WorkCount | undefined): string | null =>
    one === undefined
      ? null
      : one.more
        ? t('queue.more', { count: formats.number(one.cases) })
        : formats.number(one.cases);
  return {
    label: t('cases.queue.views'),
    tabs: works.map((work) => ({
      label: t(`queue.works.${work}`),
      href: queueHref({ work }),
      current: work === current,
      count: countOf(counts.find((one) => one.work === work)),
    })),
  };
}
