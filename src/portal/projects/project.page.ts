import type { Project } from '../../reports/project.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

export interface ProjectPage extends Page {
  readonly notice: Notice;
  readonly members: Table;
}

export function projectPage(view: View, project: Project): ProjectPage {
  const { t, names, formats } = view;
  const clause = view.clause('II.4.4') ?? '';
  const dayOf = (iso: string | null): string => (iso === null ? '–' : formats.shortDate(iso));
  return {
    title: t('queue.project.title', { project: project.projectId }),
    frame: {
      lead: t('queue.project.lead'),
      wide: true,
      crumbs: [{ label: t('cases.nav.queue'), href: '/cases' }],
    },
    notice: project.allPaid
      ? notice('good', t('queue.project.allPaid'), clause)
      : notice(
          'warning',
          t('queue.project.notAllPaid', { count: project.members.filter(({ isPaid }) => !isPaid).length }),
          clause,
        ),
    members: table({
      columns: [
        { label: t('queue.project.case') },
        { label: t('queue.project.customer') },
        { label: t('queue.project.shareNet'), numeric: true },
        { label: t('queue.project.gross'), numeric: true },
        { label: t('queue.project.outstanding'), numeric: true },
        { label: t('queue.project.ready') },
        { label: t('queue.project.connected') },
      ],
      rows: project.members.map((one) => [
        { text: one.number, href: `/cases/${one.caseId}`, note: nameOf(names, 'status', one.status) },
        { text: one.customer ?? t('cases.queue.hidden'), note: one.address },
        formats.amount(one.shareNet),
        formats.amount(one.customerShareGross),
        formats.amount(one.outstanding),
        dayOf(one.readyOn),
        dayOf(one.connectedOn),
      ]),
      foot: [t('queue.project.together'), '', formats.amount(project.sharesNet), '', '', '', ''],
    }),
  };
}
