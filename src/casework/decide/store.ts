import type { Step, StepApproval, StepHistory, StepIdempotency } from '../../../db/commit.ts';
import { wordsOf } from '../../../db/words.ts';
import { partyFor } from '../../../workflows/acts/act.ts';
import { awaitsOf } from '../../../workflows/awaits.ts';
import { CHART_VERSION } from '../../../workflows/case-machine.ts';
import type { Deadline } from '../../../workflows/deadlines/index.ts';
import { actOf } from '../../../workflows/events.ts';
import { statedCode } from '../../../workflows/identification.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { situationOf } from '../../../workflows/step.ts';
import { agentWordsOf } from '../agents.ts';
import type { Known } from '../carry-out/errand.ts';
import { type Plan, rowsOf } from '../carry-out/plan.ts';
import type { Happened, Place } from '../happened.ts';
import { deadlineRows } from './deadline-rows.ts';
import { objectKeyOf } from './object-key.ts';

/** What a decided step stores: everything in one transaction, built from facts alone. */

function historyRow(happened: Happened): StepHistory {
  const { event } = happened;
  const asByRole = partyFor(actOf(event.type), event.role) === event.party;
  return {
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: event.actor,
    role: event.role,
    clause: happened.clause,
    data: {
      ...event.data,
      ...(asByRole ? {} : { actingParty: event.party }),
      ...(Object.keys(event.computed).length > 0 ? { computed: event.computed } : {}),
      ...(event.law.revision > 0 ? { lawRevision: event.law.revision } : {}),
      ...(happened.files ? { files: happened.files } : {}),
    },
    status: situationOf(happened.state).status,
  };
}

/** What a case is found by: typed words, and those who represent its customer. */
const searchWords = (place: Place, { facts }: CaseState): string[] => [
  ...wordsOf(
    place.number,
    facts.application.customer?.name,
    facts.application.object?.address,
    facts.application.object?.cadastreNumber,
  ),
  ...agentWordsOf(facts.authorities),
];

export interface StepTaken {
  readonly state: CaseState;
  readonly version: number;
  readonly deadlines: readonly Deadline[];
}

/** What is stored with a step and does not come of it. */
export interface Beside {
  readonly approval?: StepApproval;
  /** The answer to keep under an idempotency key. */
  readonly answer?: (taken: StepTaken) => StepIdempotency;
}

/** All rows of a step: the case, its history and deadlines, and what its errands write. */
export function stepOf(plan: Plan, known: Known, { approval, answer }: Beside = {}): Step {
  const { place, from, happened, follows, moment } = plan;
  const last = happened.at(-1)!.state;
  const { rows, queueOn, nextOn, overdue } = deadlineRows(last, moment, follows);
  const { application } = last.facts;
  const { facts: before } = from.state;
  // Few events touch application or authorities: then they are the very objects that were read.
  const isUntouched =
    from.version > 0 && application === before.application && last.facts.authorities === before.authorities;
  const words = isUntouched ? null : searchWords(place, last);
  const wordsStand =
    words === null || (from.version > 0 && words.join(' ') === searchWords(place, from.state).join(' '));
  const situation = situationOf(last);
  const version = from.version + happened.length;
  return {
    caseId: place.id,
    expectedVersion: from.version,
    at: moment.at.toString(),
    case: {
      number: place.number,
      version,
      chartVersion: CHART_VERSION,
      status: situation.status,
      awaits: awaitsOf(situation),
      ownerAccount: place.ownerAccount,
      partyCode: statedCode(last.facts.application) ?? place.partyCode,
      objectKey: objectKeyOf(last.facts.application),
      snapshot: last,
      queueOn,
      nextOn,
      overdue,
      projectId: last.facts.project?.projectId ?? null,
    },
    history: happened.map(historyRow),
    deadlines: rows,
    ...(wordsStand ? {} : { words }),
    ...rowsOf(plan, known),
    ...(approval ? { approvals: [approval] } : {}),
    ...(answer ? { idempotency: answer({ state: last, version, deadlines: follows.deadlines }) } : {}),
  };
}
