import type { CaseView } from '../../casework/show/shown.ts';
import { type LifePhase, type LifePicture, type LifeStage, lifePicture } from '../components/life-picture.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { nextDeadline } from './next-deadline.ts';

type StageName = 'application' | 'offer' | 'contract' | 'works' | 'readiness' | 'connection';

/** The usual stages, and the date by which each is behind the case. */
const STAGES: readonly { readonly name: StageName; readonly reached: string; readonly begun: string }[] = [
  { name: 'application', reached: 'offerIssuedOn', begun: 'receivedOn' },
  { name: 'offer', reached: 'inForceOn', begun: 'offerIssuedOn' },
  { name: 'contract', reached: 'worksStartedOn', begun: 'inForceOn' },
  { name: 'works', reached: 'completedOn', begun: 'worksStartedOn' },
  { name: 'readiness', reached: 'readinessOn', begun: 'readinessOn' },
  { name: 'connection', reached: 'connectedOn', begun: 'connectedOn' },
];

/** Past, present and possible next of one case. */
export function lifeOf(view: View, found: CaseView): LifePicture {
  const { t, formats } = view;
  const { dates, ending } = found;
  const behind = STAGES.map(({ reached }) => dates[reached] != null);
  // A later stage may be reached before an earlier one: readiness before the works are completed.
  const present = ending ? -1 : behind.indexOf(false);
  const whereItEnded = ending && ending.reason !== 'fulfilled' ? behind.indexOf(false) : -1;
  const kept = whereItEnded < 0 ? STAGES : STAGES.slice(0, whereItEnded + 1);
  const stages = kept.map(({ name, begun }, index): LifeStage => {
    const phase: LifePhase = index === present ? 'present' : behind[index] || ending ? 'past' : 'ahead';
    const on = dates[begun];
    return {
      label: t(`cases.stages.${name}`),
      details: [
        ...(on ? [formats.shortDate(on)] : []),
        ...(phase === 'present' ? untilWhen(view, found) : []),
      ],
      phase,
    };
  });
  const end: readonly LifeStage[] =
    ending && ending.reason !== 'fulfilled'
      ? [
          {
            label: nameOf(view.names, 'status', found.status),
            details: dates.endedOn ? [formats.shortDate(dates.endedOn)] : [],
            phase: 'present',
          },
        ]
      : [];
  return lifePicture(view, {
    title: t('cases.one.life'),
    stages: [...stages, ...end],
    branches: branchesOf(view, found),
    turn: end.length > 0 ? 'bad' : found.awaits,
  });
}

function untilWhen({ t, formats }: View, found: CaseView): readonly string[] {
  const deadline = nextDeadline(found);
  return deadline?.lastDay ? [t('cases.stages.until', { day: formats.shortDate(deadline.lastDay) })] : [];
}

/** Ways out that a running deadline already points to. */
const ENDS: Readonly<
  Record<string, 'nonPayment' | 'annulled' | 'forceMajeure' | 'unremedied' | 'withdrawal'>
> = {
  'annulment-earliest': 'annulled',
  'non-payment-end': 'nonPayment',
  'force-majeure-end': 'forceMajeure',
  remedy: 'unremedied',
  withdrawal: 'withdrawal',
};

const branchesOf = ({ names }: View, { deadlines, ending }: CaseView): readonly string[] =>
  ending
    ? []
    : deadlines.flatMap(({ name, state }) => {
        const reason = state === 'running' ? ENDS[name] : undefined;
        return reason ? [names.ending[reason]] : [];
      });
