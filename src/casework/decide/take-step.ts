import { lockCases } from '../../../db/cases.ts';
import { commitSteps, commitTogether, type Step } from '../../../db/commit.ts';
import type { Transaction } from '../../../db/database.ts';
import type { LetterChannel } from '../../../db/letter-channels.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import { NO_INVOICES, type StepInvoices } from '../carry-out/invoices.ts';
import { letterWish } from '../carry-out/letter-wishes.ts';
import { changeRows, drawInvoices, invoicesAsked, planOf } from '../carry-out/plan.ts';
import { voidApprovals } from '../carry-out/void-approvals.ts';
import type { Act, Happened, Moment, Place, Versioned } from '../happened.ts';
import type { CaseworkParts } from '../parts.ts';
import { decide } from './decide.ts';
import { type Beside, type StepTaken, stepOf } from './store.ts';

interface StepExtras extends Beside {
  /** The letter that the event names. */
  readonly failed?: NoticeRow | null;
  /** How the customer wants its letters; left out: {@link takeStep} asks for it. */
  readonly wish?: LetterChannel | null;
  /** What is stored beside the step, in its transaction: files. */
  readonly alongside?: (tx: Transaction, happened: readonly Happened[]) => Promise<void>;
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
  const { db, compose, readdress } = parts;
  const { happened, follows } = decide(from, acts, moment);
  const plan = planOf({ place, from, happened, follows, moment });
  const wish = extras.wish === undefined ? await letterWish(db, plan) : extras.wish;
  const stepWith = (invoices: StepInvoices = NO_INVOICES): Step =>
    stepOf(plan, { compose, wish, named: extras.failed ?? null, invoices }, extras);
  let step: Step;
  let changed = false;
  if (plan.invoices === 'drawn' || plan.changes || extras.alongside) {
    step = await db.transaction(async (tx) => {
      await lockCases(tx, [place.id]);
      const invoices =
        plan.invoices === 'drawn'
          ? await drawInvoices(tx, plan)
          : (await invoicesAsked(tx, [plan])).get(place.id);
      const drawn = stepWith(invoices);
      await commitSteps(tx, [drawn]);
      changed = await changeRows(tx, [plan], readdress);
      await extras.alongside?.(tx, happened);
      return drawn;
    });
  } else {
    step = stepWith((await invoicesAsked(db, [plan])).get(place.id));
    await commitTogether(db, step);
  }
  await voidApprovals(db, [plan], moment);
  if (step.notices?.length || changed) parts.lettersWait?.();
  return { state: happened.at(-1)!.state, version: step.case.version, deadlines: follows.deadlines };
}
