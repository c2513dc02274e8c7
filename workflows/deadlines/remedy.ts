import { day } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import { deadline, hasEnded, type Situation, type Standing, stateByDone } from './deadline.ts';

function standing(situation: Situation): Standing | null {
  const { facts } = situation;
  const withDate = facts.suspensions.filter((one) => one.remedyBy !== null);
  const open = withDate.filter((one) => one.to === null).sort((a, b) => (a.remedyBy! < b.remedyBy! ? -1 : 1));
  const current = open[0] ?? withDate.at(-1);
  if (!current) return null;
  const lastDay = day(current.remedyBy!);
  const done = current.to ? day(current.to) : null;
  return {
    lastDay,
    earliestDay: null,
    awaits: 'customer',
    clause: current.reason === 'design-flaws' ? 'II.13.1.1' : 'II.13.1.2',
    state: hasEnded(situation) && !done ? 'void' : stateByDone(lastDay, done, facts.passed.remedy),
    because: () =>
      say(`Operators trūkumu novēršanai noteica ${lastDay}.`, `The operator set ${lastDay} for the remedy.`),
    used: () => [],
  };
}

/** What stopped the works is remedied by the day that the operator set (II.13.1.1, II.13.1.2). */
export const remedy = deadline({
  name: 'remedy',
  of: standing,
  isStillToCome: (facts) => facts.suspensions.some((one) => one.to === null && one.remedyBy !== null),
  flag: () => 'remedy-missed',
});
