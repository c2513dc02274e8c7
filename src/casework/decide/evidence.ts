import type { Draft } from '../../../workflows/application.ts';
import { IDENTIFICATION_METHODS } from '../../../workflows/vocabulary.ts';
import type { Clause } from '../../law/clauses.ts';
import { isLatvianCode, isPersonalCode } from '../../law/party-code.ts';
import { Refusal } from '../../law/refusal.ts';
import { say, type Words } from '../../law/words.ts';
import { type Caller, isStaff } from '../caller.ts';
import type { EventRequest } from '../requests.ts';

/** What must be there for an act to be believed (D-19, D-21): asked of what comes in, not of what history holds. */

const invalid = (code: string, field: string, clause: Clause, message: Words): Refusal =>
  new Refusal({ code, kind: 'invalid', clause, detail: message, errors: [{ field, message }] });

/** Of the portal a sign-in alone tells; who is on the phone or at the counter, service tells. */
const BY_SERVICE: ReadonlySet<string> = new Set(
  IDENTIFICATION_METHODS.filter((method) => !method.startsWith('portal-')),
);

/** @throws Refusal `invalid` */
export function assertEvidence(caller: Caller, { type, data }: EventRequest): void {
  if (type === 'customer.identified') assertIdentified(caller, String(data.method));
  if (type === 'authority.filed') assertAuthority(data);
  if ('customer' in data) assertStatedCode(data as Draft);
}

/** A representative that was named by the bare code is named as a code (ADR 0116): the authority is then of the party that the
 *  case states, and ends with it. A bare line stays what it was in histories alone. */
export function namedByCode(event: EventRequest): EventRequest {
  const { agent } = event.data;
  return event.type === 'authority.filed' && typeof agent === 'string'
    ? { ...event, data: { ...event.data, agent: { code: agent } } }
    : event;
}

/** A personal code whose day never was is a slip of the pen, or nobody.
 *  @throws Refusal `invalid` */
export function assertStatedCode({ customer }: Draft): void {
  const code = customer?.personalCode;
  if (code === undefined || isPersonalCode(code)) return;
  throw invalid(
    'application.no-such-code',
    'customer.personalCode',
    'II.5.1',
    say(
      'Šāda personas koda nav: pirmie seši cipari nav datums, un kods nesākas ar 32. Pārbaudiet, vai tas ierakstīts pareizi.',
      'There is no such personal code: its first six digits are no date, and it does not begin with 32. Check what was typed.',
    ),
  );
}

function assertIdentified(caller: Caller, method: string): void {
  if (!isStaff(caller)) return;
  if (!BY_SERVICE.has(method))
    throw invalid(
      'identification.by-sign-in-alone',
      'method',
      'II.5.4.3',
      say(
        'Pierakstīšanos portālā reģistrē pati pierakstīšanās; klientu apkalpošana reģistrē tālruni, klātieni vai kvalificētu e-parakstu.',
        'A sign-in in the portal is recorded by the sign-in itself; service records a call, presence in person or a qualified e-signature.',
      ),
    );
}

function assertAuthority({ agent }: Record<string, unknown>): void {
  const code = typeof agent === 'string' ? agent : (agent as { readonly code: string }).code;
  if (!isLatvianCode(code))
    throw invalid(
      'authority.no-such-code',
      typeof agent === 'string' ? 'agent' : 'agent.code',
      'II.6.2',
      say(
        'jābūt pārstāvja personas kodam vai reģistrācijas numuram; lietotājvārds nevienu nenosauc',
        'must be the personal code or registration number of the representative; a username names nobody',
      ),
    );
}
