import { TERMS_CLAUSES, type TermsVersion } from '../../law/terms/terms.ts';
import { type LifeActor, type LifePicture, lifePicture } from '../components/life-picture.ts';
import type { View } from '../frame/view.ts';

/** The stages that every connection goes through, with the times that Part II gives them. */
export interface UsualStage {
  readonly key: StageKey;
  readonly label: string;
  readonly text: string;
  readonly by: string;
  readonly actor: LifeActor;
  /** For the picture: a few words. */
  readonly short: string | null;
  readonly time: string | null;
  readonly clause: string | null;
}

const STAGES = [
  'application',
  'evaluation',
  'offer',
  'contract',
  'works',
  'readiness',
  'connection',
] as const;
type StageKey = (typeof STAGES)[number];

export function usualStages(
  { t, names, clause }: View,
  { parameters: terms }: TermsVersion,
): readonly UsualStage[] {
  const customer = names.role.customer;
  const operator = names.endedBy.operator;
  const label = (key: StageKey): string => t(`pages.process.stages.${key}.label`);
  return [
    {
      key: 'application',
      label: label('application'),
      text: t('pages.process.stages.application.text'),
      by: customer,
      actor: 'customer',
      short: null,
      time: null,
      clause: clause('II.11.1'),
    },
    {
      key: 'evaluation',
      label: label('evaluation'),
      text: t('pages.process.stages.evaluation.text'),
      by: operator,
      actor: 'operator',
      short: t('pages.process.stages.evaluation.short', { days: terms.offerDays }),
      time: t('pages.process.stages.evaluation.time', {
        days: terms.offerDays,
        later: terms.offerDaysAfterDesign,
      }),
      clause: clause(TERMS_CLAUSES.offerDays.clause),
    },
    {
      key: 'offer',
      label: label('offer'),
      text: t('pages.process.stages.offer.text', { answer: terms.objectionAnswerDays }),
      by: customer,
      actor: 'customer',
      short: t('pages.process.stages.offer.short', { days: terms.objectionDays }),
      time: t('pages.process.stages.offer.time', { days: terms.objectionDays }),
      clause: clause(TERMS_CLAUSES.objectionDays.clause),
    },
    {
      key: 'contract',
      label: label('contract'),
      text: t('pages.process.stages.contract.text', { days: terms.withdrawalDays }),
      by: t('life.both'),
      actor: 'both',
      short: t('pages.process.stages.contract.short', { days: terms.withdrawalDays }),
      time: t('pages.process.stages.contract.time', { days: terms.withdrawalDays }),
      clause: clause(TERMS_CLAUSES.withdrawalDays.clause),
    },
    {
      key: 'works',
      label: label('works'),
      text: t('pages.process.stages.works.text'),
      by: operator,
      actor: 'operator',
      short: t('pages.process.stages.works.short'),
      time: t('pages.process.stages.works.time'),
      clause: clause('II.2.1'),
    },
    {
      key: 'readiness',
      label: label('readiness'),
      text: t('pages.process.stages.readiness.text'),
      by: customer,
      actor: 'customer',
      short: t('pages.process.stages.readiness.short'),
      time: t('pages.process.stages.readiness.time'),
      clause: clause('II.4.5'),
    },
    {
      key: 'connection',
      label: label('connection'),
      text: t('pages.process.stages.connection.text'),
      by: operator,
      actor: 'operator',
      short: t('pages.process.stages.connection.short', { days: terms.connectionDays }),
      time: t('pages.process.stages.connection.time', {
        days: terms.connectionDays,
        later: terms.connectionDaysReplacing,
      }),
      clause: clause(TERMS_CLAUSES.connectionDays.clause),
    },
  ];
}

export const usualLife = (view: View, stages: readonly UsualStage[]): LifePicture =>
  lifePicture(view, {
    title: view.t('pages.process.picture'),
    stages: stages.map(({ label, short, actor }) => ({
      label,
      details: short ? [short] : [],
      phase: 'ahead',
      by: actor,
    })),
  });
