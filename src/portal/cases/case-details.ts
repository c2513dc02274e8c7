import type { Draft } from '../../../workflows/application.ts';
import type { Flag, Hold } from '../../../workflows/facts.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import type { QuoteAnswer } from '../../law/fees/answer.ts';
import type { PartOneOverrides } from '../../law/terms/terms.ts';

/** The parts of a case that its public shape leaves open, as `caseView` fills them. What a role may not see is null. */
export interface CaseDetails {
  readonly application: Draft | null;
  readonly missing: readonly string[];
  readonly offer: {
    readonly issuedOn: string;
    readonly channel: string;
    readonly deemedReceivedOn: string | null;
    readonly termOn: string;
    readonly paymentDueOn: string;
    readonly advanceGross: string;
    readonly ownershipBoundary: string;
    readonly partOne: PartOneOverrides;
  } | null;
  readonly suspension: { readonly days: number; readonly intervals: readonly Interval[] };
  readonly signatures: { readonly customer?: string; readonly operator?: string };
  readonly consents: Readonly<Record<string, { readonly by: string; readonly on: string }>>;
  readonly holds: { readonly annulment: Hold | null; readonly ending: Hold | null };
  readonly refund: { readonly dueOn: string | null } | null;
  readonly projectId: string | null;
  readonly flags: readonly Flag[];
}

interface Interval {
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
  readonly remedyBy: string | null;
  readonly likelyEndOn: string | null;
}

export const detailsOf = (found: CaseView): CaseDetails => found as unknown as CaseDetails;

export const feeOf = (found: CaseView): QuoteAnswer | null => found.fee as QuoteAnswer | null;

export const addressOf = (found: CaseView): string | null => {
  const object = detailsOf(found).application?.object;
  return object?.address ?? object?.cadastreNumber ?? null;
};
