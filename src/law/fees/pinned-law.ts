import { day, type IsoDay } from '../days.ts';
import type { RuleEdition } from '../parameters/figure-in-force.ts';
import type { FigureName } from '../parameters/index.ts';
import { SETTINGS } from '../settings/settings.ts';
import type { UsedParameter } from '../terms/terms.ts';
import {
  FEE_SETTINGS,
  FEE_TERMS,
  type FeeLaw,
  type FeeSetting,
  type FeeTerm,
  type UsedFigure,
} from './fee-law.ts';

/** The law that a quote rests on, kept with it: all terms and settings of the fee, and the figures that were looked up.
 *  A figure that is not in it was not in force. */
export interface PinnedLaw {
  readonly on: IsoDay;
  readonly edition: RuleEdition;
  readonly termsVersion: string;
  readonly terms: readonly UsedParameter[];
  readonly settings: readonly UsedParameter[];
  readonly figures: readonly UsedFigure[];
}

export const pinOf = (law: FeeLaw, figures: readonly UsedFigure[]): PinnedLaw => ({
  on: law.on.toString(),
  edition: law.edition,
  termsVersion: law.termsVersion,
  terms: FEE_TERMS.map((name) => law.usedTerm(name)),
  settings: FEE_SETTINGS.map((name) => law.usedSetting(name)),
  figures,
});

export function lawFromPin(pinned: PinnedLaw): FeeLaw {
  const named = <Row extends { readonly name: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.name, row]));
  const terms = named(pinned.terms);
  const settings = named(pinned.settings);
  const figures = named(pinned.figures);
  return {
    on: day(pinned.on),
    edition: pinned.edition,
    termsVersion: pinned.termsVersion,
    usedTerm: (name: FeeTerm) => terms.get(name)!,
    // Pins of earlier releases named the question instead of the clause.
    usedSetting: (name: FeeSetting) => ({ ...settings.get(name)!, clause: SETTINGS[name].clause }),
    figure: (name: FigureName) => figures.get(name),
  };
}
