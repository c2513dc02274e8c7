import { describe, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { lawBook } from '../../src/law/law-book.ts';
import { caseMachine } from '../../workflows/case-machine.ts';
import { deadlinesOf, timersOf } from '../../workflows/deadlines/index.ts';
import { possibleActs, situationOf, step } from '../../workflows/step.ts';
import { act, evaluating, given, offerIssued } from '../builders/index.ts';

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesOf(child)),
];

/** The names of actions, and of XState's own where an action is made by it. */
const actionsOf = (node: AnyStateNode): string[] => {
  const inline = [
    ...node.entry,
    ...node.exit,
    ...[...node.transitions.values()].flat().flatMap(({ actions }) => actions),
    ...(node.always ?? []).flatMap(({ actions }) => actions),
  ] as unknown as (string | { type?: string })[];
  const named = inline.map((action) => (typeof action === 'string' ? action : (action.type ?? '')));
  const implementations = caseMachine.implementations.actions as Record<string, { type?: string }>;
  return named.map((name) => implementations[name]?.type ?? name);
};

describe('a step of the chart is pure: XState hands out commands and runs nothing, because', () => {
  const nodes = nodesOf(caseMachine.root as unknown as AnyStateNode);

  test('the chart invokes nothing', () => {
    expect(nodes.length).toBeGreaterThan(30);
    expect(nodes.filter(({ invoke }) => invoke.length > 0).map(({ id }) => id)).toEqual([]);
  });

  test('no transition waits for a delay', () => {
    expect(nodes.filter(({ after }) => after.length > 0).map(({ id }) => id)).toEqual([]);
  });

  test('of the actions that XState makes, it uses assignment alone: none spawns, sends, raises or logs', () => {
    const made = nodes.flatMap(actionsOf).filter((name) => name.startsWith('xstate.'));
    expect(made.length).toBeGreaterThan(50);
    expect(new Set(made)).toEqual(new Set(['xstate.assign']));
  });
});

describe('what is kept between steps changes none of them', () => {
  const evaluated = given(evaluating('2025-03-10'));
  const offered = given(offerIssued('2025-03-10'));

  test('the same event on the same state gives the same step, whatever other cases did between', () => {
    const { event } = offered.happened.at(-1)!;
    const first = step(evaluated.state, event);
    given(offerIssued('2026-01-05'), act('2026-01-06', 'offer.objected', { reasons: 'The price.' }));
    expect(step(evaluated.state, event)).toEqual(first);
    expect(first.effects.map(({ type }) => type)).toContain('sendNotice');
  });

  test('acts that are possible follow the facts, not the case that stood there before', () => {
    const now = { today: '2025-03-11', at: '2025-03-11T08:00:00Z', law: evaluated.law };
    const types = (facts: object) =>
      possibleActs({ value: evaluated.state.value, facts: { ...evaluated.state.facts, ...facts } }, now).map(
        ({ type }) => type,
      );
    expect(types({})).not.toContain('complaint.answered');
    expect(types({ complaint: { on: '2025-03-10', answeredOn: null, extraChecks: false } })).toContain(
      'complaint.answered',
    );
    expect(types({})).not.toContain('complaint.answered');
  });

  test('the same facts under another law or another status have deadlines of their own', () => {
    const situation = situationOf(offered.state);
    const strict = lawBook({
      settings: [
        {
          name: 'offerWindow.start',
          value: 'dispatch',
          since: '2020-01-01',
          source: 'a test',
          status: 'verified',
        },
        {
          name: 'annulment.mode',
          value: 'manual',
          since: '2020-01-01',
          source: 'a test',
          status: 'verified',
        },
      ],
    });
    const withdrawn = { ...situation, status: 'withdrawn' } as const;
    const stateOfWindow = (of: typeof situation, law = offered.law) =>
      deadlinesOf(of, law).find(({ name }) => name === 'objection-window')?.state;
    expect(stateOfWindow(situation)).toBe('running');
    expect(stateOfWindow(withdrawn)).toBe('void');
    expect(stateOfWindow(situation)).toBe('running');
    const sources = (law: typeof strict) =>
      deadlinesOf(situation, law).flatMap(({ used }) => used().map(({ source }) => source));
    expect(sources(strict)).not.toEqual(sources(offered.law));
    expect(timersOf(withdrawn, offered.law)).not.toEqual(timersOf(situation, offered.law));
  });
});
