import { commitSteps, type Step } from '../../../db/commit.ts';
import { type DueCase, postponeDeadline, takeDueCases } from '../../../db/due.ts';
import { CaseHasMoved } from '../../../db/errors.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { NO_INVOICES, type StepInvoices } from '../carry-out/invoices.ts';
import { letterWishes } from '../carry-out/letter-wishes.ts';
import { changeRows, drawInvoices, invoicesAsked, type Plan, planOf } from '../carry-out/plan.ts';
import { voidApprovals } from '../carry-out/void-approvals.ts';
import type { Moment } from '../happened.ts';
import { type CaseworkParts, momentNow, notBefore } from '../parts.ts';
import { catchUp } from './decide.ts';
import { stepOf } from './store.ts';

/** Finds what fell due and lets it happen exactly once. */

interface SweepResult {
  /** Deadlines that were looked at; 0: nothing is due. */
  readonly taken: number;
  readonly failed: number;
}

export interface ClockLog {
  warn(details: object, message: string): void;
}

/** One transaction takes at most this many deadlines. */
const BATCH = 500;

/** A failing case waits a minute, then twice as long each time, up to a day. */
const pauseAfter = (attempts: number): Temporal.Duration =>
  Temporal.Duration.from({ minutes: Math.min(2 ** attempts, 24 * 60) });

interface DuePlan {
  readonly due: DueCase;
  readonly plan: Plan;
}

function planFor(due: DueCase, now: Moment): DuePlan {
  const moment = notBefore(now, due.case);
  const from = { state: due.case.snapshot as CaseState, version: due.case.version };
  const { happened, follows } = catchUp(from, moment);
  if (happened.length === 0) throw new Error('A deadline woke the clock, but nothing is due in this state.');
  return { due, plan: planOf({ place: due.case, from, happened, follows, moment }) };
}

/** Decides and stores many due cases in one transaction; each is decided alone, and one that fails is left out. */
async function sweepBatch(
  parts: CaseworkParts,
  moment: Moment,
  limit: number,
): Promise<SweepResult & { failures: Map<string, Failure> }> {
  const failures = new Map<string, Failure>();
  let due: DueCase[] = [];
  let letters = false;
  const work = parts.db.transaction(async (tx) => {
    due = await takeDueCases(tx, moment.at.toString(), limit);
    const attempt = <T>(one: DueCase, work: () => T): T[] => {
      try {
        return [work()];
      } catch (error) {
        failures.set(one.case.id, { due: one, error });
        return [];
      }
    };
    const decided = due.flatMap((one) => attempt(one, () => planFor(one, moment)));
    const plans = decided.map(({ plan }) => plan);
    const standing = await invoicesAsked(tx, plans);
    const wishOf = await letterWishes(tx, plans);
    const steps: Step[] = [];
    for (const { due: one, plan } of decided) {
      const { place } = plan;
      const stepWith = (invoices: StepInvoices = NO_INVOICES): Step =>
        stepOf(plan, { compose: parts.compose, wish: wishOf(place), named: null, invoices });
      // A failure after a number is drawn undoes the whole batch: the number goes back and the series keeps no gap.
      if (plan.invoices === 'drawn') steps.push(stepWith(await drawInvoices(tx, plan)));
      else steps.push(...attempt(one, () => stepWith(standing.get(place.id))));
    }
    await commitSteps(tx, steps);
    const taken = plans.filter(({ place }) => !failures.has(place.id));
    const changed = await changeRows(tx, taken, parts.readdress);
    await voidApprovals(tx, taken, moment);
    letters = changed || steps.some((step) => step.notices?.length);
    return due.reduce((sum, one) => sum + one.due.length, 0);
  });
  const taken = await work.catch((error: unknown) => {
    const [only] = due;
    if (limit > 1 || !only || error instanceof CaseHasMoved) throw error;
    failures.set(only.case.id, { due: only, error });
    return 1;
  });
  if (letters) parts.lettersWait?.();
  for (const failure of failures.values()) await postpone(parts, failure, moment);
  return { taken, failed: failures.size, failures };
}

interface Failure {
  readonly due: DueCase;
  readonly error: unknown;
}

async function postpone({ db }: CaseworkParts, { due, error }: Failure, { at }: Moment): Promise<void> {
  const first = due.due[0]!;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  await postponeDeadline(db, due.case.id, first.name, reason, at.add(pauseAfter(first.attempts)).toString());
}

/** Handles what is due in one batch; where the batch fails as a whole, its cases one by one, so that none blocks another. */
export async function sweep(parts: CaseworkParts, log: ClockLog, limit = BATCH): Promise<SweepResult> {
  const moment = await momentNow(parts);
  try {
    const swept = await sweepBatch(parts, moment, limit);
    for (const { due, error } of swept.failures.values())
      log.warn(
        { caseId: due.case.id, deadline: due.due[0]?.name, error: String(error) },
        'a deadline failed',
      );
    return swept;
  } catch (error) {
    if (error instanceof CaseHasMoved && limit === 1) return { taken: 1, failed: 0 };
    if (limit === 1) throw error;
    log.warn({ error: String(error) }, 'a batch of deadlines failed; trying them one by one');
    return sweepOneByOne(parts, log, limit);
  }
}

async function sweepOneByOne(parts: CaseworkParts, log: ClockLog, limit: number): Promise<SweepResult> {
  let taken = 0;
  let failed = 0;
  for (let i = 0; i < limit; i++) {
    const one = await sweep(parts, log, 1);
    if (one.taken === 0) break;
    taken += one.taken;
    failed += one.failed;
  }
  return { taken, failed };
}

/** Handles everything that is due now. */
export async function sweepAll(parts: CaseworkParts, log: ClockLog): Promise<number> {
  let total = 0;
  for (;;) {
    const { taken } = await sweep(parts, log);
    total += taken;
    if (taken === 0) return total;
  }
}
