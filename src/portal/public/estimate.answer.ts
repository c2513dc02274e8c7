import { type QuoteAnswer, quoteAnswer } from '../../law/fees/answer.ts';
import type { Quote } from '../../law/fees/quote-shape.ts';
import { FIGURES, type FigureName } from '../../law/parameters/index.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type Shares, shares } from '../components/shares.ts';
import { type StatusTag, tag } from '../components/status-tag.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

/** A quote as a person reads it: what I pay, why, and what it rests on. Also for the fee of a case. */
export interface EstimateAnswer {
  readonly gross: string;
  readonly sums: readonly { readonly label: string; readonly amount: string }[];
  readonly shares: Shares | null;
  readonly lines: readonly AnswerLine[];
  readonly compared: readonly ComparedAnswer[];
  readonly deferral: DeferralAnswer | null;
  readonly notices: readonly Notice[];
  readonly figures: Table;
  readonly edition: string;
}

interface AnswerLine {
  readonly label: string;
  readonly customerShare: string;
  readonly operatorShare: string;
  readonly total: string;
  readonly because: string;
  readonly clause: string | null;
}

interface ComparedAnswer {
  readonly regime: string;
  readonly amount: string;
  readonly tag: StatusTag;
  readonly because: string;
  readonly clause: string | null;
}

interface DeferralAnswer {
  readonly verdict: StatusTag;
  readonly conditions: readonly {
    readonly label: string;
    readonly tag: StatusTag;
    readonly because: string;
    readonly clause: string | null;
  }[];
  readonly cost: string | null;
  readonly schedule: Table | null;
}

export function estimateAnswer(view: View, quoted: Quote): EstimateAnswer {
  const { t, formats, clause, names, language } = view;
  const quote = quoteAnswer(quoted, language);
  return {
    gross: formats.amount(quote.customerGross),
    sums: [
      { label: t('estimate.answer.net'), amount: formats.amount(quote.customerShareNet) },
      {
        label: t('estimate.answer.vat', { rate: formats.percent(quote.vatRate) }),
        amount: formats.amount(quote.vat),
      },
      { label: t('estimate.answer.operatorPays'), amount: formats.amount(quote.operatorShareNet) },
      { label: t('estimate.answer.fee'), amount: formats.amount(quote.connectionFeeNet) },
    ],
    shares: shares(view, quote.customerShareNet, quote.operatorShareNet),
    lines: quote.lines.map((line) => ({
      label: nameOf(names, 'component', line.component),
      customerShare: formats.amount(line.customerShare),
      operatorShare: formats.amount(line.operatorShare),
      total: t('estimate.answer.lineTotal', { amount: formats.amount(line.amount) }),
      because: line.because,
      clause: clause(line.clause),
    })),
    compared:
      quote.compared.length < 2
        ? []
        : quote.compared.map((one) => ({
            regime: t('estimate.answer.regime', { regime: one.regime }),
            amount: formats.amount(one.customerShareNet),
            tag: one.applies
              ? tag(t('estimate.answer.applies'), 'good', 'check')
              : tag(t('estimate.answer.notApplied')),
            because: one.because,
            clause: clause(one.clause),
          })),
    deferral: deferralOf(view, quote),
    notices: noticesOf(view, quote),
    figures: figuresOf(view, quote),
    edition: t('estimate.answer.edition', {
      on: formats.shortDate(quote.concludedOn),
      terms: formats.shortDate(quote.termsVersion),
    }),
  };
}

function noticesOf({ t }: View, quote: QuoteAnswer): readonly Notice[] {
  const obstacles = quote.obstacles.map(({ detail }) => detail);
  const ignored = quote.ignored.map(({ because }) => because);
  return [
    ...(obstacles.length > 0 ? [notice('warning', t('estimate.answer.notOfferable'), ...obstacles)] : []),
    ...(ignored.length > 0 ? [notice('info', t('estimate.answer.ignored'), ...ignored)] : []),
  ];
}

function deferralOf(
  { t, names, formats, clause }: View,
  { deferral, financing }: QuoteAnswer,
): DeferralAnswer | null {
  if (!deferral) return null;
  return {
    verdict: deferral.eligible
      ? tag(t('estimate.answer.eligible'), 'good', 'check')
      : tag(t('estimate.answer.notEligible'), 'bad', 'cross'),
    conditions: deferral.conditions.map((one) => ({
      label: nameOf(names, 'deferralCondition', one.name),
      tag: one.met
        ? tag(t('estimate.answer.met'), 'good', 'check')
        : tag(t('estimate.answer.failed'), 'bad', 'cross'),
      because: one.because,
      clause: clause(one.clause),
    })),
    cost: deferral.eligible ? formats.amount(financing.cost) : null,
    schedule:
      financing.schedule.length === 0
        ? null
        : table({
            caption: t('estimate.answer.schedule'),
            columns: [
              { label: t('estimate.answer.schedule') },
              { label: t('estimate.answer.financing'), numeric: true },
              { label: t('styleguide.amount'), numeric: true },
            ],
            rows: financing.schedule.map((one) => [
              {
                text: formats.shortDate(one.dueOn),
                note: t('estimate.answer.onMonth', { count: one.month }),
              },
              formats.amount(one.financing),
              formats.amount(one.payment),
            ]),
          }),
  };
}

const figuresOf = ({ t, formats, names, language }: View, { figures }: QuoteAnswer): Table =>
  table({
    columns: [
      { label: t('estimate.answer.figure') },
      { label: t('estimate.answer.value'), numeric: true },
      { label: t('estimate.answer.since') },
      { label: t('estimate.answer.source') },
    ],
    rows: figures.map(({ name, value, since, status, source }) => [
      { text: figureLabel(name, language) },
      isRatio(name) ? formats.percent(value) : /^\d+(\.\d+)?$/.test(value) ? formats.number(value) : value,
      since ? formats.shortDate(since) : '–',
      {
        text: status === 'given' ? nameOf(names, 'figureStatus', status) : source,
        note: status === 'verified' || status === 'given' ? null : nameOf(names, 'figureStatus', status),
      },
    ]),
  });

const figureOf = (name: string) => (Object.hasOwn(FIGURES, name) ? FIGURES[name as FigureName] : null);

const isRatio = (name: string): boolean => figureOf(name)?.unit === 'ratio';

function figureLabel(name: string, language: View['language']): string {
  const label: string | { readonly lv: string; readonly en: string } | undefined = figureOf(name)?.label;
  const text = typeof label === 'object' ? label[language] : (label ?? name);
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
