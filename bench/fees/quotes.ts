/** Quotes a second, with and without the explanation, beside a bare bigint calculation of the same sums, in one run. Each
 *  round measures all of them in turn, so that a busy machine slows them alike; the medians of the rounds are printed, a
 *  JSON line each. Only the ratios say something on another machine. `node bench/fees/quotes.ts [rounds]` */
import assert from 'node:assert/strict';
import { day } from '../../src/law/days.ts';
import { quoteAnswer } from '../../src/law/fees/answer.ts';
import { feeAmounts, quote, recompute } from '../../src/law/fees/quote.ts';
import type { QuoteRequest } from '../../src/law/fees/request.ts';
import { lawBook } from '../../src/law/law-book.ts';
import { bareSums } from './bare-sums.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const MILLISECONDS_A_ROUND = 300;

const book = lawBook();
const today = day('2026-11-21');

/** Sixty connections of all kinds: near and far, small and large, one regime and both compared. */
const requests: readonly QuoteRequest[] = Array.from({ length: 60 }, (_, index): QuoteRequest => {
  const odd = (index * 7919) % 9973;
  const amount = (euros: number): string => `${euros + odd}.${String(odd % 100).padStart(2, '0')}`;
  const request = {
    concludedOn: '2022-02-28',
    connection: {
      ampere: ['16', '25', '63', '100', '100.01', '160'][index % 6]!,
      volt: index % 10 === 9 ? '20000' : '400',
      distanceM: ['12.50', '50', '50.01', '180'][index % 4]!,
    },
    costs: {
      construction: amount(4000),
      loadUnit: amount(1500),
      connecting: '64.00',
      attributable: amount(300),
      actual: amount(2500),
    },
  };
  return index % 3 === 0
    ? { ...request, technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' } }
    : request;
});

const kept = requests.map((request) => quote(request, book, today));
for (const [index, request] of requests.entries()) {
  const { regimeApplied, connectionFeeNet, operatorShareNet, customerShareNet, vat, customerGross } =
    kept[index]!;
  const explained = {
    regimeApplied,
    connectionFeeNet,
    operatorShareNet,
    customerShareNet,
    vat,
    customerGross,
  };
  assert.deepEqual(feeAmounts(request, book, today), explained);
  assert.deepEqual(bareSums(request), explained);
}

const variants: Readonly<Record<string, (index: number) => unknown>> = {
  explained: (index) => quote(requests[index]!, book, today),
  'explained, as JSON of the API': (index) =>
    JSON.stringify(quoteAnswer(quote(requests[index]!, book, today), 'lv')),
  'sums alone': (index) => feeAmounts(requests[index]!, book, today),
  recomputed: (index) => recompute(kept[index]!),
  'bare bigint': (index) => bareSums(requests[index]!),
};

/** Kept, so that no work can be left out as unused. */
let seen: unknown;

function perSecond(price: (index: number) => unknown): number {
  const start = performance.now();
  let elapsed = 0;
  let count = 0;
  while (elapsed < MILLISECONDS_A_ROUND) {
    for (let index = 0; index < requests.length; index += 1) seen = price(index);
    count += requests.length;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const print = (name: string, value: number, unit: string): void =>
  console.log(JSON.stringify({ name: `fees: ${name}`, value: Number(value.toPrecision(4)), unit }));

const rounds = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]));
for (const price of Object.values(variants)) perSecond(price); // warm-up
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, price] of Object.entries(variants)) rounds.get(name)!.push(perSecond(price));
}
assert(seen);

const medians = new Map([...rounds].map(([name, values]) => [name, median(values)]));
for (const [name, value] of medians) print(name, value, 'quotes/s');
const ratio = (name: string, of: string): void =>
  print(`${name} to ${of}`, medians.get(name)! / medians.get(of)!, 'ratio');
ratio('explained', 'sums alone');
ratio('sums alone', 'bare bigint');
ratio('explained', 'bare bigint');
