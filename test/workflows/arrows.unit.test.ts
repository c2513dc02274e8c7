import { expect, test } from 'vitest';
import { type LawBook, lawBook } from '../../src/law/law-book.ts';
import { WAYS } from '../../workflows/case-machine.ts';
import { caseChart } from '../../workflows/chart/index.ts';
import type { StateConfig } from '../../workflows/chart/leads.ts';
import type { ChartValue } from '../../workflows/status.ts';
import { type CaseState, NEW_CASE, step } from '../../workflows/step.ts';
import { type Story, untold, withSettings } from '../builders/index.ts';
import { STORIES } from './stories.ts';
import { BEGINNINGS } from './walk/beginnings.ts';
import { take } from './walk/walk.ts';

/** Every arrow of the picture can be walked: each state with each way that leads on from it is taken by some life. */

interface Arrow {
  readonly from: string;
  readonly way: string;
}

const nameOf = ({ from, way }: Arrow): string => `${from || 'any state'}: ${way}`;

function arrowsOf(id: string, state: StateConfig): Arrow[] {
  const own = [...(state.always ?? []), ...Object.values(state.on ?? {}).flat()];
  return [
    ...own.map(({ meta }) => ({ from: id, way: meta.way.name })),
    ...Object.entries(state.states ?? {}).flatMap(([name, child]) =>
      arrowsOf(id === '' ? name : `${id}.${name}`, child),
    ),
  ];
}

const ARROWS = arrowsOf('', caseChart);

/** Every state in which a case stands, the whole chart among them. */
function statesOf(value: ChartValue | undefined, above = ''): string[] {
  if (value === undefined) return [above];
  if (typeof value === 'string') return [above, above === '' ? value : `${above}.${value}`];
  return [
    above,
    ...Object.entries(value).flatMap(([name, inner]) =>
      statesOf(inner, above === '' ? name : `${above}.${name}`),
    ),
  ];
}

/** An act is taken by the innermost state that knows it; what happens by itself leads on from where the act has led. */
function arrowsTaken(before: CaseState, after: CaseState, ways: readonly string[]): string[] {
  const stood = new Set(statesOf(before.value));
  const standsNow = new Set([...stood, ...statesOf(after.value)]);
  return ways.flatMap((way) => {
    const known = ARROWS.filter((arrow) => arrow.way === way);
    if (known.length === 1) return known.map(nameOf);
    const places = WAYS.get(way)!.type === null ? standsNow : stood;
    const possible = known.filter(({ from }) => places.has(from));
    const innermost = Math.max(...possible.map(({ from }) => from.split('.').length));
    return possible.filter(({ from }) => from.split('.').length === innermost).map(nameOf);
  });
}

const taken = new Set<string>();

function note({ happened }: Story): void {
  let before: CaseState = NEW_CASE;
  for (const { event, state } of happened) {
    const { ways } = step(before, event);
    for (const arrow of arrowsTaken(before, state, ways)) taken.add(arrow);
    before = state;
  }
}

const LAWS: readonly LawBook[] = [
  lawBook(),
  withSettings({ 'annulment.mode': 'propose', 'nonPayment.auto': false, 'warning.earliest': 'anytime' }),
  withSettings({
    'notReady.end': 'automatic',
    'amendment.newWithdrawalPeriod': true,
    'email.counts': 'always',
  }),
];

/** Some 200 lives take every arrow; a new act throws all dice anew, and may ask for more. */
const MOST_LIVES = 2_000;
const MOVES = 45;

const neverTaken = (): string[] => ARROWS.map(nameOf).filter((arrow) => !taken.has(arrow));

function livesUntilAllAreTaken(): void {
  const starts = Object.values(BEGINNINGS);
  for (let life = 0; life < MOST_LIVES && neverTaken().length > 0; life += 1) {
    let story = starts[life % starts.length]!(untold(LAWS[life % LAWS.length]!));
    for (let i = 0; i < MOVES; i += 1)
      story = take(story, {
        seed: life * 7_919 + i * 31,
        days: (life * 13 + i * i) % (i % 4 === 0 ? 40 : 6),
      }).after;
    note(story);
  }
}

test('every arrow of the chart is walked by some life', () => {
  for (const story of Object.values(STORIES)) note(story);
  livesUntilAllAreTaken();
  expect(
    neverTaken(),
    'The picture shows what no life ever takes. A new act: is what the walk sends for it in test/workflows/walk/payloads.ts ever taken? Otherwise drop the arrow from the chart, or add a life to test/workflows/stories.ts that takes it.',
  ).toEqual([]);
});
