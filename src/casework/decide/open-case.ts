import { randomUUID } from 'node:crypto';
import { findAnswer } from '../../../db/load.ts';
import { drawNumbers } from '../../../db/numbers.ts';
import type { Application, Draft } from '../../../workflows/application.ts';
import { lackingIn } from '../../../workflows/conditions/application.ts';
import { statedCode } from '../../../workflows/identification.ts';
import { NEW_CASE } from '../../../workflows/step.ts';
import { Refusal } from '../../law/refusal.ts';
import { refusalOfReuse } from '../answers.ts';
import { type Caller, isStaff } from '../caller.ts';
import type { Place } from '../happened.ts';
import { type CaseworkParts, momentNow, todayOf } from '../parts.ts';
import type { PostOptions } from '../requests.ts';
import { refusalToPost } from '../rights.ts';
import { asFiled } from '../show/filers-view.ts';
import type { CaseView } from '../show/shown.ts';
import { caseView } from '../show/view.ts';
import { actBy, identificationBySignIn } from './acts.ts';
import { bodyHash } from './body-hash.ts';
import { assertStatedCode } from './evidence.ts';
import { inOwnName, provenCode } from './in-own-name.ts';
import { prepare } from './prepare.ts';
import type { StepTaken } from './store.ts';
import { takeStep } from './take-step.ts';
import { untilCommitted } from './until-committed.ts';

/** What a sub-user asks for is the customer's (PO-04). Whose case it is, the application states. */
const ownerOf = (caller: Caller, application: Draft): Pick<Place, 'ownerAccount' | 'partyCode'> => ({
  ownerAccount: caller.roles.includes('customer') ? (caller.actingFor ?? caller).accountId : null,
  partyCode: statedCode(application),
});

/** Files an application, or keeps it as a draft; the same key and body open one case. */
export const openCase = (...asked: Parameters<typeof openOnce>): Promise<CaseView> =>
  untilCommitted(() => openOnce(...asked));

async function openOnce(
  parts: CaseworkParts,
  caller: Caller,
  given: Application | Draft,
  type: 'application.submitted' | 'application.drafted',
  options: PostOptions,
): Promise<CaseView> {
  const refusal = refusalToPost(caller, type);
  if (refusal) throw refusal;
  const request = { type, data: inOwnName(caller, given) as Record<string, unknown> };
  const hash = bodyHash({ type, data: given });
  if (options.idempotencyKey !== undefined) {
    const answered = await findAnswer(parts.db, caller.accountId, options.idempotencyKey);
    if (answered && answered.bodyHash !== hash) throw refusalOfReuse();
    if (answered) return answered.response as CaseView;
  }
  assertStatedCode(request.data as Draft);
  if (type === 'application.submitted') {
    const lacking = lackingIn(request.data as Draft);
    if (lacking) throw new Refusal(lacking);
  }
  const moment = await momentNow(parts);
  const prepared = await prepare(parts.db, null, NEW_CASE.facts, request, moment);
  const acts = [actBy(caller, request, prepared, request.data as Draft)];
  if (type === 'application.submitted')
    acts.push(
      ...identificationBySignIn(caller, { application: request.data as Draft, identification: null }),
    );
  const year = todayOf(moment).year;
  const drawn = await drawNumbers(parts.db, `case-${year}`);
  const place: Place = {
    id: randomUUID(),
    number: `${moment.law.operator.casePrefix}-${year}-${drawn.toString().padStart(6, '0')}`,
    ...ownerOf(caller, request.data as Draft),
  };
  const view = ({ state, version }: StepTaken) => {
    const shown = caseView({ ...place, state, version }, moment, caller.roles, options.language);
    const isTheirs = isStaff(caller) || statedCode(state.facts.application) === provenCode(caller);
    return isTheirs ? shown : asFiled(shown, state);
  };
  const key = options.idempotencyKey;
  const taken = await takeStep(parts, place, { state: NEW_CASE, version: 0 }, acts, moment, {
    ...(key === undefined
      ? {}
      : {
          answer: (done) => ({
            account: caller.accountId,
            key,
            bodyHash: hash,
            responseStatus: 201,
            response: view(done),
          }),
        }),
  });
  return view(taken);
}
