import { type Application, completedApplication, type Draft } from '../../../workflows/application.ts';
import { normalPartyCode } from '../../law/party-code.ts';
import type { Caller } from '../caller.ts';

/** Whose application somebody files (D-19): the own one, which then carries the code and the name that are proven of
 *  whoever files it, or somebody else's. */

/** In whose code a customer files: the own, or that of the customer in whose name a sub-user asks. */
export const provenCode = ({ partyCode, actingFor }: Caller): string | null =>
  actingFor ? actingFor.partyCode : partyCode;

export function inOwnName<Kind extends Application | Draft>(caller: Caller, application: Kind): Kind {
  const { customer } = application;
  const code = provenCode(caller);
  if (!caller.roles.includes('customer') || code === null || !customer) return application;
  const stated = customer.personalCode ?? customer.registrationNumber;
  if (stated !== undefined)
    return normalPartyCode(stated) === normalPartyCode(code) && caller.provenName && !caller.actingFor
      ? { ...application, customer: { ...customer, name: caller.provenName } }
      : application;
  if (caller.actingFor)
    return customer.kind === undefined
      ? application
      : { ...application, customer: { ...customer, [codeField(customer.kind)]: code } };
  const { kind = caller.kind } = customer;
  if (kind !== caller.kind || isPlainlyAnother(caller, customer.name)) return application;
  const name = customer.name !== undefined && caller.provenName ? { name: caller.provenName } : {};
  return { ...application, customer: { ...customer, ...name, [codeField(kind)]: code } };
}

/** What is written to a draft, with what it then says of whose it is. */
export function draftInOwnName(caller: Caller, before: Draft, data: Draft): Draft {
  const whole = completedApplication(before, data);
  const named = inOwnName(caller, whole);
  return named === whole ? data : { ...data, customer: { ...data.customer, ...named.customer } };
}

const codeField = (kind: string | undefined) => (kind === 'legal' ? 'registrationNumber' : 'personalCode');

/** No word of the one name stands in the other. */
function isPlainlyAnother({ provenName }: Caller, name: string | undefined): boolean {
  if (!provenName || name === undefined) return false;
  const words = new Set(wordsOf(provenName));
  return !wordsOf(name).some((word) => words.has(word));
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
