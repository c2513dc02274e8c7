import type { CompanyAccountRow } from '../../../db/proofs.ts';
import type { Confirmation } from '../components/confirmation.ts';
import type { Empty } from '../components/navigation-parts.ts';
import { row, type SummaryRow } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export const DOCUMENT = 'document';

/** As much as somebody notes of one document. */
export const NOTE_LENGTH = 500;

type Values = Readonly<Record<string, string | undefined>>;

export interface CompaniesPage extends Page {
  readonly search: Field;
  /** Back to the whole list; null: it is shown. */
  readonly showAll: string | null;
  readonly empty: Empty | null;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly table: Table;
  }[];
}

export function companiesPage(
  view: View,
  accounts: readonly CompanyAccountRow[],
  code: string,
): CompaniesPage {
  const { t } = view;
  const waiting = accounts.filter(({ provenAt }) => provenAt === null);
  const confirmed = accounts.filter(({ provenAt }) => provenAt !== null);
  return {
    title: t('companies.title'),
    frame: { lead: t('companies.lead'), wide: true },
    search: formFields(view, { code }).input('code', {
      label: t('companies.search'),
      autocomplete: 'off',
      width: 'medium',
      maxlength: 40,
      optional: true,
    }),
    showAll: code === '' ? null : '/staff/companies',
    empty: emptyOf(view, waiting.length, accounts.length, code),
    sections: [
      ...(waiting.length > 0
        ? [
            {
              id: 'waiting',
              title: t('companies.waiting'),
              text: t('companies.waitingCount', { count: waiting.length }),
              table: waitingTable(view, waiting),
            },
          ]
        : []),
      ...(confirmed.length > 0
        ? [
            {
              id: 'confirmed',
              title: t('companies.confirmed'),
              text: t('companies.confirmedText'),
              table: confirmedTable(view, confirmed),
            },
          ]
        : []),
    ],
  };
}

function emptyOf({ t }: View, waiting: number, all: number, code: string): Empty | null {
  if (code !== '')
    return all > 0
      ? null
      : {
          iconName: 'search',
          title: t('companies.noneFound'),
          text: t('companies.noneFoundText'),
          action: null,
        };
  return waiting > 0
    ? null
    : { iconName: 'check', title: t('companies.none'), text: t('companies.noneText'), action: null };
}

const addressOf = ({ id }: CompanyAccountRow): string => `/staff/companies/${encodeURIComponent(id)}`;

function waitingTable({ t, formats }: View, accounts: readonly CompanyAccountRow[]): Table {
  return table({
    columns: [
      { label: t('companies.name') },
      { label: t('companies.code') },
      { label: t('companies.username') },
      { label: t('companies.registered') },
      { label: t('companies.action') },
    ],
    rows: accounts.map((one) => [
      one.name,
      one.partyCode ?? t('companies.noCode'),
      one.username,
      formats.instant(one.createdAt),
      { text: t('companies.confirm.open'), href: `${addressOf(one)}/confirmation` },
    ]),
  });
}

function confirmedTable(view: View, accounts: readonly CompanyAccountRow[]): Table {
  const { t, formats } = view;
  return table({
    columns: [
      { label: t('companies.name') },
      { label: t('companies.code') },
      { label: t('companies.username') },
      { label: t('companies.since') },
      { label: t('companies.by') },
      { label: t('companies.basis') },
      { label: t('companies.action') },
    ],
    rows: accounts.map((one) => [
      one.name,
      one.partyCode ?? t('companies.noCode'),
      one.username,
      one.provenAt === null ? '–' : formats.instant(one.provenAt),
      one.provenBy ?? '–',
      basisOf(view, one),
      { text: t('companies.end.open'), href: `${addressOf(one)}/end` },
    ]),
  });
}

function basisOf({ t }: View, { documentId, method, seen }: CompanyAccountRow) {
  const note = [methodIn(t, method), seen].filter((part) => part !== null).join('. ');
  return documentId === null
    ? { text: t('companies.noDocument'), note }
    : { text: t('companies.document'), href: `/documents/${documentId}`, note };
}

function methodIn(t: View['t'], method: string | null): string {
  switch (method) {
    case 'operator':
    case 'representative':
    case 'demonstration':
      return t(`companies.methods.${method}`);
    default:
      return t('companies.methods.other');
  }
}

