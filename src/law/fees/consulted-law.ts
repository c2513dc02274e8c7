import type { UsedParameter } from '../terms/terms.ts';
import type { FeeLaw, UsedFigure } from './fee-law.ts';

/** What a price has consulted, in the order of the first look. */
export interface Consulted {
  readonly terms: readonly UsedParameter[];
  readonly settings: readonly UsedParameter[];
  readonly figures: readonly UsedFigure[];
}

export interface ConsultedLaw extends FeeLaw {
  consulted(): Consulted;
}

/** A law that remembers what was asked of it, so that the answer can show it. */
export function remembering(law: FeeLaw): ConsultedLaw {
  const terms = new Map<string, UsedParameter>();
  const settings = new Map<string, UsedParameter>();
  const figures = new Map<string, UsedFigure>();
  const remembered = <Found>(found: Found, name: string, memory: Map<string, NonNullable<Found>>): Found => {
    if (found) memory.set(name, found);
    return found;
  };
  return {
    on: law.on,
    edition: law.edition,
    termsVersion: law.termsVersion,
    usedTerm: (name) => terms.get(name) ?? remembered(law.usedTerm(name), name, terms),
    usedSetting: (name) => settings.get(name) ?? remembered(law.usedSetting(name), name, settings),
    figure: (name) => figures.get(name) ?? remembered(law.figure(name), name, figures),
    consulted: () => ({
      terms: [...terms.values()],
      settings: [...settings.values()],
      figures: [...figures.values()],
    }),
  };
}
