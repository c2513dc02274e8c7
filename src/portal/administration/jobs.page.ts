import type { Jobs } from '../../administration/jobs.ts';
import type { Empty, Tabs } from '../components/navigation-parts.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { sectionsOf } from './sections.ts';

export interface JobsPage extends Page {
  readonly sections: Tabs;
  readonly failed: readonly FailedJob[];
  readonly noneFailed: Empty | null;
  readonly waiting: Table;
  readonly failedLetters: string | null;
}

interface FailedJob {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly href: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  readonly error: string;
  readonly caseId: string;
  readonly deadline: string;
}

export function jobsPage(view: View, { now, failed, waiting, failedLetters }: Jobs): JobsPage {
  const { t, formats, names } = view;
  const at = (instant: string | null): string => (instant ? formats.instant(instant) : '–');
  return {
    title: t('administration.jobs.title'),
    frame: { lead: t('administration.jobs.lead'), wide: true },
    sections: sectionsOf(view, 'jobs'),
    failed: failed.map((one, index) => ({
      id: `job-${index}`,
      title: nameOf(names, 'deadline', one.name),
      number: one.number,
      href: `/cases/${one.caseId}`,
      rows: [
        { label: t('administration.jobs.due'), text: at(one.dueAt) },
        { label: t('administration.jobs.attempts'), text: String(one.attempts) },
        {
          label: t('administration.jobs.nextTry'),
          text:
            one.wakeAt !== null && isPast(one.wakeAt, now) ? t('administration.jobs.atOnce') : at(one.wakeAt),
        },
      ],
      error: one.lastError,
      caseId: one.caseId,
      deadline: one.name,
    })),
    noneFailed:
      failed.length > 0
        ? null
        : {
            iconName: 'check',
            title: t('administration.jobs.noneFailed'),
            text: t('administration.jobs.noneFailedText'),
            action: null,
          },
    waiting: table({
      columns: [
        { label: t('administration.jobs.queue') },
        { label: t('administration.jobs.count'), numeric: true },
        { label: t('administration.jobs.oldest') },
      ],
      rows: waiting.map(({ queue, count, oldest }) => [
        t(`administration.jobs.queues.${queue}`),
        formats.number(count),
        at(oldest),
      ]),
    }),
    failedLetters:
      failedLetters > 0 ? t('administration.jobs.failedLetters', { count: failedLetters }) : null,
  };
}

const isPast = (at: string, now: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(now)) <= 0;
