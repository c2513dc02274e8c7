import { z } from 'zod';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { type Quote, recompute } from '../../law/fees/quote.ts';
import { FIGURES, isFigureName } from '../../law/parameters/index.ts';
import type { Language } from '../../law/words.ts';
import { offerOf } from '../asked.ts';
import { amount, clause, isoDay, ratio, words } from '../fields.ts';
import { SPEECH } from '../speak.ts';
import { readingOf } from './fee-readings.ts';
import { feeFields, feeOf } from './shapes.ts';

/** How the fee came about: every line with its arithmetic and clause, what was compared, and what it rests on. */
export const feeExplanationFields = z.strictObject({
  regime: z.enum(['1/8', '1/7']),
  fee: feeFields,
  vatBase: amount,
  lines: z
    .array(
      z.strictObject({
        label: words,
        amount,
        customerShare: amount,
        operatorShare: amount,
        clause,
        because: words,
        reverseCharge: z.boolean(),
      }),
    )
    .min(1),
  hasReverseCharge: z.boolean(),
  compared: z.array(
    z.strictObject({
      regime: z.enum(['1/8', '1/7']),
      shareNet: amount,
      applies: z.boolean(),
      because: words,
    }),
  ),
  ignored: z.array(z.strictObject({ because: words, clause })),
  financing: z
    .strictObject({
      base: amount,
      cost: amount,
      annualRate: ratio,
      months: z.int().positive(),
      schedule: z.array(z.strictObject({ dueOn: isoDay, net: amount })).min(1),
    })
    .nullable(),
  figures: z.array(z.strictObject({ label: words, value: words, since: isoDay.nullable(), source: words })),
  readings: z.array(words),
});
type Fields = z.input<typeof feeExplanationFields>;

/** A figure as people read it: 21 %, 120,00 EUR/A. */
function figureOf(
  { name, value, since, source }: Quote['figures'][number],
  language: Language,
): Fields['figures'][number] {
  if (!isFigureName(name)) return { label: name, value, since, source };
  const { label, unit } = FIGURES[name];
  const speech = SPEECH[language];
  const shown =
    unit === 'ratio'
      ? speech.percent(value)
      : /^\d+(\.\d+)?$/.test(value)
        ? `${speech.number(value)} ${unit}`
        : value;
  return { label: label[language], value: shown, since, source };
}

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
    compared:
      quote.compared.length < 2
        ? []
        : quote.compared.map(({ regime, customerShareNet, applies, because }) => ({
            regime,
            shareNet: customerShareNet,
            applies,
            because: because[language],
          })),
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
    figures: quote.figures.map((one) => figureOf(one, language)),
    readings: quote.settings.map(({ name, value }) => readingOf(name, value, language)),
  };
}
