import { day } from '../../src/law/days.ts';
import { type Quote, quote } from '../../src/law/fees/quote.ts';
import type { QuoteRequest } from '../../src/law/fees/request.ts';
import type { PartOneOverrides } from '../../src/law/terms/terms.ts';
import { effectiveTerms } from '../../src/law/terms/terms.ts';
import { type Story, todayOf } from './story.ts';

/** 25 A at 200 m from the line: the works cost twice what the customer pays. VAT of 21 % makes 6050.00 of 5000.00. */
export const costing = (customerNet: string, more: Partial<QuoteRequest> = {}): QuoteRequest => ({
  connection: { ampere: '25', volt: '400', distanceM: '200' },
  costs: { construction: (Number(customerNet) * 2).toFixed(2) },
  vatRate: '0.21',
  ...more,
});

/** A request whose customer share is this amount with VAT; amounts that no net sum gives are refused. */
export function costingGross(gross: string): QuoteRequest {
  const net = (Number(gross) / 1.21).toFixed(2);
  if ((Number(net) * 1.21).toFixed(2) !== gross)
    throw new Error(`No net share gives ${gross} with VAT of 21 %.`);
  return costing(net);
}

const kept = new Map<string, Quote>();

/** Priced by the engine of the product on the day of the story; a price that was asked for before is kept. */
export function pricedFor(story: Story, request: QuoteRequest, partOne?: PartOneOverrides): Quote {
  const today = todayOf(story);
  const figures = story.law.figures.map(({ name, value, since }) => [name, value, since]);
  const key = JSON.stringify([request, partOne, figures, today]);
  const known = kept.get(key);
  if (known) return known;
  const terms = effectiveTerms(story.law.termsInForce(day(today)), partOne);
  const priced = quote(request, story.law, day(today), terms);
  kept.set(key, priced);
  return priced;
}
