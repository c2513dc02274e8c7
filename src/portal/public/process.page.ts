import type { TermsVersion } from '../../law/terms/terms.ts';
import type { LifePicture } from '../components/life-picture.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { type UsualStage, usualLife, usualStages } from './usual-times.ts';

export interface ProcessPage extends Page {
  readonly life: LifePicture;
  readonly stages: readonly (UsualStage & { readonly number: number })[];
  readonly annulled: string;
  readonly annulledClause: string | null;
  readonly complaint: string;
  readonly complaintClause: string | null;
  readonly source: string;
}

export function processPage(view: View, version: TermsVersion): ProcessPage {
  const { t, formats, clause } = view;
  const terms = version.parameters;
  const stages = usualStages(view, version);
  return {
    title: t('pages.process.title'),
    frame: { lead: t('pages.process.lead') },
    life: usualLife(view, stages),
    stages: stages.map((stage, index) => ({ ...stage, number: index + 1 })),
    annulled: t('pages.process.annulledText', {
      days: terms.objectionDays,
      warning: terms.annulmentWarningDays,
    }),
    annulledClause: clause('II.11.3'),
    complaint: t('pages.process.complaintText', {
      days: terms.complaintDays,
      extra: terms.complaintDaysExtraChecks,
    }),
    complaintClause: clause('II.16.5'),
    source: t('pages.process.source', { since: formats.shortDate(version.effectiveOn) }),
  };
}
