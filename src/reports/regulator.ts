import type { SUSPENSION_REASONS } from '../../workflows/vocabulary.ts';
import type { IsoDay } from '../law/days.ts';
import type { Milestone, MilestoneKind } from './milestones.ts';

/** The regulator's report on a period: counts and lengths of steps, and nothing of a person. Pure. */
export interface RegulatorReport {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly applications: { readonly received: number };
  readonly offers: {
    readonly issued: number;
    /** By the time limit that applied: II.11.1.1 (20 days) and II.11.1.2 (30 days). */
    readonly within20: number;
    readonly late20: number;
    readonly within30: number;
    readonly late30: number;
  };
  readonly objections: {
    readonly received: number;
    readonly answered: number;
    readonly answeredInTime: number;
    readonly founded: number;
    readonly rejected: number;
  };
  readonly annulments: {
    readonly warned: number;
    readonly annulled: number;
    readonly reinstated: number;
  };
  readonly contracts: { readonly concluded: number };
  readonly works: {
    readonly completed: number;
    readonly withinTerm: number;
    readonly afterTerm: number;
  };
  readonly connections: {
    readonly made: number;
    readonly inTime: number;
    readonly late: number;
  };
  readonly complaints: {
    readonly received: number;
    readonly answered: number;
    readonly answeredInTime: number;
  };
  readonly steps: readonly StepLength[];
  readonly suspensions: readonly Reason<string>[];
  readonly endings: readonly Reason<string>[];
}

interface StepLength {
  readonly step: Step;
  readonly cases: number;
  /** Calendar days, one decimal; null where no case took the step. */
  readonly average: string | null;
  readonly median: string | null;
  readonly longest: number | null;
}

type Step = (typeof STEPS)[number];
export const STEPS = [
  'offer',
  'objection-answer',
  'conclusion',
  'works',
  'connection',
  'complaint-answer',
] as const;

interface Reason<Name> {
  readonly reason: Name;
  readonly cases: number;
}

const GROUNDS: typeof SUSPENSION_REASONS = [
  'design-flaws',
  'preparatory-works',
  'adverse-conditions',
  'digging-ban',
];

const ENDS_OF: Readonly<Record<Step, MilestoneKind>> = {
  offer: 'offered',
  'objection-answer': 'objection-answered',
  conclusion: 'concluded',
  works: 'completed',
  connection: 'connected',
  'complaint-answer': 'complaint-answered',
};

export interface Period {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

export function regulatorReport({ from, to }: Period, milestones: Iterable<Milestone>): RegulatorReport {
  const inPeriod = Map.groupBy(
    [...milestones].filter(({ on }) => from <= on && on <= to),
    ({ kind }) => kind,
  );
  const all = (kind: MilestoneKind): readonly Milestone[] => inPeriod.get(kind) ?? [];
  const count = (kind: MilestoneKind, which: (one: Milestone) => boolean = () => true): number =>
    all(kind).filter(which).length;
  const inTime = ({ inTime: kept }: Milestone): boolean => kept === true;
  const late = ({ inTime: kept }: Milestone): boolean => kept === false;
  const longer = ({ clause }: Milestone): boolean => clause === 'II.11.1.2';
  return {
    from,
    to,
    applications: { received: count('received') },
    offers: {
      issued: count('offered'),
      within20: count('offered', (one) => inTime(one) && !longer(one)),
      late20: count('offered', (one) => late(one) && !longer(one)),
      within30: count('offered', (one) => inTime(one) && longer(one)),
      late30: count('offered', (one) => late(one) && longer(one)),
    },
    objections: {
      received: count('objected'),
      answered: count('objection-answered'),
      answeredInTime: count('objection-answered', inTime),
      founded: count('objection-answered', ({ reason }) => reason === 'founded'),
      rejected: count('objection-answered', ({ reason }) => reason === 'rejected'),
    },
    annulments: {
      warned: count('warned'),
      annulled: count('annulled'),
      reinstated: count('reinstated'),
    },
    contracts: { concluded: count('concluded') },
    works: {
      completed: count('completed'),
      withinTerm: count('completed', inTime),
      afterTerm: count('completed', late),
    },
    connections: {
      made: count('connected'),
      inTime: count('connected', inTime),
      late: count('connected', late),
    },
    complaints: {
      received: count('complained'),
      answered: count('complaint-answered'),
      answeredInTime: count('complaint-answered', inTime),
    },
    steps: STEPS.map((step) => lengthOf(step, all(ENDS_OF[step]))),
    suspensions: byReason(all('suspended'), GROUNDS),
    endings: byReason(all('ended'), []),
  };
}

function lengthOf(step: Step, milestones: readonly Milestone[]): StepLength {
  const days = milestones
    .map((one) => one.days)
    .filter((one) => one !== null)
    .sort((a, b) => a - b);
  if (days.length === 0) return { step, cases: 0, average: null, median: null, longest: null };
  const middle = days.length / 2;
  const median = Number.isInteger(middle)
    ? (days[middle - 1]! + days[middle]!) / 2
    : days[Math.floor(middle)]!;
  const sum = days.reduce((total, one) => total + one, 0);
  return {
    step,
    cases: days.length,
    average: (sum / days.length).toFixed(1),
    median: median.toFixed(1),
    longest: days.at(-1)!,
  };
}

/** The known reasons in their order, also without a case, then others by their number. */
function byReason(milestones: readonly Milestone[], known: readonly string[]): readonly Reason<string>[] {
  const counted = new Map<string, number>(known.map((reason) => [reason, 0]));
  for (const { reason } of milestones)
    if (reason !== null) counted.set(reason, (counted.get(reason) ?? 0) + 1);
  const rows = [...counted].map(([reason, cases]) => ({ reason, cases }));
  return [
    ...rows.slice(0, known.length),
    ...rows.slice(known.length).sort((a, b) => b.cases - a.cases || (a.reason < b.reason ? -1 : 1)),
  ];
}
