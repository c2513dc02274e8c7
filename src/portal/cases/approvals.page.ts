import { randomUUID } from 'node:crypto';
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
  readonly caseHref: string;
  readonly rows: readonly SummaryRow[];
  /** null: asked by this person, and another must decide. */
  readonly form: { readonly action: string; readonly key: string; readonly fields: readonly Field[] } | null;
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
  caller: Caller,
  book: LawBook,
  told: 'applied' | 'declined' | null,
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
    approvals: approvals.map((one) =>
      modelOf(view, one, caller, book, refused?.id === one.id ? refused : null),
    ),
    empty:
      approvals.length > 0
        ? null
        : {
            iconName: 'users',
            title: t('cases.approvals.empty'),
            text: t('cases.approvals.emptyText'),
            action: { label: t('cases.approvals.toQueue'), href: '/cases' },
          },
  };
}

function modelOf(
  view: View,
  one: ApprovalView,
  caller: Caller,
  book: LawBook,
  refused: Refused | null,
): ApprovalModel {
  const { t, names, formats } = view;
  const form = formFields(view, refused?.values ?? {}, refused?.errors ?? null);
  const fields = [
    form.radios('decision', {
      label: t('cases.approvals.decision'),
      choices: [
        { value: 'apply', label: t('cases.approvals.apply') },
        { value: 'decline', label: t('cases.approvals.decline') },
      ],
    }),
    form.textArea('reasons', {
      label: t('cases.approvals.reasons'),
      hint: t('cases.approvals.reasonsHint'),
      rows: 3,
    }),
  ];
  return {
    id: one.id,
    title: nameOf(names, 'act', one.event.type),
    caseNumber: one.caseNumber,
    caseHref: `/cases/${one.caseId}`,
    rows: [
      row(t('cases.approvals.askedBy'), personText(one.askedBy, one.askedByName)),
      row(t('cases.approvals.askedAt'), formats.instant(one.askedAt)),
      ...contentOf(view, one, book),
    ],
    form:
      one.askedBy === caller.username
        ? null
        : {
            action: `/approvals/${one.id}`,
            key: randomUUID(),
            fields: refused
              ? fields
              : fields.map((field) => ({ ...field, ...ownIds(field, one.id) }) as Field),
          },
  };
}

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
