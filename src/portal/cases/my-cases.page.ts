import { mayPost } from '../../casework/rights.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { confirmationAwaited, waitsForConfirmation } from '../companies/own-confirmation.ts';
import type { Empty, Pagination } from '../components/navigation-parts.ts';
import type { Notice } from '../components/notice.ts';
import { type StatusTag, statusTag, turnTag } from '../components/status-tag.ts';
import { daysLeft } from '../formats/days-left.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { addressOf } from './case-details.ts';
import { isLate, nextDeadline } from './next-deadline.ts';

export interface MyCasesPage extends Page {
  readonly awaited: Notice | null;
  readonly cards: readonly CaseCard[];
  readonly empty: Empty | null;
  readonly pagination: Pagination | null;
}

interface CaseCard {
  readonly number: string;
  readonly href: string;
  readonly address: string;
  readonly status: StatusTag;
  readonly turn: StatusTag;
  readonly meaning: string;
  readonly deadline: {
    readonly what: string;
    readonly label: string;
    readonly iso: string;
    readonly when: string;
    readonly left: string;
    readonly clause: string | null;
  } | null;
}

/** What waits for the customer stands first. */
const TURNS: readonly CaseView['awaits'][] = ['customer', 'operator', 'nobody'];

export function myCasesPage(
  view: View,
  { items, next }: { items: readonly CaseView[]; next: string | null },
  cursor: string | null,
): MyCasesPage {
  const { t } = view;
  return {
    title: t('cases.mine.title'),
    frame: { lead: t('cases.mine.lead') },
    awaited: confirmationAwaited(view),
    cards: items
      .toSorted((a, b) => TURNS.indexOf(a.awaits) - TURNS.indexOf(b.awaits))
      .map((one) => cardOf(view, one)),
    empty: items.length > 0 ? null : nothingYet(view),
    pagination:
      next || cursor
        ? {
            shown: t('cases.queue.shown', { count: items.length }),
            first: cursor ? '/cases' : null,
            next: next ? `/cases?cursor=${encodeURIComponent(next)}` : null,
          }
        : null,
  };
}

/** Somebody who signed in with a password alone is not led to a form that is closed to them (II.5.4). */
function nothingYet({ t, names, caller }: View): Empty {
  if (waitsForConfirmation(caller))
    return {
      iconName: 'bolt',
      title: t('cases.mine.empty'),
      text: t('companies.own.noCases'),
      action: null,
    };
  const mayApply = caller !== null && mayPost(caller, 'application.drafted');
  return {
    iconName: 'bolt',
    title: t('cases.mine.empty'),
    text: mayApply ? t('cases.mine.emptyText') : t('cases.mine.emptyReadOnly'),
    action: mayApply ? { label: names.act['application.submitted'], href: '/apply' } : null,
  };
}

function cardOf(view: View, found: CaseView): CaseCard {
  const { t, names, formats, today } = view;
  const deadline = nextDeadline(found);
  const on = deadline?.lastDay ?? deadline?.earliestDay;
  return {
    number: found.number,
    href: `/cases/${found.id}`,
    address: addressOf(found) ?? t('cases.mine.noAddress'),
    status: statusTag(view, found.status),
    turn: turnTag(view, found.awaits),
    meaning: nameOf(names, 'statusMeaning', found.status),
    deadline:
      deadline && on
        ? {
            what: nameOf(names, 'deadline', deadline.name),
            label: isLate(deadline)
              ? t('common.late')
              : t(deadline.lastDay ? 'common.lastDay' : 'common.earliestDay'),
            iso: on,
            when: formats.date(on),
            left: daysLeft(t, today, on),
            clause: view.clause(deadline.clause),
          }
        : null,
  };
}