const frameOf = ({ t }: View, errors: FormErrors | null, lead?: string) => ({
  crumbs: [{ label: t('companies.title'), href: '/staff/companies' }],
  errors: errors?.summary ?? null,
  ...(lead === undefined ? {} : { lead }),
});

const accountRows = ({ t, formats }: View, account: CompanyAccountRow): readonly SummaryRow[] => [
  row(t('companies.username'), account.username),
  row(t('companies.code'), account.partyCode ?? t('companies.noCode')),
  row(t('companies.registered'), formats.instant(account.createdAt)),
];

export interface ConfirmFormPage extends Page {
  readonly name: string;
  readonly rows: readonly SummaryRow[];
  readonly action: string;
  readonly fields: readonly Field[];
  readonly back: string;
}

/** What the document says, before it is told what follows. */
export function confirmFormPage(
  view: View,
  account: CompanyAccountRow,
  values: Values,
  errors: FormErrors | null,
): ConfirmFormPage {
  const { t } = view;
  const form = formFields(view, values, errors);
  return {
    title: t('companies.confirm.title'),
    frame: frameOf(view, errors, t('companies.confirm.lead')),
    name: account.name,
    rows: accountRows(view, account),
    action: `${addressOf(account)}/confirmation`,
    fields: [
      form.input('code', {
        label: t('companies.confirm.code'),
        hint: t('companies.confirm.codeHint'),
        autocomplete: 'off',
        width: 'medium',
        maxlength: 40,
      }),
      form.textArea('seen', {
        label: t('companies.confirm.seen'),
        hint: t('companies.confirm.seenHint'),
        rows: 3,
        maxlength: NOTE_LENGTH,
      }),
    ],
    back: '/staff/companies',
  };
}

export interface ConfirmationPage extends Page {
  readonly confirmation: Confirmation;
}

/** What a confirmation brings about; the document comes with it. */
export function confirmStepPage(
  view: View,
  account: CompanyAccountRow,
  given: { readonly code: string; readonly seen: string },
  errors: FormErrors | null,
): ConfirmationPage {
  const { t, clause } = view;
  const action = `${addressOf(account)}/confirmation`;
  return {
    title: t('companies.confirm.title'),
    frame: frameOf(view, errors),
    confirmation: {
      title: account.name,
      rows: [
        row(t('companies.username'), account.username),
        row(t('companies.confirm.code'), given.code),
        row(t('companies.confirm.seen'), given.seen),
      ],
      consequences: [
        { text: t('companies.confirm.acts'), clause: clause('II.5.4.3') },
        { text: t('companies.confirm.sees'), clause: null },
        { text: t('companies.confirm.out'), clause: null },
        { text: t('companies.confirm.recorded'), clause: null },
      ],
      action,
      hidden: [
        { name: 'step', value: 'confirm' },
        { name: 'code', value: given.code },
        { name: 'seen', value: given.seen },
      ],
      fields: [
        formFields(view, {}, errors).file(DOCUMENT, {
          label: t('companies.confirm.document'),
          hint: t('companies.confirm.documentHint'),
        }),
      ],
      withFiles: true,
      button: t('companies.confirm.button'),
      back: action,
      dangerous: false,
    },
  };
}

export function endPage(
  view: View,
  account: CompanyAccountRow,
  values: Values,
  errors: FormErrors | null,
): ConfirmationPage {
  const { t, formats, clause } = view;
  return {
    title: t('companies.end.title'),
    frame: frameOf(view, errors),
    confirmation: {
      title: account.name,
      rows: [
        ...accountRows(view, account),
        ...(account.provenAt === null
          ? []
          : [row(t('companies.since'), formats.instant(account.provenAt), { note: account.provenBy })]),
      ],
      consequences: [
        { text: t('companies.end.stops'), clause: clause('II.5.4.3') },
        { text: t('companies.end.others'), clause: null },
        { text: t('companies.end.stays'), clause: clause('II.6.2') },
      ],
      action: `${addressOf(account)}/end`,
      hidden: [],
      fields: [
        formFields(view, values, errors).textArea('reason', {
          label: t('companies.end.reason'),
          hint: t('companies.end.reasonHint'),
          rows: 3,
          maxlength: NOTE_LENGTH,
        }),
      ],
      button: t('companies.end.button'),
      back: '/staff/companies',
      dangerous: true,
    },
  };
}
