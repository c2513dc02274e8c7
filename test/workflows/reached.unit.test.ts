import { describe, expect, test } from 'vitest';
import { DEADLINE_NAMES, deadlinesOf } from '../../workflows/deadlines/index.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import { STATUSES } from '../../workflows/status.ts';
import { situationOf } from '../../workflows/step.ts';
import { TERMINATION_REASONS } from '../../workflows/vocabulary.ts';
import { lettersOf } from '../builders/index.ts';
import { STORIES } from './stories.ts';

/** Nothing in the face is without a story: every status, region, letter, deadline and end is reached by somebody. */

const situations = Object.values(STORIES).flatMap(({ happened }) =>
  happened.map(({ state }) => situationOf(state)),
);
const missing = <Name extends string>(all: readonly Name[], found: Iterable<string | undefined>): Name[] => {
  const reached = new Set(found);
  return all.filter((name) => !reached.has(name));
};

test('every status', () => {
  expect(
    missing(
      STATUSES,
      situations.map(({ status }) => status),
    ),
  ).toEqual([]);
});

describe('every region', () => {
  test.each([
    ['payment', ['due', 'partial', 'paid', 'overdue', 'debt-warned', 'handed-over', 'deferred']],
    ['works', ['not-started', 'designing', 'building', 'suspended', 'completed']],
    ['readiness', ['none', 'confirmed', 'disproved']],
    ['link', ['not-connected', 'connected', 'refused']],
    ['withdrawal', ['open', 'closed']],
  ] as const)('%s', (region, values) => {
    expect(
      missing(
        values,
        situations.map(({ regions }) => regions?.[region]),
      ),
    ).toEqual([]);
  });
});

test('every deadline', () => {
  const { law } = STORIES.misled!;
  const found = Object.values(STORIES).flatMap(({ state }) =>
    deadlinesOf(situationOf(state), law).map(({ name }) => name),
  );
  const onTheWay = situations.flatMap((situation) => deadlinesOf(situation, law).map(({ name }) => name));
  expect(missing(DEADLINE_NAMES, [...found, ...onTheWay])).toEqual([]);
});

test('every letter of the life of a case; an amendment of Part II is published', () => {
  const letters = Object.values(STORIES).flatMap((story) => lettersOf(story).map(({ notice }) => notice));
  expect(missing(OPERATOR_NOTICES, letters)).toEqual(['N-GTC']);
});

test('every end of the catalogue (2.4)', () => {
  const ends = [
    'annulled',
    'withdrawn',
    'ownerChange',
    'forceMajeure',
    'withdrawal',
    'customerExit',
    'mutual',
    'fulfilled',
    ...TERMINATION_REASONS,
  ];
  expect(
    missing(
      ends,
      situations.map(({ facts }) => facts.ending?.reason),
    ),
  ).toEqual([]);
});
