import type { ApprovalView, HistoryEntry } from '../../casework/show/shown.ts';
import { type Tone, tag } from '../components/status-tag.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { personText } from './person-text.ts';

/** Acts of a case that needed, or need, a second person (readings.md#rights), newest first; null: there were none. */
export function approvalsTable(view: View, approvals: readonly ApprovalView[]): Table | null {
  const { t, names, formats } = view;
  if (approvals.length === 0) return null;
  const personAt = (by: string, at: string): string =>
    t('cases.approvals.byAt', { by, at: formats.instant(at) });
  return table({
    columns: [
      { label: t('cases.approvals.act') },
      { label: t('cases.approvals.askedBy') },
      { label: t('cases.facts.status') },
      { label: t('cases.approvals.decidedBy') },
    ],
    rows: approvals.toReversed().map((one) => [
      {
        text: nameOf(names, 'act', one.event.type),
        href: one.state === 'pending' ? '/approvals' : null,
        note: one.reasons,
      },
      personAt(personText(one.askedBy, one.askedByName), one.askedAt),
      { text: '', tag: tag(t(`cases.approvals.states.${one.state}`), TONES[one.state]) },
      one.decidedBy && one.decidedAt
        ? personAt(personText(one.decidedBy, one.decidedByName), one.decidedAt)
        : '–',
    ]),
  });
}

const TONES: Readonly<Record<ApprovalView['state'], Tone>> = {
  pending: 'operator',
  applied: 'good',
  declined: 'bad',
  void: 'nobody',
};

/** Who agreed to an entry of the history: its approval was applied by the very step that wrote it. */
export function approverOf(entry: HistoryEntry, approvals: readonly ApprovalView[]): string | null {
  const applied = approvals.find(
    ({ state, event, askedBy, decidedAt }) =>
      state === 'applied' && event.type === entry.type && askedBy === entry.actor && decidedAt === entry.at,
  );
  return applied?.decidedBy ? personText(applied.decidedBy, applied.decidedByName) : null;
}
