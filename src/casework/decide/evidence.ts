import type { Draft } from '../../../workflows/application.ts';
import { EVENT_TYPES } from '../../../workflows/events.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { partyIsIdentified, statedCode } from '../../../workflows/identification.ts';
import { METHODS_BY_SERVICE } from '../../../workflows/vocabulary.ts';
import type { Clause } from '../../law/clauses.ts';
import { day, startOfDay } from '../../law/days.ts';
import { isLatvianCode, isPersonalCode, normalPartyCode } from '../../law/party-code.ts';
import { Refusal } from '../../law/refusal.ts';
import { say, type Words } from '../../law/words.ts';
import { type Caller, isStaff } from '../caller.ts';
import { isBundle } from '../may/coverage.ts';
import type { EventRequest } from '../requests.ts';

/** What must be there for an act to be believed (D-19, D-21): asked of what comes in, not of what history holds. */

const invalid = (code: string, field: string, clause: Clause, message: Words): Refusal =>
  new Refusal({ code, kind: 'invalid', clause, detail: message, errors: [{ field, message }] });

const isScope = (word: string): boolean => isBundle(word) || EVENT_TYPES.some((type) => type === word);

export interface Asked {
  readonly facts: Facts;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/** @throws Refusal `invalid` */
export function assertEvidence(caller: Caller, { type, data }: EventRequest, asked: Asked): void {
  if (type === 'customer.identified') assertIdentified(caller, String(data.method));
  if (type === 'authority.filed') assertAuthority(data);
  if (type === 'authority.revoked') assertReceived(String(data.receivedAt), asked);
  if ('customer' in data) assertStatedCode(data as Draft);
  if (!isStaff(caller)) {
    if (type === 'application.completed') assertSameParty((data as Draft).customer, 'customer.', asked.facts);
    if (type === 'details.changed') assertSameParty(data as Draft['customer'], '', asked.facts);
  }
}

/** Whose case it is, service alone changes, who has seen by what right: neither a representative makes itself the customer,
 *  nor does an identification come to bear another name (II.5.1, II.5.2). */
function assertSameParty(
  given: Draft['customer'],
  path: string,
  { application, receivedOn, ...facts }: Facts,
): void {
  const stated = application.customer;
  if (!given || !stated || receivedOn === null || statedCode(application) === null) return;
  const isIdentified = partyIsIdentified({ application, identification: facts.identification });
  const fields = [
    'kind',
    'personalCode',
    'registrationNumber',
    ...(isIdentified ? ['name' as const] : []),
  ] as const;
  const changed = fields.find((field) => {
    const [now, then] = [given[field], stated[field]];
    const asOne = field === 'name' || field === 'kind' ? (text: string) => text : normalPartyCode;
    return now !== undefined && asOne(now) !== asOne(then ?? '');
  });
  if (changed !== undefined)
    throw invalid(
      'application.other-party',
      `${path}${changed}`,
      'II.5.2',
      say(
        'Kas ir klients, pēc iesniegšanas maina tikai klientu apkalpošana, uzrādot dokumentu.',
        'Who the customer is, customer service alone changes after filing, on showing a document.',
      ),
    );
}

/** A revocation binds from its receipt, which has been (II.5.3): one that is still to come, if only this evening, would leave
 *  nothing to revoke until then. */
function assertReceived(receivedAt: string, { now, timeZone }: Asked): void {
  const at = receivedAt.includes('T')
    ? Temporal.Instant.from(receivedAt)
    : startOfDay(day(receivedAt), timeZone);
  if (Temporal.Instant.compare(at, now) > 0)
    throw invalid(
      'authority.revoked-later',
      'receivedAt',
      'II.5.3',
      say('Saņemšanas brīdis nevar būt nākotnē.', 'The receipt cannot lie ahead.'),
    );
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
  if (!METHODS_BY_SERVICE.includes(method))
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

function assertAuthority({ agent, scope }: Record<string, unknown>): void {
  const unknown = [scope].flat().find((one) => !isScope(String(one)));
  if (unknown !== undefined)
    throw invalid(
      'authority.no-such-scope',
      'scope',
      'II.5.3',
      say(`tāda apjoma nav: ${String(unknown)}`, `there is no such scope: ${String(unknown)}`),
    );
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
