import { day, isAfter } from '../../law/days.ts';
import { TERMS_CLAUSES, type TermsParameter, type TermsVersion } from '../../law/terms/terms.ts';
import { capital, valueIn } from '../administration/law-texts.ts';
import { tag } from '../components/status-tag.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { termsTextHref } from '../letters/terms-text.routes.ts';

/** Part II as it is published (II.1.5): what is announced, what is in force, and what was. */
export interface TermsPage extends Page {
  readonly versions: readonly PublishedVersion[];
}

interface PublishedVersion {
  readonly id: string;
  readonly heading: string;
  readonly facts: SummaryList;
  /** null: the first version, or one that changes no figure. */
  readonly changes: Table | null;
  /** Where there is no table: why. */
  readonly noChanges: string;
  readonly text: { readonly href: string; readonly label: string } | null;
}

export interface Published {
  /** Every version, oldest first. */
  readonly versions: readonly TermsVersion[];
  readonly inForce: string;
  /** Versions whose text the operator has stored. */
  readonly withText: ReadonlySet<string>;
}

export const termsPage = (view: View, published: Published): TermsPage => ({
  title: view.t('pages.terms.title'),
  frame: { lead: view.t('pages.terms.lead') },
  versions: published.versions
    .map((version, i) => versionOf(view, published, version, published.versions[i - 1] ?? null))
    .toReversed(),
});

function versionOf(
  view: View,
  { inForce, withText }: Published,
  terms: TermsVersion,
  before: TermsVersion | null,
): PublishedVersion {
  const { t, formats, clause, today } = view;
  const { version, publishedOn, effectiveOn, ground, exemption } = terms;
  const isToCome = isAfter(day(effectiveOn), today);
  const standing = isToCome
    ? tag(t('pages.terms.announced'), 'operator', 'clock')
    : version === inForce
      ? tag(t('pages.terms.inForce'), 'good', 'check')
      : tag(t('pages.terms.past'), 'nobody');
  return {
    id: `version-${version.replace(/[^\w-]/g, '-')}`,
    heading: t('pages.terms.version', { version }),
    facts: summaryList(
      row(t('pages.terms.standing'), '', { tag: standing }),
      row(t('pages.terms.publishedOn'), formats.date(publishedOn), { clause: clause('II.1.5') }),
      row(t('pages.terms.effectiveOn'), formats.date(effectiveOn)),
      row(t('pages.terms.ground'), capital(view, t(`administration.terms.grounds.${ground}`)), {
        clause: clause('II.1.4'),
      }),
      exemption
        ? row(t('pages.terms.exemption'), capital(view, t(`administration.terms.exemptions.${exemption}`)), {
            clause: clause('II.1.6'),
          })
        : null,
    ),
    changes: before && changesTable(view, before, terms),
    noChanges: t(before ? 'pages.terms.noChanges' : 'pages.terms.first'),
    text: withText.has(version)
      ? { href: termsTextHref(version), label: t('pages.terms.read', { version }) }
      : null,
  };
}

/** What the version before said and what this one says. */
function changesTable(view: View, before: TermsVersion, after: TermsVersion): Table | null {
  const { t, language, clause } = view;
  const changed = (Object.keys(TERMS_CLAUSES) as TermsParameter[]).filter(
    (name) => before.parameters[name] !== after.parameters[name],
  );
  if (changed.length === 0) return null;
  return table({
    caption: t('pages.terms.changes', { version: before.version }),
    columns: [
      { label: t('pages.terms.parameter') },
      { label: t('pages.terms.before'), numeric: true },
      { label: t('pages.terms.after'), numeric: true },
    ],
    rows: changed.map((name) => {
      const { label, unit, clause: under } = TERMS_CLAUSES[name];
      return [
        { text: capital(view, label[language]), note: clause(under) ?? under },
        valueIn(view, unit, before.parameters[name]),
        valueIn(view, unit, after.parameters[name]),
      ];
    }),
  });
}
