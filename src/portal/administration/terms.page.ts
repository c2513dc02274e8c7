import { randomUUID } from 'node:crypto';
import type { TermsView } from '../../administration/views/terms.ts';
import { TERMS_CLAUSES, type TermsParameter } from '../../law/terms/terms.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { tag } from '../components/status-tag.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { capital, enteredText, valueIn } from './law-texts.ts';
import type { ProposalForm } from './proposal-parts.ts';
import { isAdministrator, sectionsOf } from './sections.ts';

export interface TermsPage extends Page {
  readonly sections: Tabs;
  readonly table: Table;
  readonly proposeHref: string | null;
}

export function termsPage(view: View, versions: readonly TermsView[]): TermsPage {
  const { t, formats } = view;
  return {
    title: t('administration.terms.title'),
    frame: { lead: t('administration.terms.lead'), wide: true },
    sections: sectionsOf(view, 'terms'),
    table: table({
      columns: [
        { label: t('administration.terms.version') },
        { label: t('administration.terms.publishedOn') },
        { label: t('administration.terms.effectiveOn') },
        { label: t('administration.terms.ground') },
        { label: t('administration.status') },
      ],
      rows: versions
        .toReversed()
        .map(({ version, publishedOn, effectiveOn, ground, inForce }) => [
          { text: version, href: `/admin/terms/${encodeURIComponent(version)}` },
          formats.shortDate(publishedOn),
          formats.shortDate(effectiveOn),
          t(`administration.terms.grounds.${ground}`),
          inForce ? { text: '', tag: tag(t('administration.terms.inForce'), 'good', 'check') } : '',
        ]),
    }),
    proposeHref: isAdministrator(view) ? '/admin/terms/new' : null,
  };
}

export interface TermsVersionPage extends Page {
  readonly sections: Tabs;
  readonly facts: SummaryList;
  readonly parameters: Table;
}

export function termsVersionPage(view: View, terms: TermsView): TermsVersionPage {
  const { t, formats, clause } = view;
  return {
    title: `${t('administration.terms.version')} ${terms.version}`,
    frame: { wide: true, crumbs: [{ label: t('administration.terms.title'), href: '/admin/terms' }] },
    sections: sectionsOf(view, 'terms'),
    facts: summaryList(
      row(t('administration.terms.publishedOn'), formats.shortDate(terms.publishedOn), {
        clause: clause('II.1.5'),
      }),
      row(
        t('administration.terms.effectiveOn'),
        formats.shortDate(terms.effectiveOn),
        terms.inForce ? { note: t('administration.terms.inForce') } : {},
      ),
      row(t('administration.terms.ground'), t(`administration.terms.grounds.${terms.ground}`), {
        clause: clause('II.1.4'),
      }),
      terms.exemption
        ? row(t('administration.terms.exemption'), t(`administration.terms.exemptions.${terms.exemption}`), {
            clause: clause('II.1.6'),
          })
        : null,
      row(t('administration.source'), terms.source),
      row(t('administration.who'), enteredText(view, terms.entered)),
      terms.documentId
        ? row(t('administration.terms.document'), t('administration.terms.read'), {
            href: `/admin/terms/${encodeURIComponent(terms.version)}/document`,
          })
        : row(t('administration.terms.document'), t('administration.terms.noDocument')),
    ),
    parameters: table({
      columns: [
        { label: t('administration.terms.parameter') },
        { label: t('administration.value'), numeric: true },
        { label: t('administration.clause') },
      ],
      rows: terms.parameters.map(({ label, unit, value, clause: under }) => [
        capital(view, label),
        valueIn(view, unit, value),
        clause(under) ?? under,
      ]),
    }),
  };
}

export interface NewTermsPage extends Page {
  readonly sections: Tabs;
  readonly form: ProposalForm;
}

export const PARAMETERS = Object.keys(TERMS_CLAUSES) as TermsParameter[];
export const parameterField = (name: TermsParameter): string => `parameters.${name}`;
export const TERMS_FIELDS: readonly string[] = [
  'version',
  'publishedOn',
  'effectiveOn',
  'ground',
  'exemption',
  'source',
  'documentId',
  ...PARAMETERS.map(parameterField),
];

/** The parameters of the version in force stand in the form at first. */
export const firstTerms = (present: TermsView): Record<string, string> =>
  Object.fromEntries(
    present.parameters.map(({ name, value }) => [parameterField(name as TermsParameter), String(value)]),
  );

const GROUNDS = ['law', 'authority', 'technical'] as const;
const EXEMPTIONS = [
  'favours-customer',
  'technical-correction',
  'law-change',
  'authority-instruction',
] as const;

export function newTermsPage(
  view: View,
  values: Readonly<Record<string, string | undefined>>,
  errors: FormErrors | null,
): NewTermsPage {
  const { t, clause } = view;
  const form = formFields(view, values, errors);
  return {
    title: t('administration.terms.proposeTitle'),
    frame: {
      crumbs: [{ label: t('administration.terms.title'), href: '/admin/terms' }],
      errors: errors?.summary ?? null,
    },
    sections: sectionsOf(view, 'terms'),
    form: {
      action: '/admin/terms/new',
      key: randomUUID(),
      upload: true,
      lead: t('administration.proposeLead'),
      fields: [
        form.input('version', {
          label: t('administration.terms.version'),
          hint: t('administration.terms.versionHint'),
          width: 'medium',
          maxlength: 40,
        }),
        form.date('publishedOn', {
          label: t('administration.terms.publishedOn'),
          hint: t('administration.terms.publishedHint'),
        }),
        form.date('effectiveOn', {
          label: t('administration.terms.effectiveOn'),
          hint: t('administration.terms.effectiveHint'),
        }),
        form.radios('ground', {
          label: t('administration.terms.ground'),
          choices: GROUNDS.map((value) => ({ value, label: t(`administration.terms.grounds.${value}`) })),
        }),
        form.select('exemption', {
          label: t('administration.terms.exemption'),
          optional: true,
          width: 'full',
          choices: [
            { value: '', label: t('administration.terms.noExemption') },
            ...EXEMPTIONS.map((value) => ({ value, label: t(`administration.terms.exemptions.${value}`) })),
          ],
        }),
        form.input('source', {
          label: t('administration.source'),
          hint: t('administration.sourceHint'),
          maxlength: 1000,
        }),
        form.file('documentId', { label: t('administration.terms.file'), optional: true, accept: '.pdf' }),
        ...PARAMETERS.map((name) => {
          const { label, unit, clause: under } = TERMS_CLAUSES[name];
          const said = { label: capital(view, label[view.language]), hint: clause(under) ?? under };
          if (unit === 'date') return form.date(parameterField(name), said);
          const suffix = unit === 'ratio' ? '' : valueIn(view, unit, '0').replace(/^0\s*/, '');
          return form.input(parameterField(name), {
            ...said,
            inputmode: 'decimal',
            width: 'short',
            autocomplete: 'off',
            ...(suffix === '' ? {} : { suffix }),
          });
        }),
      ],
    },
  };
}
