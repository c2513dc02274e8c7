/** Another step came first: nothing of this call was stored. Read the case again and decide again. */
export class CaseHasMoved extends Error {
  readonly caseId: string;
  constructor(caseId: string) {
    super(`Case ${caseId} has moved on since it was read; nothing was stored.`);
    this.name = 'CaseHasMoved';
    this.caseId = caseId;
  }
}

/** The same account has used this idempotency key meanwhile: nothing of this call was stored. */
export class IdempotencyKeyTaken extends Error {
  constructor() {
    super('The idempotency key was used by a request that finished meanwhile; nothing was stored.');
    this.name = 'IdempotencyKeyTaken';
  }
}

/** Somebody else decided this approval meanwhile: nothing of this call was stored. */
export class ApprovalIsDecided extends Error {
  readonly approvalId: string;
  constructor(approvalId: string) {
    super(`Approval ${approvalId} is no longer pending; nothing was stored.`);
    this.name = 'ApprovalIsDecided';
    this.approvalId = approvalId;
  }
}

/** Another administrator decided this proposal meanwhile: nothing of this call was stored. */
export class ProposalIsDecided extends Error {
  readonly proposalId: string;
  constructor(proposalId: string) {
    super(`Proposal ${proposalId} is no longer pending; nothing was stored.`);
    this.name = 'ProposalIsDecided';
    this.proposalId = proposalId;
  }
}

/** A row with the same unique value exists: `constraint` names which (`cases_number`, `accounts_username`, …). */
export class AlreadyExists extends Error {
  readonly constraint: string;
  constructor(constraint: string, cause: unknown) {
    super(`A row with the same value of ${constraint} exists; nothing was stored.`, { cause });
    this.name = 'AlreadyExists';
    this.constraint = constraint;
  }
}

/** The database cannot be reached, or the connection broke. With `outcomeUnknown` the commit had been asked for and its
 *  answer never came: all of it was stored or none of it. */
export class DatabaseUnavailable extends Error {
  readonly outcomeUnknown: boolean;
  constructor(cause: unknown, outcomeUnknown: boolean) {
    const outcome = outcomeUnknown
      ? 'Whether the last change was stored is not known; it was stored whole or not at all.'
      : 'Nothing was stored.';
    super(`The database cannot be reached (${String(cause)}). ${outcome}`, { cause });
    this.name = 'DatabaseUnavailable';
    this.outcomeUnknown = outcomeUnknown;
  }
}

/** Finds the {@link DatabaseUnavailable} in an error that drizzle may have wrapped. */
export function databaseUnavailable(error: unknown): DatabaseUnavailable | undefined {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof DatabaseUnavailable) return one;
  return undefined;
}

/** The SQLSTATE of an error of either engine, also where drizzle has wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}
