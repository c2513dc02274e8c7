import type { Language } from '../../law/words.ts';
import { LETTER_KINDS } from '../../letters/catalogue.ts';
import { type Preview, type PreviewedLetter, previews } from '../../letters/preview.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { viewsOf } from './views.ts';

/** Letters with sample data, in either language whatever the language of the page. */

export interface SamplesPage extends Page {
  /** null: this person may open no other page about letters. */
  readonly tabs: Tabs | null;
  readonly languages: Tabs;
  readonly kinds: readonly SampleKind[];
}

interface SampleKind {
  readonly notice: string;
  readonly name: string;
  readonly purpose: string;
  readonly clause: string | null;
  readonly to: string;
  readonly forms: readonly { readonly title: string; readonly href: string }[];
}

const LANGUAGES = ['lv', 'en'] as const;

const sampleHref = ({ notice, shows }: PreviewedLetter, language: Language): string =>
  `/staff/letters/samples/${notice}/${encodeURIComponent(shows)}?in=${language}`;

const languageTabs = ({ t }: View, language: Language, hrefOf: (one: Language) => string): Tabs => ({
  label: t('letters.kinds.language'),
  tabs: LANGUAGES.map((one) => ({
    label: t(one === 'lv' ? 'letters.kinds.latvian' : 'letters.kinds.english'),
    href: hrefOf(one),
    current: one === language,
    count: null,
  })),
});

export function samplesPage(view: View, language: Language): SamplesPage {
  const { t, names, clause } = view;
  const views = viewsOf(view);
  const byNotice = Map.groupBy(previews(language), ({ notice }) => notice);
  return {
    title: t('letters.kinds.title'),
    frame: { lead: t('letters.kinds.lead'), wide: true },
    tabs: views.tabs.length > 1 ? views : null,
    languages: languageTabs(view, language, (one) => `/staff/letters?in=${one}`),
    kinds: [...byNotice].map(([notice, forms]) => ({
      notice,
      name: nameOf(names, 'notice', notice),
      purpose: LETTER_KINDS[notice].purpose[view.language],
      clause: clause(LETTER_KINDS[notice].clause),
      to: LETTER_KINDS[notice].to[view.language],
      forms: linksTo(forms, language),
    })),
  };
}

/** Forms of one letter often have one title: a number tells them apart. */
const linksTo = (forms: readonly PreviewedLetter[], language: Language): { title: string; href: string }[] =>
  forms.map((form, i) => ({
    title: forms.length > 1 ? `${i + 1}. ${form.title}` : form.title,
    href: sampleHref(form, language),
  }));

export interface SamplePage extends Page {
  readonly languages: Tabs;
  readonly kind: SummaryList;
  readonly html: string;
  readonly text: string;
  readonly language: Language;
  readonly pdfHref: string;
  readonly others: readonly { readonly title: string; readonly href: string }[];
}

export function samplePage(
  view: View,
  shown: PreviewedLetter,
  letter: Preview,
  language: Language,
): SamplePage {
  const { t, names, clause } = view;
  const kind = LETTER_KINDS[shown.notice];
  const forms = previews(language).filter((one) => one.notice === shown.notice);
  return {
    title: nameOf(names, 'notice', shown.notice),
    frame: {
      lead: t('letters.sample.lead'),
      wide: true,
      crumbs: [{ label: t('letters.kinds.title'), href: `/staff/letters?in=${language}` }],
    },
    languages: languageTabs(view, language, (one) => sampleHref(shown, one)),
    kind: summaryList(
      row(t('letters.sample.purpose'), kind.purpose[view.language]),
      row(t('letters.sample.clause'), clause(kind.clause) ?? '–'),
      row(t('letters.sample.to'), kind.to[view.language]),
    ),
    html: letter.html,
    text: letter.text,
    language,
    pdfHref: sampleHref(shown, language).replace('?', '/pdf?'),
    others: linksTo(forms, language).filter((_, i) => forms[i]?.shows !== shown.shows),
  };
}
