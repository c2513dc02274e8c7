import type { CaseRow } from '../../db/rows.ts';
import type { CaseState } from '../../workflows/step.ts';
import { targetOf } from './target.ts';

/** One case in a list that leaves the product as a file. */
export interface CaseLine {
  readonly number: string;
  readonly status: string;
  readonly awaits: string;
  /** Earliest last day that awaits the operator, and the operator's own target before it. */
  readonly queueOn: string | null;
  readonly targetOn: string | null;
  readonly nextOn: string | null;
  readonly overdue: boolean;
  readonly receivedOn: string | null;
  readonly offerIssuedOn: string | null;
  readonly inForceOn: string | null;
  readonly completedOn: string | null;
  readonly connectedOn: string | null;
  readonly endedOn: string | null;
  readonly endingReason: string | null;
  readonly ampere: string | null;
  /** null: not for the role of whoever asks. */
  readonly customer: string | null;
  readonly address: string | null;
  readonly cadastreNumber: string | null;
}

export function caseLine(row: CaseRow, daysBefore: number, withNames: boolean): CaseLine {
  const { facts } = row.snapshot as CaseState;
  const { customer, object, connection } = facts.application;
  return {
    number: row.number,
    status: row.status,
    awaits: row.awaits,
    queueOn: row.queueOn,
    targetOn: row.queueOn === null ? null : targetOf(row.queueOn, daysBefore),
    nextOn: row.nextOn,
    overdue: row.overdue,
    receivedOn: facts.receivedOn,
    offerIssuedOn: facts.offer?.issuedOn ?? null,
    inForceOn: facts.inForceOn,
    completedOn: facts.completedOn,
    connectedOn: facts.connected?.on ?? null,
    endedOn: facts.ending?.on ?? null,
    endingReason: facts.ending?.reason ?? null,
    ampere: connection?.ampere ?? null,
    customer: withNames ? (customer?.name ?? null) : null,
    address: withNames ? (object?.address ?? null) : null,
    cadastreNumber: withNames ? (object?.cadastreNumber ?? null) : null,
  };
}
