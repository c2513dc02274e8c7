import type { Proposal } from '../../administration/proposal.ts';
import type { Caller } from '../../casework/caller.ts';
import { type Table, table } from '../components/table.ts';
import type { Field } from '../forms/fields.ts';
import type { View } from '../frame/view.ts';
import type { PortalServices } from '../services.ts';
import { changeRows } from './change-text.ts';

/** A form that proposes a change of the law: `{{> proposal-form form}}`. */
export interface ProposalForm {
  readonly action: string;
  /** A second click is the same proposal. */
  readonly key: string;
  readonly upload: boolean;
  readonly lead: string;
  readonly fields: readonly Field[];
}

/** What waits for the other administrator about one figure or setting. */
export const pendingFor = async (
  lawDesk: PortalServices['lawDesk'],
  caller: Caller,
  kind: 'figure' | 'setting',
  name: string,
): Promise<readonly Proposal[]> =>
  (await lawDesk.proposals(caller, 'pending')).filter(
    (one) => one.kind === kind && (one.change as { name: string }).name === name,
  );

/** As a table; null: nothing waits. */
export function pendingTable(view: View, pending: readonly Proposal[]): Table | null {
  const { t, formats } = view;
  if (pending.length === 0) return null;
  return table({
    columns: [
      { label: t('administration.proposals.what') },
      { label: t('administration.proposals.effective') },
      { label: t('administration.proposals.proposed') },
    ],
    rows: pending.map((one) => [
      { text: summaryOf(view, one), href: `/admin/proposals/${one.id}` },
      one.effectiveOn ? formats.shortDate(one.effectiveOn) : t('administration.proposals.fromApproval'),
      t('administration.proposals.byAt', { by: one.proposedBy, at: formats.instant(one.proposedAt) }),
    ]),
  });
}

/** A proposal in one line: what, and to what. */
export function summaryOf(view: View, proposal: Proposal): string {
  const [first] = changeRows(view, proposal, null);
  const kind = view.t(`administration.proposals.kinds.${proposal.kind}`);
  return first ? `${first.label}: ${first.text}` : kind;
}
