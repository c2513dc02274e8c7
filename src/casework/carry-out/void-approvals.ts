import { casesThatWait, voidApprovalsExcept } from '../../../db/approvals.ts';
import type { Connection } from '../../../db/database.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { possibleActs, situationOf } from '../../../workflows/step.ts';
import { dayOf } from '../../law/days.ts';
import type { Decided, Moment } from '../happened.ts';

const ENDED: ReadonlySet<string> = new Set(['annulled', 'withdrawn', 'terminated', 'closed']);

const isEnded = (state: CaseState): boolean => ENDED.has(situationOf(state).status);

/** What waited for a second person when its case ended, and can no longer be done, waits no more. A debt that outlives the
 *  contract can still be handed over, so that what an ended case still has room for stays. Costs nothing unless a case has
 *  just ended, and then one query for all of them; whoever is interrupted before leaves an approval that the chart
 *  refuses. */
export async function voidApprovals(
  on: Connection,
  steps: readonly Decided[],
  { at, law }: Moment,
): Promise<void> {
  const ended = steps.filter(({ from, happened }) => isEnded(happened.at(-1)!.state) && !isEnded(from.state));
  if (ended.length === 0) return;
  const waiting = await casesThatWait(
    on,
    ended.map(({ place }) => place.id),
  );
  const now = { today: dayOf(at, law.operator.timeZone).toString(), at: at.toString(), law };
  for (const { place, happened } of ended.filter((one) => waiting.has(one.place.id))) {
    const { state, event } = happened.at(-1)!;
    const possible = possibleActs(state, now).map(({ type }) => type);
    await voidApprovalsExcept(on, place.id, possible, { by: event.actor, at: at.toString() });
  }
}
