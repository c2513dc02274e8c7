import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONTS, printable } from '../../letters/glyphs.ts';
import type { RegulatorReport } from '../../reports/regulator.ts';
import type { View } from '../frame/view.ts';
import { reportTables } from './report-tables.ts';

/** The report set as PDF/A-2a: tagged, with embedded fonts, the same bytes for the same figures. */

const FOLDER = join(import.meta.dirname, '../../../templates/reports');
const LAYOUT = readFileSync(join(FOLDER, 'regulator.typ'), 'utf8');

let compiler: NodeCompiler | undefined;

export function reportPdf(view: View, report: RegulatorReport): Uint8Array {
  const { t, language, operator, today, formats } = view;
  const data = {
    ...reportTables(view, report),
    lang: language,
    date: [today.year, today.month, today.day],
    operator: operator.name,
    registration: operator.registrationNumber,
    madeOn: t('overview.report.madeOn', { day: formats.shortDate(today.toString()) }),
    lead: t('overview.report.lead'),
    words: {
      figure: t('overview.report.figure'),
      value: t('overview.report.value'),
      definition: t('overview.report.definition'),
      steps: t('overview.report.steps'),
      stepsText: t('overview.report.stepsText'),
      step: t('overview.report.step'),
      cases: t('overview.report.cases'),
      average: t('overview.report.average'),
      median: t('overview.report.median'),
      longest: t('overview.report.longest'),
      suspensions: t('overview.report.suspensions'),
      endings: t('overview.report.endings'),
      reason: t('overview.report.reason'),
      noEndings: t('overview.report.noEndings'),
    },
  };
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: [...FONTS] }] });
  const shown = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
  const pdf = compiler.pdf({ mainFileContent: LAYOUT, inputs: { data: shown } }, { pdfStandard: 'a-2a' });
  compiler.evictCache(0);
  return pdf;
}
