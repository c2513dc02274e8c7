import type { Connection, Statement } from './database.ts';
import { AlreadyExists, ApprovalIsDecided, CaseHasMoved, IdempotencyKeyTaken } from './errors.ts';

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

const COMMIT_STEPS: Statement = { name: 'commit_steps', text: 'select commit_steps($1)' };

/** Stores the steps of one or many cases, each case at most once, in one statement. Nothing is stored when any of them
 *  fails: {@link CaseHasMoved}, {@link IdempotencyKeyTaken}, {@link ApprovalIsDecided}, {@link AlreadyExists}. */
export async function commitSteps(connection: Connection, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  try {
    await connection.query(COMMIT_STEPS, [JSON.stringify(byTable(steps))]);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** One array a table, as the function `commit_steps` of the migrations reads it; a table without rows is left out. */
export function byTable(steps: readonly Step[]): Record<string, readonly object[] | undefined> {
  const rows = <Row extends object>(
    of: (step: Step) => readonly Row[] | undefined,
    shape: (row: Row, step: Step) => object,
  ) => {
    const all = steps.flatMap(
      (step) => of(step)?.map((row) => ({ case_id: step.caseId, ...shape(row, step) })) ?? [],
    );
    return all.length > 0 ? all : undefined;
  };
  const created = steps.filter((step) => step.expectedVersion === 0);
  const changed = steps.filter((step) => step.expectedVersion !== 0);
  return {
    created: created.length > 0 ? created.map(caseRow) : undefined,
    changed: changed.length > 0 ? changed.map(caseRow) : undefined,
    history:
      rows(
        (step) => step.history,
        (row) => row,
      ) ?? [],
    deadlines: rows((step) => step.deadlines, deadlineRow) ?? [],
    words: rows(
      (step) => step.words && [{ words: step.words }],
      (row) => row,
    ),
    receipts: rows(
      (step) => step.receipts,
      (row) => row,
    ),
    invoices: rows((step) => step.invoices, invoiceRow),
    notices: rows((step) => step.notices, noticeRow),
    deliveries: rows((step) => step.deliveries, deliveryRow),
    approvals: rows((step) => step.approvals, approvalRow),
    answers: rows((step) => step.idempotency && [step.idempotency], answerRow),
  };
}

const caseRow = ({ caseId, expectedVersion, at, case: row, deadlines }: Step) => ({
  id: caseId,
  expected: expectedVersion,
  at,
  version: row.version,
  number: row.number,
  chart_version: row.chartVersion,
  status: row.status,
  awaits: row.awaits,
  owner_account: row.ownerAccount,
  party_code: row.partyCode,
  object_key: row.objectKey,
  snapshot: row.snapshot,
  queue_on: row.queueOn,
  next_on: row.nextOn,
  overdue: row.overdue,
  project_id: row.projectId,
  deadlines: deadlines.map((deadline) => deadline.name),
});

const deadlineRow = (row: StepDeadline) => ({
  name: row.name,
  last_day: row.lastDay,
  earliest_day: row.earliestDay,
  due_at: row.dueAt,
  wake_at: row.wakeAt,
  awaits: row.awaits,
  clause: row.clause,
  state: row.state,
});

const invoiceRow = (row: StepInvoice) => ({
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
  data: row.data,
});

const noticeRow = (row: StepNotice) => ({
  id: row.id,
  seq: row.seq,
  notice: row.notice,
  channel: row.channel,
  language: row.language,
  recipient: row.recipient,
  address_source: row.addressSource,
  created_at: row.createdAt,
  sent_at: row.sentAt,
  delivered_state: row.deliveredState,
  deemed_received_on: row.deemedReceivedOn,
  receipt_clause: row.receiptClause,
  model: row.model,
  document_id: row.documentId,
  message_id: row.messageId,
  wake_at: row.wakeAt,
});

const deliveryRow = (row: StepDelivery) => ({
  id: row.id,
  delivered_state: row.deliveredState,
  deemed_received_on: row.deemedReceivedOn,
  receipt_clause: row.receiptClause,
  wake_at: row.wakeAt,
});

const approvalRow = (row: StepApproval, step: Step) => ({
  id: row.id,
  state: row.state,
  decided_by: row.decidedBy,
  at: step.at,
  reasons: row.reasons,
});

const answerRow = (row: StepIdempotency) => ({
  account: row.account,
  key: row.key,
  body_hash: row.bodyHash,
  response_status: row.responseStatus,
  response: JSON.stringify(row.response),
});

function refusalOf(error: unknown): unknown {
  const { code, detail, constraint } = error as { code?: string; detail?: string; constraint?: string };
  if (code === 'P0409') return new CaseHasMoved(detail ?? '');
  if (code === 'P0410') return new ApprovalIsDecided(detail ?? '');
  if (code === '23505' && constraint === 'idempotency_key') return new IdempotencyKeyTaken();
  if (code === '23505') return new AlreadyExists(constraint ?? '', error);
  return error;
}
