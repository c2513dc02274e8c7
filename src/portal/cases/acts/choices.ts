import {
  DATA_ANSWERS,
  DATA_RIGHTS,
  IDENTIFICATION_METHODS,
  SIGNATURE_FORMS,
  SUSPENSION_REASONS,
  TERMINATION_REASONS,
} from '../../../../workflows/vocabulary.ts';
import { isStaff } from '../../../casework/caller.ts';
import { CHANNELS } from '../../../law/deemed-receipt.ts';
import { COMPONENTS } from '../../../law/fees/component.ts';
import type { View } from '../../frame/view.ts';
import type { ChoiceSpec } from './field-spec.ts';

/** The lists that acts choose from, in words. */

export const channels = ({ names }: View): readonly ChoiceSpec[] =>
  CHANNELS.map((value) => ({ value, label: names.channel[value] }));

export const suspensionReasons = ({ names }: View): readonly ChoiceSpec[] =>
  SUSPENSION_REASONS.map((value) => ({ value, label: names.suspension[value] }));

export const terminationReasons = ({ names }: View): readonly ChoiceSpec[] =>
  TERMINATION_REASONS.map((value) => ({ value, label: names.ending[value] }));

export const methods = ({ t }: View): readonly ChoiceSpec[] =>
  IDENTIFICATION_METHODS.map((value) => ({ value, label: t(`acts.methods.${value}`) }));

/** The portal's own signature is the signer's alone: service registers what was signed elsewhere (II.7.6). */
export const signatureForms = ({ t, caller }: View): readonly ChoiceSpec[] =>
  SIGNATURE_FORMS.filter((value) => value !== 'portal' || !caller?.roles.includes('service')).map(
    (value) => ({
      value,
      label: t(`acts.forms.${value}`),
    }),
  );

export const withdrawalForms = ({ t, caller }: View): readonly ChoiceSpec[] =>
  (caller && isStaff(caller) ? (['paper'] as const) : (['portal'] as const)).map((value) => ({
    value,
    label: t(`acts.withdrawalForms.${value}`),
  }));

export const parties = ({ names }: View): readonly ChoiceSpec[] => [
  { value: 'customer', label: names.role.customer },
  { value: 'operator', label: names.endedBy.operator },
];

export const dataRights = ({ t }: View): readonly ChoiceSpec[] =>
  DATA_RIGHTS.map((value) => ({ value, label: t(`myData.request.kinds.${value}`) }));

export const dataAnswers = ({ t }: View): readonly ChoiceSpec[] =>
  DATA_ANSWERS.map((value) => ({ value, label: t(`acts.dataAnswers.${value}`) }));

export const regimes = ({ t }: View): readonly ChoiceSpec[] => [
  { value: 'auto', label: t('estimate.regimes.auto') },
  { value: '1/8', label: t('estimate.regimes.r18') },
  { value: '1/7', label: t('estimate.regimes.r17') },
];

export const components = ({ names }: View): readonly ChoiceSpec[] =>
  COMPONENTS.map((value) => ({ value, label: names.component[value] }));
