import type { Caller } from '../../casework/caller.ts';
import { isStaff } from '../../casework/caller.ts';
import type { FilesOfCase } from '../../casework/files/file.ts';
import type {
  ActionView,
  ApprovalView,
  CaseView,
  HistoryEntry,
  NoticeView,
} from '../../casework/show/shown.ts';
import { maySeeMoney } from '../../payments/invoice-desk.ts';
import { type DeadlineCard, deadlineCard } from '../components/deadline-card.ts';
import { deadlineStateText } from '../components/deadline-state.ts';
import type { LifePicture } from '../components/life-picture.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type StatusTag, statusTag, turnTag } from '../components/status-tag.ts';
import type { SummaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import type { Timeline } from '../components/timeline.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { clauseOfWithdrawal, nameOfWithdrawal } from './acts/withdrawal.ts';
import { approvalsTable } from './approvals-of-case.ts';
import { calendarOf, type DeadlineCalendar } from './calendar.ts';
import { possibleActs } from './case-acts.ts';
import { addressOf, detailsOf } from './case-details.ts';
import { datesOf, factsOf, moneyOf, situationOf } from './facts.ts';
import { type CaseFee, caseFee } from './fee.ts';
import { type FilesPart, filesPart } from './files/files.page.ts';
import { UPLOADS_SCRIPT } from './files/upload-form.ts';
import { flagText } from './flags.ts';
import { headline } from './headline.ts';
import { timelineOf } from './history.ts';
import { lettersOf } from './letters.ts';
import { lifeOf } from './life.ts';
import { openDeadlines, pastDeadlines } from './next-deadline.ts';
import { type Suspensions, suspensionsOf } from './suspension.ts';

export interface CasePage extends Page {
  readonly notices: readonly Notice[];
  readonly status: StatusTag;
  readonly turn: StatusTag;
  /** What the status means to a customer; staff know it. */
  readonly meaning: string | null;
  readonly place: string | null;
  readonly next: DeadlineCard | null;
  /** Whether anything stands beside what one can do: a deadline, what lacks, what to mind. */
  readonly hasMatters: boolean;
  readonly acts: readonly ActLink[];
  readonly more: readonly ActLink[];
  readonly ending: readonly ActLink[];
  readonly noActs: string | null;
  readonly missing: readonly string[];
  readonly flags: readonly { readonly text: string; readonly since: string }[];
  readonly life: LifePicture;
  readonly others: readonly DeadlineCard[];
  readonly past: Table | null;
  readonly calendar: DeadlineCalendar | null;
  readonly facts: SummaryList;
  readonly situation: SummaryList | null;
  readonly dates: SummaryList;
  readonly fee: CaseFee | null;
  readonly noFee: string;
  readonly estimateHref: string | null;
  /** Reminders of deadlines, for the customer's side. */
  readonly remindersHref: string | null;
  readonly money: SummaryList | null;
  readonly moneyHref: string | null;
  readonly representativesHref: string | null;
  readonly suspensions: Suspensions | null;
  readonly letters: Table | null;
  readonly files: FilesPart;
  readonly approvals: Table | null;
  readonly timeline: Timeline;
}

interface ActLink {
  readonly label: string;
  readonly href: string;
  readonly clause: string | null;
  readonly first: boolean;
}

export interface CaseParts {
  readonly found: CaseView;
  readonly history: readonly HistoryEntry[];
  readonly letters: readonly NoticeView[];
  readonly files: FilesOfCase;
  /** For staff alone. */
  readonly approvals: readonly ApprovalView[];
  readonly caller: Caller;
  /** Said once after an act. */
  readonly told: Notice | null;
  /** Whether the operator has stored the text of Part II that binds here (PO-11). */
  readonly hasTermsText: boolean;
}

export function casePage(
  view: View,
  { found, history, letters, files, approvals, hasTermsText, caller, told }: CaseParts,
): CasePage {
  const { t } = view;
  const staff = isStaff(caller);
  const details = detailsOf(found);
  const acts = possibleActs(found, caller);
  const link = (one: ActionView, index: number): ActLink => actLink(view, found, one, index === 0);
  const [next, ...others] = openDeadlines(found);
  const missing = found.status === 'incomplete' ? details.missing : [];
  const none = acts.main.length + acts.more.length + acts.ending.length === 0;
  const readOnly = !staff && none && found.actions.some(({ roles }) => roles.includes('customer'));
  return {
    title: t('cases.one.heading', { number: found.number }),
    frame: {
      lead: headline(view, found),
      wide: staff,
      scripts: [UPLOADS_SCRIPT],
      crumbs: [{ label: t(staff ? 'cases.nav.queue' : 'cases.nav.mine'), href: '/cases' }],
    },
    notices: [
      ...(told ? [told] : []),
      ...(readOnly ? [notice('info', t('cases.one.readOnly'), t('cases.one.readOnlyText'))] : []),
    ],
    status: statusTag(view, found.status),
    turn: turnTag(view, found.awaits),
    meaning: staff ? null : nameOf(view.names, 'statusMeaning', found.status),
    place: addressOf(found),
    next: next ? deadlineCard(view, next) : null,
    hasMatters: next !== undefined || missing.length > 0 || details.flags.length > 0,
    acts: acts.main.map(link),
    more: acts.more.map((one) => actLink(view, found, one, false)),
    ending: acts.ending.map((one) => actLink(view, found, one, false)),
    noActs: none ? t('cases.one.noActs') : null,
    missing,
    flags: details.flags.map(({ name, on }) => ({
      text: flagText(view, name),
      since: view.formats.shortDate(on),
    })),
    life: lifeOf(view, found),
    others: others.map((one) => deadlineCard(view, one)),
    past: pastTable(view, found),
    calendar: staff ? calendarOf(view, found) : null,
    facts: factsOf(view, found, hasTermsText),
    situation: situationOf(view, found),
    dates: datesOf(view, found),
    fee: caseFee(view, found),
    noFee: t(staff ? 'cases.fee.noneStaff' : 'cases.fee.none'),
    estimateHref: staff ? null : '/estimate',
    remindersHref: staff ? null : `/cases/${found.id}/reminders`,
    money: moneyOf(view, found),
    moneyHref: maySeeMoney(caller) ? `/cases/${found.id}/invoices` : null,
    representativesHref:
      caller.actingFor || (staff && !caller.roles.includes('service'))
        ? null
        : `/cases/${found.id}/representatives`,
    suspensions: suspensionsOf(view, found),
    letters: lettersOf(view, found.id, letters, caller),
    files: filesPart(view, found.id, files, history, caller),
    approvals: approvalsTable(view, approvals),
    timeline: timelineOf(view, history, approvals),
  };
}

/** A draft is gone on with in the guided application. */
function actLink(view: View, found: CaseView, { type, clause: under }: ActionView, first: boolean): ActLink {
  const href =
    type === 'application.drafted'
      ? `/apply/${found.id}/customer`
      : type === 'application.submitted'
        ? `/apply/${found.id}/check`
        : `/cases/${found.id}/acts/${type}`;
  if (type === 'contract.withdrawn')
    return { label: nameOfWithdrawal(view, found), href, clause: clauseOfWithdrawal(view, found), first };
  return { label: nameOf(view.names, 'act', type), href, clause: view.clause(under), first };
}

function pastTable(view: View, found: CaseView): Table | null {
  const { t, names, formats, clause } = view;
  const past = pastDeadlines(found);
  if (past.length === 0) return null;
  return table({
    columns: [
      { label: t('cases.one.deadlines') },
      { label: t('common.lastDay').replace(/:$/, '') },
      { label: t('cases.facts.status') },
    ],
    rows: past.map((one) => [
      { text: nameOf(names, 'deadline', one.name), note: clause(one.clause) },
      one.lastDay
        ? formats.shortDate(one.lastDay)
        : one.earliestDay
          ? formats.shortDate(one.earliestDay)
          : '–',
      deadlineStateText(view, one),
    ]),
  });
}
