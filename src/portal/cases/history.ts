import { actOf } from '../../../workflows/events.ts';
import type { NamedFile } from '../../casework/files/file.ts';
import type { ApprovalView, HistoryEntry } from '../../casework/show/shown.ts';
import { isRight } from '../components/deadline-state.ts';
import type { Timeline, TimelineEntry } from '../components/timeline.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { approverOf } from './approvals-of-case.ts';
import { personText } from './person-text.ts';

/** What happened, newest first: who, when, under which clause, and who agreed as the second person. */
export const timelineOf = (
  view: View,
  entries: readonly HistoryEntry[],
  approvals: readonly ApprovalView[] = [],
): Timeline => ({
  entries: entries.toReversed().map((entry) => ({
    at: entry.at,
    when: view.formats.instant(entry.at),
    who: whoOf(view, entry),
    clause: view.clause(entry.clause),
    what: nameOf(view.names, 'event', entry.type),
    details: [...detailsOf(view, entry), ...secondPerson(view, approverOf(entry, approvals))],
    links: filesOf(entry),
    tone: entry.role === 'customer' ? 'customer' : isBad(entry) ? 'bad' : 'operator',
  })),
});

const secondPerson = ({ t }: View, by: string | null): readonly string[] =>
  by === null ? [] : [t('cases.approvals.approvedBy', { by })];

/** Files that came with the event. */
function filesOf({ data }: HistoryEntry): TimelineEntry['links'] {
  const { files } = (data ?? {}) as { readonly files?: readonly NamedFile[] };
  return (files ?? []).map(({ documentId, name }) => ({ label: name, href: `/documents/${documentId}` }));
}

/** A right that ended on its day is no bad news. */
const isBad = ({ type, data }: HistoryEntry): boolean =>
  actOf(type).adverse &&
  !(type === 'deadline.passed' && isRight(String((data as { name?: unknown } | null)?.name)));

const whoOf = ({ names, caller }: View, { role, actor, actorName }: HistoryEntry): string => {
  const name = nameOf(names, 'role', role);
  if (role === 'clock') return name;
  const isCustomer = caller?.roles.includes('customer') ?? true;
  if (!isCustomer) return `${name}: ${personText(actor, actorName)}`;
  // Sub-users and representatives act beside the customer: each side sees who of them it was (PO-04).
  const isAnother = role === 'customer' && actor !== caller?.username;
  return isAnother ? `${name}: ${actorName ?? actor}` : name;
};

const SENTENCES = [
  'reasons',
  'text',
  'findings',
  'agreement',
  'facts',
  'event',
  'conditions',
  'regulation',
  'happened',
  'measures',
  'advice',
] as const;

/** The parts of an event that a person wants to read: reasons, days, amounts. */
function detailsOf(
  { t, names, formats, operator }: View,
  { at, type, data }: HistoryEntry,
): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const given = data as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const lines: (string | null)[] = [];
  if (type === 'deadline.passed') lines.push(nameOf(names, 'deadline', text('name') ?? ''));
  if (type === 'payment.received' || type === 'refund.paid')
    lines.push(text('amount') && formats.amount(text('amount')!));
  if (type.startsWith('works.') && text('reason')) lines.push(nameOf(names, 'suspension', text('reason')!));
  const happenedOn = Temporal.Instant.from(at).toZonedDateTimeISO(operator.timeZone).toPlainDate().toString();
  for (const name of ['on', 'from'] as const) {
    const day = text(name);
    // The day on which it was entered stands above it already.
    if (day && day.slice(0, 10) !== happenedOn) lines.push(formats.shortDate(day));
  }
  const termOn = text('termOn');
  if (termOn) lines.push(`${t('cases.dates.termOn')}: ${formats.shortDate(termOn)}`);
  for (const name of ['missing', 'flaws', 'works'] as const) {
    const items = given[name];
    if (Array.isArray(items)) lines.push(items.map(String).join('; '));
    else lines.push(text(name));
  }
  lines.push(...SENTENCES.map(text));
  return lines.filter((one) => one !== null);
}
