import type { Connection, Database, Statement } from './database.ts';
import {
  AlreadyExists,
  ApprovalIsDecided,
  CaseHasMoved,
  DatabaseUnavailable,
  IdempotencyKeyTaken,
} from './errors.ts';
import { gatheredPer } from './gather.ts';

/** The columns of a case as the step leaves them. Dates `2025-03-10`, instants `2025-03-10T08:00:00Z` (at most
 *  microseconds), amounts `1815.00`. */
export interface StepCase {
  readonly number: string;
  /** The version after the step: above `expectedVersion`. */
  readonly version: number;
  readonly chartVersion: string;
  readonly status: string;
  readonly awaits: string;
  readonly ownerAccount: string | null;
  readonly partyCode: string | null;
  readonly objectKey: string;
  readonly snapshot: unknown;
  readonly queueOn: string | null;
  readonly nextOn: string | null;
  readonly overdue: boolean;
  readonly projectId: string | null;
}

export interface StepHistory {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly clause: string | null;
  readonly data: unknown;
  readonly status: string;
}

export interface StepDeadline {
  readonly name: string;
  readonly lastDay: string | null;
  readonly earliestDay: string | null;
  readonly dueAt: string | null;
  readonly wakeAt: string | null;
  readonly awaits: string;
  readonly clause: string;
  readonly state: string;
}

export interface StepReceipt {
  readonly seq: number;
  readonly k: number;
  readonly kind: 'received' | 'paid-back';
  readonly amount: string;
  readonly on: string;
  readonly reference: string | null;
  readonly account: string | null;
  readonly counts: boolean;
}

export interface StepInvoice {
  readonly number: string;
  readonly kind: 'advance' | 'final' | 'credit';
  readonly seq: number;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly net: string;
  readonly vatRate: string;
  readonly vat: string;
  readonly gross: string;
  readonly reference: string;
  readonly state: string;
  readonly data: unknown;
}

export interface StepNotice {
  readonly id: string;
  readonly seq: number;
  readonly notice: string;
  readonly channel: string;
  readonly language: string;
  readonly recipient: string;
  readonly addressSource: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly deliveredState: string;
  readonly deemedReceivedOn: string | null;
  readonly receiptClause: string | null;
  readonly model: unknown;
  readonly documentId: string | null;
  readonly messageId: string | null;
  readonly wakeAt: string | null;
}

/** What a step changes on a letter that exists, for instance when its delivery failed (16.4.3). */
export interface StepDelivery {
  readonly id: string;
  readonly deliveredState: string;
  readonly deemedReceivedOn: string | null;
  readonly receiptClause: string | null;
  readonly wakeAt: string | null;
}

export interface StepIdempotency {
  readonly account: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly responseStatus: number;
  readonly response: unknown;
}

export interface StepApproval {
  readonly id: string;
  readonly state: 'applied' | 'declined' | 'void';
  readonly decidedBy: string;
  readonly reasons: string | null;
}

/** Everything that one decided event stores. All of it is stored, or nothing. */
export interface Step {
  readonly caseId: string;
  /** The version that was read when deciding; 0 for a case that does not exist yet. */
  readonly expectedVersion: number;
  /** The instant of the step: `updated_at`, of a new case also `created_at`. */
  readonly at: string;
  readonly case: StepCase;
  readonly history: readonly StepHistory[];
  /** All deadlines of the case, as they stand after the step: changed ones are updated, absent ones removed. */
  readonly deadlines: readonly StepDeadline[];
  /** All words that the case is found by (`wordsOf`); left out: unchanged. */
  readonly words?: readonly string[];
  readonly receipts?: readonly StepReceipt[];
  /** New invoices, and known ones whose state or data changed. */
  readonly invoices?: readonly StepInvoice[];
  readonly notices?: readonly StepNotice[];
  readonly deliveries?: readonly StepDelivery[];
  readonly approvals?: readonly StepApproval[];
  readonly idempotency?: StepIdempotency;
}

const COMMIT_STEPS: Statement = { name: 'commit_steps', text: 'select commit_steps($1, $2)' };

/** Stores the steps of one or many cases, each case at most once, in one statement. Nothing is stored when any of them
 *  fails: {@link CaseHasMoved}, {@link IdempotencyKeyTaken}, {@link ApprovalIsDecided}, {@link AlreadyExists}. */
