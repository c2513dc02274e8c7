import type { TermsVersion } from '../../law/terms/terms.ts';
import type { LifePicture } from '../components/life-picture.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { usualLife, usualStages } from './usual-times.ts';

export interface HomePage extends Page {
  /** Where one's own cases are, or where one signs in to see them. */
  readonly ownHref: string;
  readonly ownLabel: string;
  readonly applyLabel: string;
  readonly ownText: string;
  readonly quickFields: readonly Field[];
  readonly volt: string;
  readonly life: LifePicture;
}

/** What most people ask for: three phases. */
const USUAL_VOLT = '400';

export function homePage(view: View, terms: TermsVersion, ownHref: string): HomePage {
  const { t } = view;
  const form = formFields(view, { ampere: '25' });
  return {
    title: t('pages.home.title'),
    frame: { ownHeading: true },
    ownHref,
    ownLabel: view.caller ? t('pages.home.toOwn') : t('frame.signIn'),
    applyLabel: view.caller ? t('pages.home.toOwn') : t('pages.home.apply'),
    ownText: view.caller ? t('pages.home.ownTextHere') : t('pages.home.ownText'),
    volt: USUAL_VOLT,
    quickFields: [
      form.input('ampere', {
        label: t('estimate.ampere'),
        suffix: 'A',
        inputmode: 'decimal',
        width: 'short',
        autocomplete: 'off',
      }),
      form.input('distanceM', {
        label: t('estimate.distance'),
        suffix: 'm',
        inputmode: 'decimal',
        width: 'short',
        autocomplete: 'off',
      }),
    ],
    life: usualLife(view, usualStages(view, terms)),
  };
}
