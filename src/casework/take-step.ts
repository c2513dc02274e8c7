import { setTimeout as sleep } from 'node:timers/promises';
import { lockCases } from '../../db/cases.ts';
import { commitSteps, type Step, type StepApproval, type StepIdempotency } from '../../db/commit.ts';
import { CaseHasMoved, IdempotencyKeyTaken } from '../../db/errors.ts';
import type { NoticeRow } from '../../db/rows.ts';
import type { CaseState } from '../../workflows/step.ts';
import { refusalOfRush } from './answers.ts';
import { type Act, decide, type Happened, type Moment, type Versioned } from './decide.ts';
import {
  invoicesOfStep,
  NO_INVOICES,
  namesInvoices,
  type StepInvoices,
  standingInvoices,
  touchesInvoices,
} from './invoices.ts';
import { lettersOf } from './letters.ts';
import type { CaseworkParts } from './parts.ts';
import { type Place, stepOf } from './store.ts';

export interface StepTaken {
  readonly state: CaseState;
  readonly version: number;
}

export interface StepExtras {
  readonly failed?: NoticeRow | null;
  readonly approval?: StepApproval;
  /** The answer to keep under an idempotency key. */
  readonly answer?: (taken: StepTaken) => StepIdempotency;
}

/** The acts decided on one case, made into what is stored with them. */
export function decided(
  parts: Pick<CaseworkParts, 'compose'>,
  place: Place,
  from: Versioned,
  happened: readonly Happened[],
  moment: Moment,
  invoices: StepInvoices = NO_INVOICES,
  extras: StepExtras = {},
): Step {
  const step = stepOf(place, from, happened, moment);
  const letters = lettersOf(
    { place, from, happened, moment, invoices, failed: extras.failed ?? null },
    parts.compose,
  );
  const taken: StepTaken = { state: happened.at(-1)!.state, version: step.case.version };
  return {
    ...step,
    notices: letters.notices,
    deliveries: letters.deliveries,
    ...(invoices.written.length > 0 ? { invoices: invoices.written } : {}),
    ...(extras.approval ? { approvals: [extras.approval] } : {}),
    ...(extras.answer ? { idempotency: extras.answer(taken) } : {}),
  };
}

/** Decides the acts and stores everything they bring about in one transaction, or nothing.
 *  @throws Refusal of the chart; CaseHasMoved where another step came first */
export async function takeStep(
  parts: CaseworkParts,
  place: Place,
  from: Versioned,
  acts: readonly Act[],
  moment: Moment,
  extras: StepExtras = {},
): Promise<StepTaken> {
  const happened = decide(from, acts, moment);
  const stepWith = (invoices?: StepInvoices) =>
    decided(parts, place, from, happened, moment, invoices, extras);
  let step: Step;
  if (touchesInvoices(happened)) {
    step = await parts.db.transaction(async (tx) => {
      await lockCases(tx, [place.id]);
      const drawn = stepWith(await invoicesOfStep(tx, place.id, happened, moment));
      await commitSteps(tx, [drawn]);
      return drawn;
    });
  } else {
    const standing = namesInvoices(happened) ? await standingInvoices(parts.db, [place.id]) : undefined;
    step = stepWith(standing?.get(place.id));
    await commitSteps(parts.db, [step]);
  }
  if (step.notices?.length) parts.lettersWait?.();
  return { state: happened.at(-1)!.state, version: step.case.version };
}

/** How often a step is decided anew when another one came first. */
const TRIES = 20;
const LONGEST_PAUSE_MS = 100;

/** Repeats a read-decide-commit round while other steps, or the same request a second time, come first. */
export async function untilCommitted<T>(round: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await round();
    } catch (error) {
      if (!(error instanceof CaseHasMoved) && !(error instanceof IdempotencyKeyTaken)) throw error;
      if (tries === TRIES) throw refusalOfRush();
      await sleep(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS));
    }
  }
}
