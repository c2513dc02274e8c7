import { rolesOf } from '../../workflows/acts/act.ts';
import type { Way } from '../../workflows/acts/way.ts';
import { AWAITS } from '../../workflows/awaits.ts';
import { caseChart } from '../../workflows/chart/index.ts';
import type { StateConfig } from '../../workflows/chart/leads.ts';
import { actOf, type EventType } from '../../workflows/events.ts';
import type { Status } from '../../workflows/status.ts';
import { inWords } from './words.ts';

/** The chart as it is drawn and listed: read from the chart itself, so that picture and table can tell nothing else. */

export interface State {
  /** `offer.offered`; the chart itself is ``. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly clause: string | null;
  /** Whose turn it is, where the state is a status of its own. */
  readonly awaits: string | null;
  readonly isEnd: boolean;
  readonly isParallel: boolean;
  readonly states: readonly State[];
}

/** Something that happens in a state. */
export interface Move {
  readonly from: string;
  /** null: the state stays. */
  readonly to: string | null;
  /** The event; null: happens by itself, as soon as its condition holds. */
  readonly event: string | null;
  /** Whether the clock does it, alone or beside people. */
  readonly byClock: boolean;
  /** The deadline whose passing it is. */
  readonly deadline: string | null;
  /** Conditions in words, in the order in which they are asked. */
  readonly conditions: readonly string[];
  readonly letters: readonly string[];
  readonly clause: string | null;
  readonly description: string;
}

/** Regions of a contract that are a public status of their own. */
const STATUS_OF_REGION: Readonly<Record<string, Status>> = {
  contract: 'in-force',
  'contract.works.suspended': 'suspended',
  'contract.performance.fulfilled': 'fulfilled',
};

function awaitsIn(id: string): string | null {
  const status = id.startsWith('contract')
    ? STATUS_OF_REGION[id]
    : (id.split('.').slice(0, 2).at(-1) as Status | undefined);
  const turn = status && AWAITS[status];
  if (!turn) return null;
  return typeof turn === 'string' ? turn : turn.says;
}

const childrenOf = ({ states = {} }: StateConfig): [string, StateConfig][] => Object.entries(states);
const below = (id: string, name: string): string => (id === '' ? name : `${id}.${name}`);

function stateOf(id: string, state: StateConfig): State {
  return {
    id,
    name: id.split('.').at(-1) ?? '',
    description: state.description,
    clause: state.meta.clause,
    awaits: awaitsIn(id),
    isEnd: state.meta.end === true,
    isParallel: state.type === 'parallel',
    states: childrenOf(state).map(([name, child]) => stateOf(below(id, name), child)),
  };
}

/** Where a target leads from a state: a child of its own (`.paid`), a place in the whole (`#case.offer`), or beside it. */
function targetOf(id: string, target: string): string {
  if (target.startsWith('#case.')) return target.slice('#case.'.length);
  if (target.startsWith('.')) return below(id, target.slice(1));
  return below(id.split('.').slice(0, -1).join('.'), target);
}

const conditionsOf = ({ possible, allowed }: Way): string[] =>
  [...Object.keys(possible), ...Object.keys(allowed)]
    .filter((name) => name !== 'deadlineIsThis')
    .map(inWords);

function moveOf(id: string, way: Way, target: string | undefined): Move {
  return {
    from: id,
    to: target === undefined ? null : targetOf(id, target),
    event: way.type,
    byClock: way.type !== null && rolesOf(actOf(way.type as EventType)).includes('clock'),
    deadline: way.deadline,
    conditions: conditionsOf(way),
    letters: way.effects.flatMap((effect) => (effect.type === 'sendNotice' ? [effect.notice] : [])),
    clause: way.clause,
    description: way.says,
  };
}

function movesOf(id: string, state: StateConfig): Move[] {
  const { always = [], on = {} } = state;
  const own = [...always, ...Object.values(on).flat()].map(({ meta, target }) =>
    moveOf(id, meta.way, target),
  );
  return [...own, ...childrenOf(state).flatMap(([name, child]) => movesOf(below(id, name), child))];
}

/** Every state, in legal order. */
export const chartStates: State = stateOf('', caseChart);
/** Everything that may happen, by state in legal order. */
export const chartMoves: readonly Move[] = movesOf('', caseChart);

/** A state with everything below it. */
export const within = (state: State): State[] => [state, ...state.states.flatMap(within)];
