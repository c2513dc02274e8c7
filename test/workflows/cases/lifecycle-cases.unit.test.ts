import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asExpected, type LifecycleCase, lawFor } from './case.ts';
import { FURTHER_CASES } from './further/index.ts';
import { BEFORE_CONTRACT } from './kinds/before-contract.ts';
import { CONTRACT } from './kinds/contract.ts';
import { WORKS } from './kinds/works.ts';

const { lifecycle } = JSON.parse(readFileSync(new URL('../../law/cases.json', import.meta.url), 'utf8')) as {
  lifecycle: readonly LifecycleCase[];
};

const RUNNERS = { ...BEFORE_CONTRACT, ...WORKS, ...CONTRACT };

const answerOf = (one: LifecycleCase, expected = one.expected, policy?: string) => {
  const run = RUNNERS[one.kind];
  if (!run) throw new Error(`No runner tells a case of the kind ${one.kind}.`);
  return run(one.input as never, lawFor(one, policy), expected as never);
};

const named = (cases: readonly LifecycleCase[]): [string, LifecycleCase][] =>
  cases.map((one) => [`${one.id} ${one.kind} (${one.clause}): ${one.why}`, one]);

describe.each([
  ['cases.json', lifecycle],
  ['further cases from the terms', FURTHER_CASES],
])('%s', (_where, cases) => {
  test.each(named(cases))('%s', (_name, one) => {
    expect(asExpected(answerOf(one), one.expected)).toEqual(one.expected);
  });

  const readings = cases.flatMap((one) => (one.alternatives ?? []).map((other) => ({ one, other })));
  test.each(readings.map(({ one, other }) => [`${one.id} under ${other.policy}`, one, other] as const))(
    '%s',
    (_name, one, { policy, ...expected }) => {
      expect(asExpected(answerOf(one, expected, policy), expected)).toEqual(expected);
    },
  );
});

test('every kind has at least two further cases', () => {
  const kinds = Object.keys(RUNNERS).map(
    (kind) => [kind, FURTHER_CASES.filter((one) => one.kind === kind).length] as const,
  );
  expect(kinds.filter(([, cases]) => cases < 2)).toEqual([]);
});
