import { csvBegin, csvLine } from '../../reports/csv.ts';
import type { RegulatorReport } from '../../reports/regulator.ts';
import type { View } from '../frame/view.ts';
import { reportTables } from './report-tables.ts';

/** One table of all figures: what it is, its number, what it means, under which clause. */
export function reportCsv(view: View, report: RegulatorReport): string {
  const { t } = view;
  const { period, sections, steps, suspensions, endings } = reportTables(view, report);
  const lines = [
    ...sections.flatMap(({ heading, figures }) =>
      figures.map(({ name, value, definition, clause }) => [heading, name, value, definition, clause]),
    ),
    ...steps.flatMap(({ name, cases, average, median, longest }) =>
      [
        [t('overview.report.cases'), cases],
        [t('overview.report.average'), average],
        [t('overview.report.median'), median],
        [t('overview.report.longest'), longest],
      ].map(([what = '', value = '']) => [t('overview.report.steps'), `${name}: ${what}`, value, '', '']),
    ),
    ...suspensions.map(({ name, cases }) => [t('overview.report.suspensions'), name, cases, '', '']),
    ...endings.map(({ name, cases }) => [t('overview.report.endings'), name, cases, '', '']),
  ];
  return (
    csvBegin([
      period,
      t('overview.report.figure'),
      t('overview.report.value'),
      t('overview.report.definition'),
      '',
    ]) + lines.map(csvLine).join('')
  );
}
