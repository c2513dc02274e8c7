import { randomUUID } from 'node:crypto';
import type { PeopleActView } from '../../administration/accounts/account-act.ts';
import type { Caller } from '../../casework/caller.ts';
import type { ApprovalView } from '../../casework/show/shown.ts';
import type { LawBook } from '../../law/law-book.ts';
import { Refusal } from '../../law/refusal.ts';
import type { Empty } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import { row, type SummaryRow } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { contentsOf } from './acts/contents.ts';
import { isAct } from './acts/form-of-act.ts';
import { offerPrice } from './acts/offer-price.ts';
import { peopleActRows } from './people-approvals.ts';
import { personText } from './person-text.ts';

export interface ApprovalsPage extends Page {
  readonly notices: readonly Notice[];
  readonly approvals: readonly ApprovalModel[];
  readonly empty: Empty | null;
}

interface ApprovalModel {
  readonly id: string;
  readonly title: string;
  readonly caseNumber: string;
  /** Where the case, or the account, stands; null: there is none yet. */
  readonly href: string | null;
  readonly rows: readonly SummaryRow[];
  readonly form: {
    readonly action: string;
    readonly key: string;
    readonly fields: readonly Field[];
    /** Asked by this person, who may only take it back (D-22). */
    readonly own: boolean;
    readonly button: string;
  };
}

/** A form that came back refused stands at its approval. */
export interface Refused {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

export function approvalsPage(
  view: View,
  approvals: readonly ApprovalView[],
  onPeople: readonly PeopleActView[],
  caller: Caller,
  book: LawBook,
  told: 'applied' | 'declined' | 'takenBack' | null,
  refused: Refused | null,
): ApprovalsPage {
  const { t } = view;
  return {
    title: t('cases.approvals.title'),
    frame: {
      lead: t('cases.approvals.lead'),
      crumbs: [{ label: t('cases.nav.queue'), href: '/cases' }],
      errors: refused?.errors.summary ?? null,
    },
    notices: told ? [notice(told === 'applied' ? 'good' : 'info', t(`cases.approvals.${told}`))] : [],
    approvals: [
      ...approvals.map((one) => ({
        ...formOf(view, one, caller, refused, true),
        title: nameOf(view.names, 'act', one.event.type),
        caseNumber: one.caseNumber,
        href: `/cases/${one.caseId}`,
        rows: rowsOf(view, one, book),
      })),
      ...onPeople.map((one) => ({
        ...formOf(view, one, caller, refused, false),
        title: t(`administration.people.${one.event.type}`),
        caseNumber: one.username,
        href: one.accountId === null ? null : `/admin/users/${one.accountId}`,
        rows: peopleActRows(view, one),
      })),
    ],
    empty:
      approvals.length + onPeople.length > 0
        ? null
        : {
            iconName: 'users',
            title: t('cases.approvals.empty'),
            text: t('cases.approvals.emptyText'),
            action: { label: t('cases.approvals.toQueue'), href: '/cases' },
          },
  };
}

function formOf(
  view: View,
  { id, askedBy }: { readonly id: string; readonly askedBy: string },
  caller: Caller,
  everyRefused: Refused | null,
  isOfCase: boolean,
): Pick<ApprovalModel, 'id' | 'form'> {
  const { t } = view;
  const refused = everyRefused?.id === id ? everyRefused : null;
  const own = askedBy === caller.username;
  const form = formFields(view, refused?.values ?? {}, refused?.errors ?? null);
  const fields = own
    ? []
    : [
        form.radios('decision', {
          label: t('cases.approvals.decision'),
          choices: [
            { value: 'apply', label: t('cases.approvals.apply') },
            { value: 'decline', label: t('cases.approvals.decline') },
          ],
        }),
        form.textArea('reasons', {
          label: t('cases.approvals.reasons'),
          hint: t(isOfCase ? 'cases.approvals.reasonsHint' : 'cases.approvals.reasonsHintOfAccount'),
          rows: 3,
        }),
      ];
  return {
    id,
    form: {
      action: `/approvals/${id}`,
      key: randomUUID(),
      own,
      button: t(own ? 'cases.approvals.takeBack' : 'cases.approvals.decide'),
      fields: refused ? fields : fields.map((field) => ({ ...field, ...ownIds(field, id) }) as Field),
    },
  };
}

const rowsOf = (view: View, one: ApprovalView, book: LawBook): readonly SummaryRow[] => [
  row(view.t('cases.approvals.askedBy'), personText(one.askedBy, one.askedByName)),
  row(view.t('cases.approvals.askedAt'), view.formats.instant(one.askedAt)),
  ...contentOf(view, one, book),
];

/** Several forms on one page: every field's id is its own. */
const ownIds = (field: Field, id: string): Partial<Field> => ({
  id: `${field.id}-${id}`,
  describedBy: field.hint ? `${field.id}-${id}-hint` : null,
  ...('choices' in field
    ? { choices: field.choices.map((choice) => ({ ...choice, id: `${choice.id}-${id}` })) }
    : {}),
});

/** What would happen: the price of an offer as it comes to today, and every field of the act (readings.md#rights). */
function contentOf(view: View, { event }: ApprovalView, book: LawBook): readonly SummaryRow[] {
  if (!isAct(event.type)) return [];
  return [...priceOf(view, event, book), ...contentsOf(view, event.type, event)];
}

/** An offer that has no price any more is refused when it is approved, and is shown as it was asked for. */
function priceOf(view: View, event: ApprovalView['event'], book: LawBook): readonly SummaryRow[] {
  try {
    return offerPrice(view, event, book, { type: event.type, found: null });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
