import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export interface FormsPage extends Page {
  readonly forms: readonly {
    readonly title: string;
    readonly text: string;
    readonly clause: string | null;
    readonly href: string;
  }[];
}

export function formsPage({ t, clause }: View): FormsPage {
  return {
    title: t('pages.forms.title'),
    frame: { lead: t('pages.forms.lead') },
    forms: [
      {
        title: t('pages.forms.readiness'),
        text: t('pages.forms.readinessText'),
        clause: clause('II.2.6'),
        href: '/forms/readiness',
      },
      {
        title: t('pages.forms.withdrawal'),
        text: t('pages.forms.withdrawalText'),
        clause: clause('II.15.3'),
        href: '/forms/withdrawal',
      },
    ],
  };
}

/** A form to be printed and filled in by hand. */
export interface PaperForm extends Page {
  readonly to: string;
  readonly intro: string;
  /** What is declared, each with a box to tick. */
  readonly declared: readonly string[];
  readonly lines: readonly string[];
  readonly note: string | null;
  readonly clause: string | null;
}

export function paperForm({ t, clause, operator }: View, form: 'readiness' | 'withdrawal'): PaperForm {
  const frame = { crumbs: [{ label: t('pages.forms.title'), href: '/forms' }] };
  const to = `${operator.name}, ${operator.address}, ${operator.email}`;
  const who = [
    t('pages.forms.name'),
    t('pages.forms.code'),
    t('pages.forms.address'),
    t('pages.forms.contacts'),
  ];
  const what = [t('pages.forms.caseNumber'), t('pages.forms.objectAddress')];
  if (form === 'readiness') {
    return {
      title: t('pages.forms.readiness'),
      frame,
      to,
      intro: t('pages.forms.readinessBody.intro'),
      declared: [t('pages.forms.readinessBody.built'), t('pages.forms.readinessBody.prepared')],
      lines: [...who, ...what, t('pages.forms.installer'), t('pages.forms.trading')],
      note: null,
      clause: clause('II.2.6'),
    };
  }
  return {
    title: t('pages.forms.withdrawal'),
    frame,
    to,
    intro: t('pages.forms.withdrawalBody.intro'),
    declared: [],
    lines: [...who, ...what, t('pages.forms.concludedOn')],
    note: t('pages.forms.withdrawalBody.note'),
    clause: clause('II.15.3'),
  };
}
