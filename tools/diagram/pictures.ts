import { chartMoves, chartStates, type Move, type State } from './chart-model.ts';
import { drawn, svg, text } from './draw.ts';
import { type Layout, layOut, moved } from './lay-out.ts';
import { elsewhere, frame, LINE_HEIGHT, phase, single } from './shapes.ts';
import { toldApart } from './told-apart.ts';
import { asTitle } from './words.ts';

/** The pictures of the life of a case: one of the whole, one of each stage. */

const stages = chartStates.states;

function stage(id: string): State {
  const found = stages.find((one) => one.id === id);
  if (!found) throw new Error(`The chart has no state “${id}”.`);
  return found;
}

/** The outermost state in which a state lies. */
const stageOf = (id: string): string => id.split('.')[0]!;

type Leading = Move & { readonly to: string };
const leads = (move: Move): move is Leading => move.to !== null && move.from !== '';

const LEGEND = 'Coloured words: happens by itself or by the clock. Double line: an end of the case.';
const MARGIN = 20;

function picture(
  title: string,
  { width, height }: Pick<Layout, 'width' | 'height'>,
  parts: readonly string[],
  foot: readonly string[],
): string {
  const lines = [...foot, LEGEND].map((line, i) =>
    text({ x: MARGIN, y: height + 12 + i * (LINE_HEIGHT + 1) }, line, i < foot.length ? 'line' : 'small'),
  );
  return svg(width, height + 12 + lines.length * (LINE_HEIGHT + 1), title, [...parts, ...lines]);
}

/** The whole: stages with their states named in them, and what leads from one to another. */
export async function overview(): Promise<string> {
  const moves = chartMoves
    .filter(leads)
    .map((move) => ({ ...move, from: stageOf(move.from), to: stageOf(move.to) }))
    .filter(({ from, to }) => from !== to);
  const shapes = stages.map((state) =>
    state.states.length > 0 && !state.isEnd ? phase(state) : single(state),
  );
  const layout = await layOut(shapes, moves);
  return picture('The life of a grid-connection contract', layout, drawn(layout), []);
}

/** One stage with its states, what leads into it, out of it and about in it. */
export async function closeUp(id: string): Promise<string> {
  const state = stage(id);
  const outside = (of: string): string => (stageOf(of) === id ? of : stageOf(of));
  const concerned = chartMoves
    .filter(leads)
    .filter(({ from, to }) => stageOf(from) === id || stageOf(to) === id)
    .map((move) => ({ ...move, from: outside(move.from), to: outside(move.to) }));
  const { drawn: moves, foot } = toldApart(id, concerned);
  const isTarget = ({ id: other }: State) => moves.some(({ to }) => to === other);
  const isSource = ({ id: other }: State) => moves.some(({ from }) => from === other);
  const standIn = (other: State) =>
    other.states.length > 0 || other.isEnd ? elsewhere(other) : single(other);
  const others = stages.filter((one) => one.id !== id);
  const before = others.filter(
    (one) => isSource(one) && (!isTarget(one) || stages.indexOf(one) < stages.indexOf(state)),
  );
  const after = others.filter((one) => !before.includes(one) && (isTarget(one) || isSource(one)));
  const layout = await layOut([...before.map(standIn), frame(state, foot), ...after.map(standIn)], moves);
  return picture(
    `${asTitle(state.name)}: its states and what leads from one to another`,
    layout,
    drawn(layout),
    [],
  );
}

const GAP = 16;

/** The contract in force: what the law lets run side by side stands side by side. */
export async function sideBySide(id: string): Promise<string> {
  const state = stage(id);
  const regions = await Promise.all(state.states.map(regionLayout));
  const { width, height, placed } = inTwoColumns(regions);
  const top = 68;
  const parts = [
    text({ x: MARGIN, y: 32 }, `${asTitle(state.name)} in force`, 'title'),
    text({ x: MARGIN, y: 51 }, `${state.clause} · what goes on side by side`, 'small'),
    ...placed.flatMap(({ region, x, y }) => drawn(moved(region, { x, y: y + top }))),
  ];
  return picture(
    'The contract in force: what goes on side by side',
    { width, height: height + top },
    parts,
    footOf(state),
  );
}

function regionLayout(region: State): Promise<Layout> {
  const own = chartMoves
    .filter(leads)
    .filter(({ from }) => from === region.id || from.startsWith(`${region.id}.`));
  const { drawn: moves, foot } = toldApart(region.id, own);
  const ends = new Set(moves.map(({ to }) => to!).filter((to) => !to.startsWith(`${region.id}.`)));
  const shapes = [frame(region, foot), ...[...ends].map((to) => elsewhere(stage(stageOf(to))))];
  return layOut(shapes, moves, { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' });
}

interface Placed {
  readonly region: Layout;
  readonly x: number;
  readonly y: number;
}

/** A region nearly as wide as the widest has a row to itself; each of the others goes into the shorter column. */
function inTwoColumns(regions: readonly Layout[]): { width: number; height: number; placed: Placed[] } {
  const widest = Math.max(...regions.map(({ width }) => width));
  const columns: { region: Layout; y: number }[][] = [[], []];
  const bottoms = [0, 0];
  for (const region of regions) {
    const isWide = region.width > widest * 0.7;
    const column = !isWide && bottoms[1]! < bottoms[0]! ? 1 : 0;
    const y = isWide ? Math.max(...bottoms) : bottoms[column]!;
    columns[column]!.push({ region, y });
    bottoms[column] = y + region.height + GAP;
    if (isWide) bottoms[1] = bottoms[0]!;
  }
  const narrow = columns[0]!.filter(({ region }) => region.width <= widest * 0.7);
  const second = GAP + Math.max(...narrow.map(({ region }) => region.width)) + GAP;
  const placed = columns.flatMap((column, i) =>
    column.map(({ region, y }) => ({ region, x: i === 0 ? GAP : second, y })),
  );
  const width = Math.max(...placed.map(({ region, x }) => x + region.width)) + GAP;
  return { width, height: Math.max(...bottoms), placed };
}

/** What leads out of the contract whatever its regions show. */
function footOf({ id }: State): string[] {
  const out = chartMoves.filter(leads).filter(({ from }) => from === id);
  return [...Map.groupBy(out, ({ to }) => to)].map(([to, moves]) => {
    const what = moves.map(({ event, deadline, conditions }) =>
      deadline !== null ? `${deadline} passed` : (event ?? conditions.join(' and ')),
    );
    return `At any time to ${asTitle(to)}: ${[...new Set(what)].join(', ')}`;
  });
}
