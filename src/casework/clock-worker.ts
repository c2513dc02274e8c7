import { setTimeout as sleep } from 'node:timers/promises';
import { commitSteps, type Step } from '../../db/commit.ts';
import { type DueCase, nextWake, postponeDeadline, takeDueCases } from '../../db/due.ts';
import { CaseHasMoved } from '../../db/errors.ts';
import type { CaseState } from '../../workflows/step.ts';
import { invoicesOfStep, namesInvoices, standingInvoices, touchesInvoices } from './carry-out/invoices.ts';
import { letterWishes } from './carry-out/letter-wishes.ts';
import { voidApprovals } from './carry-out/void-approvals.ts';
import { catchUp, type Happened, type Moment, type Versioned } from './decide/decide.ts';
import { decided } from './decide/take-step.ts';
import { type CaseworkParts, momentNow, notBefore } from './parts.ts';

/** The clock's worker: finds what fell due and does it exactly once. */

export interface SweepResult {
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

interface Decision {
  readonly due: DueCase;
  readonly from: Versioned;
  readonly happened: readonly Happened[];
  readonly moment: Moment;
}

function decisionFor(due: DueCase, now: Moment): Decision {
  const moment = notBefore(now, due.case);
  const from = { state: due.case.snapshot as CaseState, version: due.case.version };
  const happened = catchUp(from, moment);
  if (happened.length === 0) throw new Error('A deadline woke the clock, but nothing is due in this state.');
  return { due, from, happened, moment };
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
    const decisions = due.flatMap((one) => attempt(one, () => decisionFor(one, moment)));
    const standing = await standingInvoices(
      tx,
      decisions.filter((one) => namesInvoices(one.happened)).map((one) => one.due.case.id),
    );
    const wishOf = await letterWishes(
      tx,
      decisions.map((one) => ({ place: one.due.case, happened: one.happened })),
    );
    const steps: Step[] = [];
    for (const { due: one, from, happened, moment: then } of decisions) {
      const { case: row } = one;
      // A failure after a number is drawn undoes the whole batch: the number goes back and the series keeps no gap.
      if (touchesInvoices(happened))
        steps.push(
          decided(parts, row, from, happened, then, await invoicesOfStep(tx, row.id, happened, then), {
            wish: wishOf(row),
          }),
        );
      else
        steps.push(
          ...attempt(one, () =>
            decided(parts, row, from, happened, then, standing.get(row.id), { wish: wishOf(row) }),
          ),
        );
    }
    await commitSteps(tx, steps);
    const endings = decisions
      .map(({ due: one, from, happened }) => ({ caseId: one.case.id, from: from.state, happened }))
      .filter(({ caseId }) => !failures.has(caseId));
    await voidApprovals(tx, endings, moment);
    letters = steps.some((step) => step.notices?.length);
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

/** Letters that wait to be handed over: on a virtual clock they leave at the instant at which they are due. */
export interface Outbox {
  dispatchAll(): Promise<void>;
  nextAt(): Promise<string | null>;
}

const NO_OUTBOX: Outbox = { dispatchAll: async () => undefined, nextAt: async () => null };

/** Moves a virtual clock forward, standing still at every instant at which something falls due. */
export async function moveThrough(
  parts: CaseworkParts,
  moveTo: (instant: Temporal.Instant) => Promise<void>,
  target: Temporal.Instant,
  log: ClockLog,
  outbox: Outbox = NO_OUTBOX,
): Promise<Temporal.Instant> {
  const handleDue = async () => {
    await sweepAll(parts, log);
    await outbox.dispatchAll();
  };
  await handleDue();
  for (;;) {
    const next = firstOf(await nextWake(parts.db), await outbox.nextAt());
    const now = await parts.clock.now();
    if (next === null || Temporal.Instant.compare(next, target) > 0) break;
    if (Temporal.Instant.compare(next, now) > 0) await moveTo(next);
    await handleDue();
  }
  await moveTo(target);
  await handleDue();
  return parts.clock.now();
}

const firstOf = (...instants: readonly (string | null)[]): Temporal.Instant | null =>
  instants
    .flatMap((one) => (one === null ? [] : [Temporal.Instant.from(one)]))
    .sort(Temporal.Instant.compare)[0] ?? null;

export interface ClockWorker {
  stop(): Promise<void>;
}

/** How long the worker sleeps when nothing is due. */
const PAUSE_MS = 1000;

/** Runs until stopped; after any downtime it starts with what is oldest. */
export function startClockWorker(parts: CaseworkParts, log: ClockLog): ClockWorker {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await sweepAll(parts, log);
      } catch (error) {
        log.warn({ error: String(error) }, 'the clock could not sweep');
      }
      await sleep(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
