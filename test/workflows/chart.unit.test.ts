import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../workflows/chart/setup.ts';
import { caseMachine } from '../../workflows/contract-case.machine.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import { STATUSES } from '../../workflows/status.ts';

/** The chart as a lawyer and a tool read it: described, cited, named, and without a loose end. */

type Node = typeof caseMachine.root;
interface Transition {
  readonly source: { readonly id: string };
  readonly target?: readonly { readonly id: string }[];
  readonly eventType: string;
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
  readonly meta?: { readonly clause?: string | null };
  readonly description?: string;
}

const nodesUnder = (node: Node): Node[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesUnder(child as Node)),
];
const NODES = nodesUnder(caseMachine.root).slice(1);
const TRANSITIONS = [caseMachine.root, ...NODES].flatMap((node) => [
  ...([...node.transitions.values()].flat() as unknown as Transition[]),
  ...((node.always ?? []) as unknown as Transition[]),
]);
const place = ({ source, eventType }: Transition): string => `${source.id} ${eventType || 'always'}`;
const isLeaf = (node: Node): boolean => Object.keys(node.states).length === 0;

/** Names behind a guard; anything that is not a name shows itself. */
function namesOf(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  const { guards, type } = guard as { guards?: readonly unknown[]; type?: string };
  if (guards) return guards.flatMap(namesOf);
  return [type ?? String(guard)];
}
const actionOf = (action: unknown): string =>
  typeof action === 'string' ? action : ((action as { type?: string }).type ?? String(action));

/** Where the terms have no clause: the draft, the withdrawn application, and what the clock notes in a contract. */
const WITHOUT_CLAUSE = ['case.draft', 'case.withdrawn'];
const ACTS_WITHOUT_CLAUSE = ['application.drafted', 'application.withdrawn', 'deadline.passed'];

describe('states', () => {
  test.each(NODES.map((node) => [node.id, node] as const))(
    '%s is described, cited, and says who must act',
    (id, node) => {
      expect(node.description).toMatch(/\w.*\.$/);
      const meta = node.meta as { clause?: string | null; awaits?: string } | undefined;
      if (WITHOUT_CLAUSE.includes(id)) expect(meta?.clause).toBeNull();
      else expect(meta?.clause).toMatch(/^II\.(\d|def)/);
      if (isLeaf(node)) expect(['customer', 'operator', 'nobody']).toContain(meta?.awaits);
    },
  );
});

describe('transitions', () => {
  test('each is described', () => {
    expect(TRANSITIONS.filter(({ description }) => !/\w.*\.$/.test(description ?? '')).map(place)).toEqual(
      [],
    );
  });

  test('each carries its clause, or says that the terms have none', () => {
    const loose = TRANSITIONS.filter(({ meta, eventType }) => {
      if (meta?.clause === null) return !ACTS_WITHOUT_CLAUSE.includes(eventType);
      return !/^II\.(\d|def)/.test(meta?.clause ?? '');
    });
    expect(loose.map(place)).toEqual([]);
  });

  test('guards are names, and each name has its check', () => {
    const unknown = TRANSITIONS.flatMap((one) => namesOf(one.guard)).filter((name) => !(name in CHECKS));
    expect(unknown).toEqual([]);
  });

  test('actions are names, and each name has its implementation', () => {
    const { actions } = caseMachine.implementations;
    const unknown = TRANSITIONS.flatMap((one) => one.actions.map(actionOf)).filter(
      (name) => !(name in actions),
    );
    expect(unknown).toEqual([]);
  });

  test('no check and no action stands unused', () => {
    const guards = new Set(TRANSITIONS.flatMap((one) => namesOf(one.guard)));
    const actions = new Set(TRANSITIONS.flatMap((one) => one.actions.map(actionOf)));
    expect(Object.keys(CHECKS).filter((name) => !guards.has(name))).toEqual([]);
    expect(Object.keys(caseMachine.implementations.actions).filter((name) => !actions.has(name))).toEqual([]);
  });

  test('letters are those of the list', () => {
    const letters = TRANSITIONS.flatMap(
      ({ actions }) => actions as { params?: { notice?: string } }[],
    ).flatMap(({ params }) => params?.notice ?? []);
    expect(letters.filter((letter) => !(OPERATOR_NOTICES as readonly string[]).includes(letter))).toEqual([]);
  });
});

describe('events', () => {
  const handled = new Set(TRANSITIONS.map(({ eventType }) => eventType).filter((type) => type !== ''));

  test('every event of the face is handled somewhere', () => {
    expect((Object.keys(EVENT_DATA) as EventType[]).filter((type) => !handled.has(type))).toEqual([]);
  });

  test('nothing else is', () => {
    expect([...handled].filter((type) => !(type in EVENT_DATA))).toEqual([]);
  });
});

test('every state can be entered from the draft, guards apart', () => {
  const entered = new Set<string>();
  const enter = (node: Node): void => {
    if (entered.has(node.id)) return;
    entered.add(node.id);
    const children = Object.values(node.states) as Node[];
    for (const child of node.type === 'parallel'
      ? children
      : children.filter((one) => one.key === node.initial?.target[0]?.key))
      enter(child);
    const out = TRANSITIONS.filter(({ source }) => source.id === node.id);
    for (const { target } of out)
      for (const { id } of target ?? []) enter([...NODES].find((one) => one.id === id)!);
    if (node.parent) enter(node.parent as Node);
  };
  enter(NODES.find(({ id }) => id === 'case.draft')!);
  expect(NODES.map(({ id }) => id).filter((id) => !entered.has(id))).toEqual([]);
});

test('every public status but the two that regions make is a state of the chart', () => {
  const names = new Set(NODES.map(({ key }) => key));
  expect(STATUSES.filter((status) => !names.has(status))).toEqual(['in-force']);
});
