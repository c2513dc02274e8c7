import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../workflows/application.ts';
import type { FilesOfCase } from '../../casework/files/file.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { detailsOf } from '../cases/case-details.ts';
import { codeOf, connectionText } from '../cases/facts.ts';
import { sizeText } from '../cases/files/file-list.ts';
import { FILES, UPLOADS_SCRIPT } from '../cases/files/upload-form.ts';
import { headline } from '../cases/headline.ts';
import { nextDeadline } from '../cases/next-deadline.ts';
import { type DeadlineCard, deadlineCard } from '../components/deadline-card.ts';
import { row, type SummaryRow } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { type FormErrors, summaryOf } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { STEPS, type Step, stepFields, type Values } from './apply.fields.ts';

export interface ApplyPage extends Page {
  readonly action: string;
  readonly step: string;
  readonly fields: readonly Field[];
  readonly key: string;
  readonly back: string;
}

export function applyPage(
  view: View,
  caseId: string | null,
  step: Step,
  values: Values,
  errors: FormErrors | null,
): ApplyPage {
  const { t } = view;
  const before = STEPS[STEPS.indexOf(step) - 1];
  const fields = stepFields(view, step, values, errors);
  return {
    title: t(`apply.${step}.title`),
    frame: { crumbs: crumbsOf(view), errors: errors && summaryOf(errors, fields) },
    action: caseId === null ? '/apply' : `/apply/${caseId}/${step}`,
    step: stepText(view, step),
    fields,
    key: randomUUID(),
    back: caseId !== null && before ? `/apply/${caseId}/${before}` : '/cases',
  };
}

const crumbsOf = ({ t }: View) => [{ label: t('apply.title'), href: '/apply' }];

const ALL_STEPS = [...STEPS, 'files', 'check'] as const;

const stepText = ({ t }: View, step: (typeof ALL_STEPS)[number]): string =>
  t('apply.step', {
    number: ALL_STEPS.indexOf(step) + 1,
    of: ALL_STEPS.length,
    name: t(`apply.steps.${step}`),
  });

/** Photographs and papers: added to the draft at once, taken away again at will. */
export interface ApplyFilesPage extends Page {
  readonly step: string;
  readonly attached: string | null;
  readonly files: readonly AttachedFile[];
  readonly action: string;
  readonly field: Field;
  readonly key: string;
  readonly back: string;
}

interface AttachedFile {
  readonly name: string;
  readonly href: string;
  readonly size: string;
  readonly removeAction: string;
}

export function applyFilesPage(
  view: View,
  caseId: string,
  { items }: FilesOfCase,
  errors: FormErrors | null,
): ApplyFilesPage {
  const { t } = view;
  return {
    title: t('files.apply.title'),
    frame: {
      crumbs: crumbsOf(view),
      lead: t('files.apply.lead'),
      errors: errors?.summary ?? null,
      scripts: [UPLOADS_SCRIPT],
    },
    step: stepText(view, 'files'),
    attached: items.length > 0 ? t('files.apply.attached', { count: items.length }) : null,
    files: items.map(({ documentId, name, size }) => ({
      name: name ?? t('files.hidden'),
      href: `/documents/${documentId}`,
      size: sizeText(view, size),
      removeAction: `/apply/${caseId}/files/${documentId}/remove`,
    })),
    action: `/apply/${caseId}/files`,
    field: formFields(view, {}, errors).file(FILES, {
      label: t('files.choose'),
      hint: t('files.chooseHint'),
      multiple: true,
      optional: true,
    }),
    key: randomUUID(),
    back: `/apply/${caseId}/${STEPS.at(-1)}`,
  };
}

export interface CheckPage extends Page {
  readonly step: string;
  readonly rows: readonly SummaryRow[];
  readonly consequences: readonly { readonly text: string; readonly clause: string | null }[];
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

export function checkPage(
  view: View,
  found: CaseView,
  { items }: FilesOfCase,
  errors: FormErrors | null,
): CheckPage {
  const { t, clause } = view;
  return {
    title: t('apply.check.title'),
    frame: { crumbs: crumbsOf(view), lead: t('apply.check.lead'), errors: errors?.summary ?? null },
    step: stepText(view, 'check'),
    rows: [...answersOf(view, found), filesRow(view, found, items)],
    consequences: [
      { text: t('apply.check.registered'), clause: clause('II.11.1') },
      { text: t('apply.check.clock'), clause: clause('II.11.1.1') },
      { text: t('apply.check.free'), clause: null },
    ],
    action: `/apply/${found.id}/check`,
    hidden: [
      { name: 'idempotencyKey', value: randomUUID() },
      { name: 'version', value: String(found.version) },
    ],
  };
}

const filesRow = ({ t }: View, found: CaseView, files: FilesOfCase['items']): SummaryRow =>
  row(
    t('files.title'),
    files.map(({ name }) => name ?? t('files.hidden')).join(', ') || t('apply.check.notGiven'),
    { change: { href: `/apply/${found.id}/files`, label: t('common.change') } },
  );

function answersOf(view: View, found: CaseView): readonly SummaryRow[] {
  const { t, names } = view;
  const draft: Draft = detailsOf(found).application ?? {};
  const { customer, object } = draft;
  const answer = (step: Step, label: string, text: string | null | undefined): SummaryRow =>
    row(label, text || t('apply.check.notGiven'), {
      change: { href: `/apply/${found.id}/${step}`, label: t('common.change') },
    });
  return [
    answer(
      'customer',
      t('apply.customer.kind'),
      customer?.kind && nameOf(names, 'customerKind', customer.kind),
    ),
    answer('customer', t('apply.customer.name'), customer?.name),
    answer('customer', t('cases.facts.code'), codeOf(customer)),
    answer('customer', t('apply.customer.email'), customer?.email),
    answer('customer', t('apply.customer.phone'), customer?.phone),
    answer('customer', t('apply.customer.postalAddress'), customer?.postalAddress),
    answer('customer', t('apply.customer.household'), t(customer?.household ? 'common.yes' : 'common.no')),
    answer('object', t('apply.object.address'), object?.address),
    answer('object', t('apply.object.cadastre'), object?.cadastreNumber),
    answer(
      'connection',
      t('apply.connection.purpose'),
      draft.purpose && nameOf(names, 'purpose', draft.purpose),
    ),
    answer('connection', t('cases.facts.connection'), connectionText(view, draft)),
    answer('connection', t('apply.connection.notes'), draft.notes),
  ];
}

export interface ReceiptPage extends Page {
  readonly number: string;
  readonly headline: string;
  readonly card: DeadlineCard | null;
  readonly caseHref: string;
}

export function receiptPage(view: View, found: CaseView): ReceiptPage {
  const deadline = nextDeadline(found);
  return {
    title: view.t('apply.receipt.title'),
    frame: { crumbs: crumbsOf(view) },
    number: found.number,
    headline: headline(view, found),
    card: deadline ? deadlineCard(view, deadline) : null,
    caseHref: `/cases/${found.id}`,
  };
}
