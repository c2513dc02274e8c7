import { normalPartyCode } from '../src/law/party-code.ts';
import type { Draft } from './application.ts';
import type { Facts } from './facts.ts';

/** Identification that satisfies II.5.4: the portal by eID or bank, a secure e-signature or presence in person; the
 *  portal password for legal persons alone (II.5.4.3); the phone never for a contract (II.5.4.1). */
export const identificationCounts = (method: string, kind: string | undefined): boolean =>
  method === 'portal-password' ? kind === 'legal' : method !== 'phone' && method !== 'none';

/** The code of the party that an application states, as codes are compared; null: it states none. */
export function statedCode({ customer }: Pick<Draft, 'customer'>): string | null {
  const codes = [customer?.personalCode, customer?.registrationNumber];
  const [first, second] = customer?.kind === 'legal' ? codes.toReversed() : codes;
  const code = first ?? second;
  return code === undefined ? null : normalPartyCode(code);
}

/** The identification of the party that the case states now. One that was of another code is not the party's (II.5.1); what
 *  was recorded without a code stays as it was recorded. */
export const identificationOf = ({
  identification,
  application,
}: Pick<Facts, 'identification' | 'application'>): Facts['identification'] =>
  identification?.code === undefined || identification.code === statedCode(application)
    ? identification
    : null;

/** Whether the party is identified far enough for a contract. */
export const partyIsIdentified = (facts: Pick<Facts, 'identification' | 'application'>): boolean =>
  identificationOf(facts)?.counts === true;

const LEVELS: Readonly<Record<string, string>> = {
  phone: '1',
  'portal-eid': '2',
  'portal-bank': '2',
  'portal-password': '2',
  'qualified-esignature': '3',
  'in-person': '4',
};

/** Level of a means of identification (II.5.4, readings.md#identification). */
export const levelOfMethod = (method: string): string => LEVELS[method] ?? '0';
