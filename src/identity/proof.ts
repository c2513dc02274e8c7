/** Who somebody is, as a provider of identities has proven (II.5.4.3): eID or an internet bank. */
export interface Proof {
  readonly method: 'portal-eid' | 'portal-bank';
  /** Who vouches. */
  readonly issuer: string;
  /** The person's name at the provider: stays the same for as long as the provider knows the person. */
  readonly subject: string;
  /** Eleven digits. */
  readonly personalCode: string;
  readonly name: string;
  /** null where the provider tells none or has not checked it. */
  readonly email: string | null;
  /** The legal person for which this one acts now, where the provider states that it may represent it. */
  readonly company?: Company;
}

export interface Company {
  /** Registration number, eleven digits. */
  readonly code: string;
  /** null where the provider tells none. */
  readonly name: string | null;
}

/** Why a journey to a provider led nowhere. */
export type ProofFailure =
  /** The provider does not answer. */
  | 'unreachable'
  /** The person turned back. */
  | 'cancelled'
  /** The journey took too long, was taken up once already, or began in another browser. */
  | 'expired'
  /** What came back does not fit what was asked: another issuer, another nonce, a code that is not ours. */
  | 'untrusted'
  /** The provider told no Latvian personal code. */
  | 'no-code'
  /** The provider stated that a legal person is represented, and not one of Latvia, or not which one. */
  | 'no-company';

export class ProofFailed extends Error {
  readonly reason: ProofFailure;
  readonly code: string;

  constructor(reason: ProofFailure, cause?: unknown) {
    super(`The identity was not proven: ${reason}.`, { cause });
    this.name = 'ProofFailed';
    this.reason = reason;
    this.code = codeOf(cause) ?? reason;
  }
}

const codeOf = (cause: unknown): string | null =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
