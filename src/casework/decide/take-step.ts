import { lockCases } from '../../../db/cases.ts';
import {
  commitSteps,
  commitTogether,
  type Step,
  type StepApproval,
  type StepIdempotency,
} from '../../../db/commit.ts';
import type { Connection, Transaction } from '../../../db/database.ts';
import type { LetterChannel } from '../../../db/letter-channels.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import type { CaseState } from '../../../workflows/step.ts';
import {
  invoicesOfStep,
  NO_INVOICES,
  namesInvoices,
  type StepInvoices,
  standingInvoices,
  touchesInvoices,
} from '../carry-out/invoices.ts';
import { letterWish } from '../carry-out/letter-wishes.ts';
import { lettersOf } from '../carry-out/letters.ts';
import { changesDetails, readdressLetters } from '../carry-out/readdress.ts';
import { voidApprovals } from '../carry-out/void-approvals.ts';
import type { Act, Happened, Moment, Place, Versioned } from '../happened.ts';
import type { CaseworkParts } from '../parts.ts';
import { decide } from './decide.ts';
import { stepOf } from './store.ts';

export interface StepTaken {
  readonly state: CaseState;
  readonly version: number;
}

export interface StepExtras {
  readonly failed?: NoticeRow | null;
  readonly approval?: StepApproval;
  /** How the customer wants its letters; left out: {@link takeStep} asks for it. */
  readonly wish?: LetterChannel | null;
  /** The answer to keep under an idempotency key. */
  readonly answer?: (taken: StepTaken) => StepIdempotency;
  /** What is stored beside the step, in its transaction: files. */
  readonly alongside?: (tx: Transaction, happened: readonly Happened[]) => Promise<void>;
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
    { place, from, happened, moment, invoices, failed: extras.failed ?? null, wish: extras.wish ?? null },
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
  const wish = extras.wish === undefined ? await letterWish(parts.db, { place, happened }) : extras.wish;
  const stepWith = (invoices?: StepInvoices) =>
    decided(parts, place, from, happened, moment, invoices, { ...extras, wish });
  const stepAmongStanding = async (connection: Connection): Promise<Step> => {
    const standing = namesInvoices(happened) ? await standingInvoices(connection, [place.id]) : undefined;
    return stepWith(standing?.get(place.id));
  };
  let step: Step;
  let readdressed = false;
  if (touchesInvoices(happened) || extras.alongside || changesDetails(happened)) {
    step = await parts.db.transaction(async (tx) => {
      await lockCases(tx, [place.id]);
      const drawn = touchesInvoices(happened)
        ? stepWith(await invoicesOfStep(tx, place.id, happened, moment))
        : await stepAmongStanding(tx);
      await commitSteps(tx, [drawn]);
      if (changesDetails(happened)) {
        const written = { caseId: place.id, version: drawn.case.version };
        const { readdress = (model) => model } = parts;
        readdressed = await readdressLetters(tx, readdress, written, from, happened);
      }
      await extras.alongside?.(tx, happened);
      return drawn;
    });
  } else {
    step = await stepAmongStanding(parts.db);
    await commitTogether(parts.db, step);
  }
  await voidApprovals(parts.db, [{ caseId: place.id, from: from.state, happened }], moment);
  if (step.notices?.length || readdressed) parts.lettersWait?.();
  return { state: happened.at(-1)!.state, version: step.case.version };
}
