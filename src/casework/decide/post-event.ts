import type { StepApproval } from '../../../db/commit.ts';
import { loadTogether } from '../../../db/load.ts';
import type { CaseRow } from '../../../db/rows.ts';
import { completedApplication, type Draft, type Supplement } from '../../../workflows/application.ts';
import type { EventType } from '../../../workflows/events.ts';
import type { CaseState } from '../../../workflows/step.ts';
import { refusalOfReuse, refusalOfVersion } from '../answers.ts';
import type { Caller } from '../caller.ts';
import { filesOfEvent } from '../files/event-files.ts';
import { assertAcceptable, fingerprintOf, givenFiles } from '../files/given-file.ts';
import { notWithApproval } from '../files/refusals.ts';
import type { Act } from '../happened.ts';
import { type CaseworkParts, momentNow, notBefore } from '../parts.ts';
import type { EventRequest, PostOptions, PostOutcome } from '../requests.ts';
import { viewFor } from '../show/filers-view.ts';
import type { CaseView } from '../show/shown.ts';
import { shownRow } from '../show/view.ts';
import { assertMayPost, assertVisible } from '../visible.ts';
import { actBy, identificationBySignIn } from './acts.ts';
import { approverRoles } from './approver-roles.ts';
import { askSecondPerson } from './ask-approval.ts';
import { bodyHash } from './body-hash.ts';
import { assertEvidence } from './evidence.ts';
import { draftInOwnName } from './in-own-name.ts';
import { inTurn } from './in-turn.ts';
import { prepare } from './prepare.ts';
import type { StepTaken } from './store.ts';
import { takeStep } from './take-step.ts';
import { untilCommitted } from './until-committed.ts';

/** The second person's consent to the first one's act. */
export interface Approval {
  readonly step: StepApproval;
  /** Who sees what came of it. */
  readonly by: Caller;
}

/** Makes something happen to a case, exactly once for a key, at the version that the caller saw. */
export async function postEvent(
  parts: CaseworkParts,
  caller: Caller,
  caseId: string,
  asked: EventRequest,
  options: PostOptions,
  approval?: Approval,
): Promise<PostOutcome> {
  const given = givenFiles(options.files ?? []);
  const hash = bodyHash({ caseId, ...asked, ...fingerprintOf(given) });
  const key = options.idempotencyKey;
  const round = async (): Promise<PostOutcome> => {
    const [loaded, now] = await Promise.all([
      loadTogether(parts.db, caseId, caller.accountId, key),
      momentNow(parts),
    ]);
    const moment = loaded.case ? notBefore(now, loaded.case) : now;
    const { timeZone } = moment.law.operator;
    assertVisible(caller, loaded.case, caseId, moment.at, timeZone);
    const row = loaded.case;
    if (loaded.answered && loaded.answered.bodyHash !== hash) throw refusalOfReuse();
    if (loaded.answered) return loaded.answered.response as PostOutcome;
    const event = inTheirName(caller, row, asked);
    assertMayPost(caller, row, event.type as EventType, event.data, moment.at, timeZone);
    assertEvidence(caller, event, {
      facts: (row.snapshot as CaseState).facts,
      now: moment.at,
      timeZone,
    });
    assertAcceptable(given);
    if (options.expectedVersion !== undefined && options.expectedVersion !== row.version)
      throw refusalOfVersion(options.expectedVersion, row.version);

    const from = { state: row.snapshot as CaseState, version: row.version };
    const { facts } = from.state;
    const prepared = await prepare(parts.db, row, facts, event, moment);
    const files = await filesOfEvent(parts.db, row, event, caller, given);
    const act = {
      ...actBy(caller, event, prepared, facts.application),
      ...(files ? { files: files.named } : {}),
    };
    const acts = withIdentification(caller, row, event, act);
    if (!approval) {
      const approvers = approverRoles(event.type as EventType, moment);
      if (approvers.length > 0 && given.length > 0) throw notWithApproval();
      if (approvers.length > 0)
        return askSecondPerson(parts, caller, row, { event, hash, key }, approvers, acts, moment);
    }
    // All of it is answered: read once, and written as the plain object that it then is.
    const view = (taken: StepTaken): CaseView => ({
      ...viewFor(approval?.by ?? caller, row, moment, options.language, { ...shownRow(row), ...taken }),
    });
    let shown: PostOutcome | undefined;
    const outcome = (taken: StepTaken): PostOutcome => {
      shown ??= { kind: 'done', case: view(taken) };
      return shown;
    };
    const taken = await takeStep(parts, row, from, acts, moment, {
      failed: prepared.failed,
      wish: loaded.wish,
      ...(approval ? { approval: approval.step } : {}),
      ...(files ? { alongside: files.alongside } : {}),
      ...(key === undefined
        ? {}
        : {
            answer: (done) => ({
              account: caller.accountId,
              key,
              bodyHash: hash,
              responseStatus: 200,
              response: outcome(done),
            }),
          }),
    });
    return outcome(taken);
  };
  return inTurn(caseId, () => untilCommitted(round));
}

/** What comes in, as it is kept: what is written to a draft carries the name and code of whoever writes it for itself. */
function inTheirName(caller: Caller, row: CaseRow, event: EventRequest): EventRequest {
  const { facts } = row.snapshot as CaseState;
  // A code by itself is the same as one with a name beside it: the authority then says whose it is.
  if (event.type === 'authority.filed' && typeof event.data.agent === 'string')
    return { ...event, data: { ...event.data, agent: { code: event.data.agent } } };
  const isOfDraft = event.type === 'application.drafted' || event.type === 'application.submitted';
  if (!isOfDraft || facts.receivedOn !== null) return event;
  return { ...event, data: { ...draftInOwnName(caller, facts.application, event.data as Draft) } };
}

/** In a case that somebody else filed, an act that does not take the application up identifies nobody for it: whoever asks
 *  what the case is about, or turns it away, has not come to be its customer. */
const TELLS_NOTHING: ReadonlySet<string> = new Set([
  'complaint.filed',
  'application.withdrawn',
  'offer.objected',
  'owner.changed',
  'details.changed',
  'authority.revoked',
  'data-request.filed',
]);

const isFiledByAnother = (caller: Caller, { ownerAccount }: CaseRow): boolean =>
  ownerAccount !== null && ownerAccount !== caller.accountId;

/** A filed draft identifies its customer like an application that was filed at once. */
function withIdentification(caller: Caller, row: CaseRow, event: EventRequest, act: Act): Act[] {
  const { facts } = row.snapshot as CaseState;
  if (facts.receivedOn !== null)
    return TELLS_NOTHING.has(event.type) && isFiledByAnother(caller, row)
      ? [act]
      : [...identificationBySignIn(caller, facts), act];
  const application = completedApplication(facts.application, event.data as Supplement);
  const filed = event.type === 'application.submitted';
  return [act, ...(filed ? identificationBySignIn(caller, { ...facts, application }) : [])];
}
