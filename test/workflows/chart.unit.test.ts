import { describe, expect, test } from 'vitest';
import { CLAUSES } from '../../src/law/clauses.ts';
import { caseMachine, WAYS } from '../../workflows/case-machine.ts';
import { ACTS, caseChart } from '../../workflows/chart/index.ts';
import { type StateConfig, waysOf } from '../../workflows/chart/leads.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import { STATUSES } from '../../workflows/status.ts';

/** The chart as a lawyer and a tool read it: described, cited, named, and without a loose end. */

type Node = typeof caseMachine.root;

const nodesUnder = (node: Node): Node[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesUnder(child as Node)),
];
const NODES = nodesUnder(caseMachine.root).slice(1);
const WAYS_OF_CHART = [...WAYS.values()];

/** Where the contract has no clause: the draft, the withdrawn application, and what the clock notes in a contract. */
const WITHOUT_CLAUSE = ['case.draft', 'case.withdrawn'];
const ACTS_WITHOUT_CLAUSE = ['application.drafted', 'application.withdrawn', 'deadline.passed'];

describe('states', () => {
  test.each(NODES.map((node) => [node.id, node] as const))('%s is described and cited', (id, node) => {
    expect(node.description).toMatch(/\w.*\.$/);
    const { clause } = node.meta as { clause?: string | null };
    if (WITHOUT_CLAUSE.includes(id)) expect(clause).toBeNull();
    else expect(CLAUSES).toHaveProperty([clause!]);
  });
});

describe('ways', () => {
  test('each has a name of its own', () => {
    const named = [...waysOf(caseChart)].map(({ name }) => name);
    expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
  });

  test('each is told in a sentence', () => {
    expect(WAYS_OF_CHART.filter(({ says }) => !/^[A-Z].*\.$/.test(says))).toEqual([]);
  });

  test('each carries its clause, or says that the contract has none', () => {
    const loose = WAYS_OF_CHART.filter(({ clause, type }) =>
      clause === null ? !ACTS_WITHOUT_CLAUSE.includes(type ?? '') : !(clause in CLAUSES),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  test('what happens by itself asks for no payload', () => {
    const alone = WAYS_OF_CHART.filter(({ type }) => type === null);
    expect(alone.length).toBeGreaterThan(10);
    expect(alone.filter(({ allowed }) => Object.keys(allowed).length > 0)).toEqual([]);
    expect(alone.filter(({ possible }) => Object.keys(possible).length === 0)).toEqual([]);
  });

  test('every letter that a way sends is one of the operator’s', () => {
    const letters = WAYS_OF_CHART.flatMap(({ effects }) => effects).flatMap((effect) =>
      effect.type === 'sendNotice' ? [effect.notice] : [],
    );
    expect(letters.filter((letter) => !OPERATOR_NOTICES.includes(letter))).toEqual([]);
  });
});

describe('acts', () => {
  const taken = new Set(WAYS_OF_CHART);

  test('each has one page: no two of one type', () => {
    const types = ACTS.map(({ type }) => type);
    expect(types.filter((type, i) => types.indexOf(type) !== i)).toEqual([]);
  });

  test.each(ACTS.map((act) => [act.type, act] as const))(
    '%s: the chart says where each of its ways leads',
    (type, { ways }) => {
      const nowhere = Object.entries(ways).filter(([, way]) => !taken.has(way));
      expect(
        nowhere.map(([key]) => key),
        `The act ${type} has ways that no state of the chart takes: add each with leads([…]) where it is possible, or drop it.`,
      ).toEqual([]);
    },
  );

  test('the chart takes no way of an act that is not listed', () => {
    const listed = new Set<string>(ACTS.map(({ type }) => type));
    const unlisted = WAYS_OF_CHART.filter(({ type }) => type !== null && !listed.has(type));
    expect(
      unlisted.map(({ name }) => name),
      'Name the act in the list at the top of the part of the chart that takes it (workflows/chart/).',
    ).toEqual([]);
  });
});

test('every state can be entered from the draft, conditions apart', () => {
  const entered = new Set<string>();
  const at = (id: string): Node => NODES.find((one) => one.id === id)!;
  const enter = (node: Node): void => {
    if (entered.has(node.id)) return;
    entered.add(node.id);
    const children = Object.values(node.states) as Node[];
    for (const child of node.type === 'parallel'
      ? children
      : children.filter((one) => one.key === node.initial?.target[0]?.key))
      enter(child);
    const out = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
    for (const { target } of out as unknown as { target?: readonly Node[] }[])
      for (const { id } of target ?? []) enter(at(id));
    if (node.parent && node.parent.id !== 'case') enter(node.parent as Node);
  };
  enter(at('case.draft'));
  expect(NODES.map(({ id }) => id).filter((id) => !entered.has(id))).toEqual([]);
});

test('every public status but the one that regions make is a state of the chart', () => {
  const names = new Set(NODES.map(({ key }) => key));
  expect(STATUSES.filter((status) => !names.has(status))).toEqual(['in-force']);
});

test('an end is marked as one', () => {
  const marked = Object.entries(caseChart.states as Record<string, StateConfig>)
    .filter(([, { meta }]) => meta.end)
    .map(([name]) => name);
  expect(marked).toEqual(['annulled', 'withdrawn', 'closed', 'terminated']);
});
