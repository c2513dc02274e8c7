import type { Role, SubUserRight } from '../../workflows/roles.ts';

/** Who asks: a signed-in person with roles, or the clock. */

/** Levels of identification (II.5.4, readings.md#identification). `P`: a portal password of a natural person, read-only. */
export type IdentificationLevel = '0' | '1' | 'P' | '2' | '3' | '4';

export interface Caller {
  readonly accountId: string;
  readonly username: string;
  readonly roles: readonly Role[];
  readonly level: IdentificationLevel;
  /** How the session was signed in; recorded on the case as identification where it counts. */
  readonly method: 'portal-eid' | 'portal-bank' | 'portal-password' | 'qualified-esignature' | 'none';
  readonly kind: 'natural' | 'legal' | 'operator' | 'staff';
  /** Personal code or registration number as far as this session proves it (D-19); null: nothing does, whatever somebody
   *  typed. By it a session is the party of a case, or an agent. */
  readonly partyCode: string | null;
  /** The name that came with the proof; null: none did, or it stands for nobody. */
  readonly provenName?: string | null;
  /** Signed in with a password that was handed over: before an own one is chosen nothing else is open. */
  readonly choosesPassword?: true;
  /** Staff whose second factor is to be set up or shown: before that nothing else is open. */
  readonly secondFactor?: 'set-up' | 'show';
  /** Staff who have set a second factor up. */
  readonly hasFactor?: true;
  /** The second factor was shown too long ago for what binds others: approvals, accounts, the law. */
  readonly factorIsOld?: true;
  /** In whose name a sub-user looks and asks at the moment (PO-04, PO-05); absent: in the own one. */
  readonly actingFor?: ActingFor;
}

/** The customer who let a sub-user in, and what the sub-user may do. */
export interface ActingFor {
  readonly accountId: string;
  /** As far as it is proven of that customer. */
  readonly partyCode: string | null;
  readonly rights: readonly SubUserRight[];
}

export const CLOCK_CALLER: Caller = {
  accountId: 'clock',
  username: 'clock',
  roles: ['clock'],
  level: '0',
  method: 'none',
  kind: 'staff',
  partyCode: null,
};

export const isStaff = (caller: Caller): boolean => caller.kind === 'staff';

const AT_WORK: readonly Role[] = ['service', 'engineer', 'finance'];

/** In which role somebody works on cases; data protection and administrators work on none (readings.md#rights). */
export const workingRole = ({ roles }: Pick<Caller, 'roles'>): Role | undefined =>
  roles.find((role) => AT_WORK.includes(role));

export const worksOnCases = (caller: Pick<Caller, 'roles'>): boolean => workingRole(caller) !== undefined;
