import { randomUUID } from 'node:crypto';
import type { Caller } from '../../casework/caller.ts';
import type { ApprovalView } from '../../casework/casework.ts';
import type { Empty } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import { row, type SummaryRow } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { ACTS, isAct } from './acts/catalogue.ts';

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
    approvals: approvals.map((one) => modelOf(view, one, caller, refused?.id === one.id ? refused : null)),
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

function modelOf(view: View, one: ApprovalView, caller: Caller, refused: Refused | null): ApprovalModel {
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
      row(t('cases.approvals.askedBy'), one.askedBy),
      row(t('cases.approvals.askedAt'), formats.instant(one.askedAt)),
      ...contentOf(view, one),
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

/** What would happen, in the words of the act's own form. */
function contentOf({ t, names, formats }: View, { event }: ApprovalView): readonly SummaryRow[] {
  if (!isAct(event.type)) return [];
  const given = (
    'data' in event && typeof event.data === 'object' && event.data !== null ? event.data : event
  ) as Readonly<Record<string, unknown>>;
  return ACTS[event.type].flatMap(({ name, label, kind }) => {
    const value = name.split('.').reduce<unknown>(partOf, given);
    if (value === undefined || value === null || value === '') return [];
    const text = String(value);
    const told =
      kind === 'day'
        ? formats.shortDate(text)
        : kind === 'amount'
          ? formats.amount(text)
          : kind === 'tick'
            ? t(value === true ? 'acts.yes' : 'acts.no')
            : label === 'terminationReason'
              ? nameOf(names, 'ending', text)
              : label === 'channel'
                ? nameOf(names, 'channel', text)
                : text;
    return [row(t(`acts.labels.${label}`), told)];
  });
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