export async function commitSteps(connection: Connection, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  try {
    const documents = new Documents();
    const rows = JSON.stringify(byTable(steps, documents));
    await connection.query(COMMIT_STEPS, [rows, documents.joined()]);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Batches of steps that are stored at once, and cases of one batch: more lanes only wait for the same disk. The embedded
 *  database has one connection. */
const LANES = 2;
const MOST_CASES = 64;

/** Stores one step, in one transaction with the steps of other cases that are asked for at the same time: what a commit
 *  costs is shared. Answers after the commit, each step with its own outcome, as `commitSteps` alone would. */
export const commitTogether: (database: Database, step: Step) => Promise<void> = gatheredPer(
  (database: Database) => ({
    lanes: database.kind === 'embedded' ? 1 : LANES,
    most: MOST_CASES,
    keyOf: (step: Step) => step.caseId,
    work: (steps: readonly Step[]) => commitBatch(database, steps),
  }),
);

/** Where the batch fails nothing of it is stored; then each step is stored alone, so that one that is refused or overtaken
 *  harms no other. Where the connection broke at the commit, nobody may try again blindly. */
async function commitBatch(
  database: Database,
  steps: readonly Step[],
): Promise<readonly PromiseSettledResult<void>[]> {
  if (steps.length === 1) return Promise.allSettled([commitSteps(database, steps)]);
  try {
    await commitSteps(database, steps);
    return steps.map(() => ({ status: 'fulfilled', value: undefined }));
  } catch (error) {
    if (error instanceof DatabaseUnavailable && error.outcomeUnknown) throw error;
    return Promise.allSettled(steps.map((step) => commitSteps(database, [step])));
  }
}

/** JSON that is only kept goes beside the rows, each as it is stored: neither side writes or reads it twice. */
class Documents {
  readonly #documents: string[] = [];

  /** Puts the document beside the rows and gives its number. */
  put(document: unknown): number {
    return this.#documents.push(JSON.stringify(document));
  }

  /** JSON holds no U+001F: it is always written as an escape. */
  joined(): string {
    return this.#documents.join('\u001f');
  }
}

/** A list a table, as the function `commit_steps` of the migrations reads it; a table without rows is left out. Rows of the
 *  tables that every step writes are lists of columns: names would be most of what the database has to read. */
function byTable(
  steps: readonly Step[],
  documents: Documents,
): Record<string, readonly object[] | undefined> {
  const rows = <Row>(
    of: (step: Step) => readonly Row[] | undefined,
    shape: (row: Row, step: Step, documents: Documents) => object,
  ) => {
    const all = steps.flatMap((step) => of(step)?.map((row) => shape(row, step, documents)) ?? []);
    return all.length > 0 ? all : undefined;
  };
  return {
    changed: rows((step) => (step.expectedVersion === 0 ? [] : [step]), caseColumns),
    created: rows((step) => (step.expectedVersion === 0 ? [step] : []), caseColumns),
    history: rows((step) => step.history, historyColumns) ?? [],
    deadlines: rows((step) => step.deadlines, deadlineColumns) ?? [],
    words: rows(
      (step) => step.words && [step.words],
      (words, { caseId }) => ({ case_id: caseId, words }),
    ),
    receipts: rows(
      (step) => step.receipts,
      (row, { caseId }) => ({ case_id: caseId, ...row }),
    ),
    invoices: rows((step) => step.invoices, invoiceRow),
    notices: rows((step) => step.notices, noticeColumns),
    deliveries: rows((step) => step.deliveries, deliveryRow),
    approvals: rows((step) => step.approvals, approvalRow),
    answers: rows((step) => step.idempotency && [step.idempotency], answerColumns),
  };
}

const caseColumns = (
  { caseId, expectedVersion, at, case: row, deadlines }: Step,
  _step: Step,
  documents: Documents,
) => [
  caseId,
  expectedVersion,
  at,
  row.version,
  row.number,
  row.chartVersion,
  row.status,
  row.awaits,
  row.ownerAccount,
  row.partyCode,
  row.objectKey,
  documents.put(row.snapshot),
  row.queueOn,
  row.nextOn,
  row.overdue,
  row.projectId,
  deadlines.map((deadline) => deadline.name),
];

const historyColumns = (row: StepHistory, { caseId }: Step, documents: Documents) => [
  caseId,
  row.seq,
  row.type,
  row.at,
  row.actor,
  row.role,
  row.clause,
  documents.put(row.data),
  row.status,
];

const deadlineColumns = (row: StepDeadline, { caseId }: Step) => [
  caseId,
  row.name,
  row.lastDay,
  row.earliestDay,
  row.dueAt,
  row.wakeAt,
  row.awaits,
  row.clause,
  row.state,
];

const noticeColumns = (row: StepNotice, { caseId }: Step, documents: Documents) => [
  caseId,
  row.id,
  row.seq,
  row.notice,
  row.channel,
  row.language,
  row.recipient,
  row.addressSource,
  row.createdAt,
  row.sentAt,
  row.deliveredState,
  row.deemedReceivedOn,
  row.receiptClause,
  documents.put(row.model),
  row.documentId,
  row.messageId,
  row.wakeAt,
];

const answerColumns = (row: StepIdempotency, { caseId }: Step, documents: Documents) => [
  row.account,
  row.key,
  row.bodyHash,
  caseId,
  row.responseStatus,
  documents.put(row.response),
];

const invoiceRow = (row: StepInvoice, { caseId }: Step) => ({
  case_id: caseId,
  number: row.number,
  kind: row.kind,
  seq: row.seq,
  issued_on: row.issuedOn,
  due_on: row.dueOn,
  net: row.net,
  vat_rate: row.vatRate,
  vat: row.vat,
  gross: row.gross,
  reference: row.reference,
  state: row.state,
  data: JSON.stringify(row.data),
});

const deliveryRow = (row: StepDelivery, { caseId }: Step) => ({
  case_id: caseId,
  id: row.id,
  delivered_state: row.deliveredState,
  deemed_received_on: row.deemedReceivedOn,
  receipt_clause: row.receiptClause,
  wake_at: row.wakeAt,
});

const approvalRow = (row: StepApproval, { caseId, at }: Step) => ({
  case_id: caseId,
  id: row.id,
  state: row.state,
  decided_by: row.decidedBy,
  at,
  reasons: row.reasons,
});

function refusalOf(error: unknown): unknown {
  const { code, detail, constraint } = error as { code?: string; detail?: string; constraint?: string };
  if (code === 'P0409') return new CaseHasMoved(detail ?? '');
  if (code === 'P0410') return new ApprovalIsDecided(detail ?? '');
  if (code !== '23505') return error;
  // Detail: Key (id)=(…) already exists.
  if (constraint === 'cases_pkey') return new CaseHasMoved(/=\(([^)]+)\)/.exec(detail ?? '')?.[1] ?? '');
  if (constraint === 'idempotency_key') return new IdempotencyKeyTaken();
  return new AlreadyExists(constraint ?? '', error);
}
