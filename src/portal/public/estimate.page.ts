import { quote } from '../../law/fees/quote.ts';
import { readQuoteRequest } from '../../law/fees/read-request.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { type EstimateAnswer, estimateAnswer } from './estimate.answer.ts';
import { estimateErrors } from './estimate.errors.ts';
import { type EstimateForm, estimateForm } from './estimate.form.ts';
import { type EstimateValues, quoteRequestOf } from './estimate.request.ts';

/** What the right side shows: the answer, why there is none, or what to do. */
interface EstimateResult {
  readonly answer: EstimateAnswer | null;
  readonly errors: FormErrors['summary'] | null;
  readonly fieldErrors: readonly {
    readonly name: string;
    readonly problem: NonNullable<ReturnType<FormErrors['of']>>;
  }[];
}

export interface EstimatePage extends Page {
  readonly form: EstimateForm;
  readonly result: EstimateResult;
}

interface Priced {
  readonly result: EstimateResult;
  readonly errors: FormErrors | null;
}

export function priceEstimate(view: View, values: EstimateValues, book: LawBook): Priced {
  const request = quoteRequestOf(values);
  if (!request) return { result: { answer: null, errors: null, fieldErrors: [] }, errors: null };
  try {
    const priced = quote(readQuoteRequest(request), book, view.today);
    return { result: { answer: estimateAnswer(view, priced), errors: null, fieldErrors: [] }, errors: null };
  } catch (refusal) {
    const errors = estimateErrors(view, refusal);
    return { result: { answer: null, errors: errors.summary, fieldErrors: fieldErrorsOf(errors) }, errors };
  }
}

function fieldErrorsOf(errors: FormErrors): EstimateResult['fieldErrors'] {
  const names = errors.wrong.map(({ field }) => field);
  return [...new Set(names)].flatMap((name) => {
    const problem = errors.of(name);
    return problem ? [{ name, problem }] : [];
  });
}

export function estimatePage(view: View, values: EstimateValues, book: LawBook): EstimatePage {
  const { result, errors } = priceEstimate(view, values, book);
  return {
    title: view.t('estimate.title'),
    frame: { lead: view.t('estimate.lead'), scripts: ['js/estimate.js'] },
    form: estimateForm(view, values, errors, book),
    result,
  };
}
