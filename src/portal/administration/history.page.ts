import type { HistoryHead } from '../../../db/history-chain.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { sectionsOf } from './sections.ts';

export interface HistoryPage extends Page {
  readonly sections: Tabs;
  readonly facts: SummaryList;
}

export function historyPage(view: View, { events, hash, at }: HistoryHead): HistoryPage {
  const { t, formats } = view;
  return {
    title: t('administration.evidence.title'),
    frame: { lead: t('administration.evidence.lead') },
    sections: sectionsOf(view, 'history'),
    facts: summaryList(
      row(t('administration.evidence.events'), String(events)),
      row(t('administration.evidence.hash'), hash ?? t('administration.evidence.none')),
      at === null ? null : row(t('administration.evidence.at'), formats.instant(at)),
    ),
  };
}
