import type { CaseRow } from '../../db/rows.ts';
import { awaitsOf } from '../../workflows/awaits.ts';
import { moneyOf, shareIsPaid } from '../../workflows/derived.ts';
import { type CaseState, situationOf } from '../../workflows/step.ts';
import { amountOf, sumOf } from '../law/money.ts';

/** Several customers who build one connection together (II.4.4): none is connected before all have paid. */
export interface Project {
  readonly projectId: string;
  readonly members: readonly ProjectMember[];
  /** Net of VAT. */
  readonly sharesNet: string;
  /** Every member's share is paid in full. */
  readonly allPaid: boolean;
}

interface ProjectMember {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly awaits: 'customer' | 'operator' | 'nobody';
  /** null: not for the role of whoever asks. */
  readonly customer: string | null;
  readonly address: string | null;
  readonly shareNet: string;
  /** With VAT, of the customer's whole fee. */
  readonly customerShareGross: string;
  readonly outstanding: string;
  readonly isPaid: boolean;
  readonly readyOn: string | null;
  readonly connectedOn: string | null;
}

export function projectOf(projectId: string, rows: readonly CaseRow[], withNames: boolean): Project {
  const members = rows.map((row): ProjectMember => {
    const state = row.snapshot as CaseState;
    const { facts } = state;
    const { customerShareGross, outstanding } = moneyOf(facts);
    const { customer, object } = facts.application;
    return {
      caseId: row.id,
      number: row.number,
      status: row.status,
      awaits: awaitsOf(situationOf(state)),
      customer: withNames ? (customer?.name ?? null) : null,
      address: withNames ? (object?.address ?? object?.cadastreNumber ?? null) : null,
      shareNet: facts.project?.shareNet ?? '0.00',
      customerShareGross,
      outstanding,
      isPaid: shareIsPaid(facts),
      readyOn: facts.readiness?.on ?? null,
      connectedOn: facts.connected?.on ?? null,
    };
  });
  return {
    projectId,
    members,
    sharesNet: amountOf(sumOf(members.map(({ shareNet }) => shareNet))),
    allPaid: members.every(({ isPaid }) => isPaid),
  };
}
