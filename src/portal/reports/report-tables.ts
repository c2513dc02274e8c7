import type { RegulatorReport } from '../../reports/regulator.ts';
import type { View } from '../frame/view.ts';
import type { overview } from '../messages/lv/overview.ts';
import { nameOf } from '../messages/names.ts';

/** The regulator's report in words, the same for page, CSV and PDF. */
export interface ReportTables {
  readonly title: string;
  readonly period: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly figures: readonly {
      readonly name: string;
      readonly value: string;
      readonly definition: string;
      readonly clause: string;
    }[];
  }[];
  readonly steps: readonly {
    readonly name: string;
    readonly cases: string;
    readonly average: string;
    readonly median: string;
    readonly longest: string;
  }[];
  readonly suspensions: readonly ReasonRow[];
  readonly endings: readonly ReasonRow[];
}

export interface ReasonRow {
  readonly name: string;
  readonly cases: string;
}

type Figure = keyof typeof overview.report.figures & keyof typeof overview.report.definitions;
type Section = keyof typeof overview.report.sections;

interface FigureRow {
  readonly figure: Figure;
  readonly clause: string;
  readonly of: (report: RegulatorReport) => number;
}

const FIGURES: Readonly<Record<Section, readonly FigureRow[]>> = {
  applications: [
    { figure: 'received', clause: 'II.11.1', of: ({ applications }) => applications.received },
    { figure: 'issued', clause: 'II.11.1', of: ({ offers }) => offers.issued },
    { figure: 'within20', clause: 'II.11.1.1', of: ({ offers }) => offers.within20 },
    { figure: 'late20', clause: 'II.11.1.1', of: ({ offers }) => offers.late20 },
    { figure: 'within30', clause: 'II.11.1.2', of: ({ offers }) => offers.within30 },
    { figure: 'late30', clause: 'II.11.1.2', of: ({ offers }) => offers.late30 },
  ],
  objections: [
    { figure: 'objected', clause: 'II.11.2', of: ({ objections }) => objections.received },
    { figure: 'objectionsAnswered', clause: 'II.11.2', of: ({ objections }) => objections.answered },
    { figure: 'objectionsInTime', clause: 'II.11.2', of: ({ objections }) => objections.answeredInTime },
    { figure: 'founded', clause: 'II.11.2', of: ({ objections }) => objections.founded },
    { figure: 'rejected', clause: 'II.11.2', of: ({ objections }) => objections.rejected },
  ],
  annulments: [
    { figure: 'warned', clause: 'II.11.3', of: ({ annulments }) => annulments.warned },
    { figure: 'annulled', clause: 'II.11.3', of: ({ annulments }) => annulments.annulled },
    { figure: 'reinstated', clause: 'II.11.4', of: ({ annulments }) => annulments.reinstated },
  ],
  contracts: [
    { figure: 'concluded', clause: 'II.11.5', of: ({ contracts }) => contracts.concluded },
    { figure: 'completed', clause: 'II.2.6', of: ({ works }) => works.completed },
    { figure: 'withinTerm', clause: 'II.2.6', of: ({ works }) => works.withinTerm },
    { figure: 'afterTerm', clause: 'II.2.6', of: ({ works }) => works.afterTerm },
    { figure: 'made', clause: 'II.4.1', of: ({ connections }) => connections.made },
    { figure: 'connectedInTime', clause: 'II.4.1', of: ({ connections }) => connections.inTime },
    { figure: 'connectedLate', clause: 'II.4.1', of: ({ connections }) => connections.late },
  ],
  complaints: [
    { figure: 'complaints', clause: 'II.16.5', of: ({ complaints }) => complaints.received },
    { figure: 'complaintsAnswered', clause: 'II.16.5', of: ({ complaints }) => complaints.answered },
    { figure: 'complaintsInTime', clause: 'II.16.5', of: ({ complaints }) => complaints.answeredInTime },
  ],
};

export function reportTables(view: View, report: RegulatorReport): ReportTables {
  const { t, names, formats, clause } = view;
  const days = (value: string | number | null): string => (value === null ? '–' : formats.number(value));
  return {
    title: t('overview.report.title'),
    period: t('overview.period.told', {
      from: formats.shortDate(report.from),
      to: formats.shortDate(report.to),
    }),
    sections: (Object.keys(FIGURES) as Section[]).map((section) => ({
      heading: t(`overview.report.sections.${section}`),
      figures: FIGURES[section].map(({ figure, clause: under, of }) => ({
        name: t(`overview.report.figures.${figure}`),
        value: formats.number(of(report)),
        definition: t(`overview.report.definitions.${figure}`),
        clause: clause(under) ?? under,
      })),
    })),
    steps: report.steps.map(({ step, cases, average, median, longest }) => ({
      name: t(`overview.report.stepNames.${step}`),
      cases: formats.number(cases),
      average: days(average),
      median: days(median),
      longest: days(longest),
    })),
    suspensions: report.suspensions.map(({ reason, cases }) => ({
      name: nameOf(names, 'suspension', reason),
      cases: formats.number(cases),
    })),
    endings: report.endings.map(({ reason, cases }) => ({
      name: nameOf(names, 'ending', reason),
      cases: formats.number(cases),
    })),
  };
}
