import { z } from 'zod';
import type { LetterAsked } from '../../casework/letters.ts';
import { recompute } from '../../law/fees/quote.ts';
import { FIGURES, isFigureName } from '../../law/parameters/index.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import type { Language } from '../../law/words.ts';
import { offerOf } from '../asked.ts';
import { amount, clause, isoDay, ratio, words } from '../fields.ts';
import { feeFields, feeOf } from './shapes.ts';

/** How the fee came about: every line with its arithmetic and clause, what was compared, and what it rests on. */
export const feeExplanationFields = z.strictObject({
  regime: z.enum(['1/8', '1/7']),
  fee: feeFields,
  vatBase: amount,
  lines: z
    .array(
      z.strictObject({ label: words, amount, customerShare: amount, operatorShare: amount, clause, because: words, reverseCharge: z.boolean() }),
    )
    .min(1),
  hasReverseCharge: z.boolean(),
  compared: z.array(z.strictObject({ regime: z.enum(['1/8', '1/7']), shareNet: amount, applies: z.boolean(), because: words })),
  ignored: z.array(z.strictObject({ because: words, clause })),
  financing: z
    .strictObject({ base: amount, cost: amount, annualRate: ratio, months: z.int().positive(), schedule: z.array(z.strictObject({ dueOn: isoDay, net: amount })).min(1) })
    .nullable(),
  figures: z.array(z.strictObject({ label: words, value: words, since: isoDay.nullable(), source: words })),
  readings: z.array(z.strictObject({ label: words, question: words, value: words })),
});
type Fields = z.input<typeof feeExplanationFields>;

const labelOf = (name: string, language: Language): string => (isFigureName(name) ? FIGURES[name].label[language] : name);

const settingLabel = (name: string, language: Language): string =>
  name in SETTINGS ? SETTINGS[name as SettingName].label[language] : name;

/** Made from the law that the quote was pinned to, whatever has become of figures and settings since. */
export function feeExplanationOf(asked: LetterAsked): Fields {
  const { language, happened } = asked;
  const quote = happened.event.computed.quote ?? recompute(offerOf(asked).quote);
  const { financing } = quote;
  return {
    regime: quote.regimeApplied,
    fee: feeOf(asked),
    vatBase: quote.vatBase,
    lines: quote.lines.map((line) => ({
      label: line.label[language],
      amount: line.amount,
      customerShare: line.customerShare,
      operatorShare: line.operatorShare,
      clause: line.clause,
      because: line.because[language],
      reverseCharge: line.reverseCharge,
    })),
    hasReverseCharge: quote.lines.some((line) => line.reverseCharge),
    compared: quote.compared.length < 2 ? [] : quote.compared.map(({ regime, customerShareNet, applies, because }) => ({ regime, shareNet: customerShareNet, applies, because: because[language] })),
    ignored: quote.ignored.map(({ because, clause: of }) => ({ because: because[language], clause: of })),
    financing:
      financing.schedule.length === 0 || financing.annualRate === null
        ? null
        : {
            base: financing.base,
            cost: financing.cost,
            annualRate: financing.annualRate,
            months: financing.months,
            schedule: financing.schedule.map(({ dueOn, payment }) => ({ dueOn, net: payment })),
          },
    figures: quote.figures.map(({ name, value, since, source }) => ({ label: labelOf(name, language), value, since, source })),
    readings: quote.settings.map(({ name, value, clause: question }) => ({ label: settingLabel(name, language), question, value: String(value) })),
  };
}
