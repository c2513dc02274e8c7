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
  const shapes = stages.map((state) => (state.states.length > 0 ? phase(state) : single(state)));
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
/** Regions stand in one row as long as they fit into this. */
const MOST_WIDTH = 1000;

/** The contract in force: what the law lets run side by side stands side by side. */
export async function sideBySide(id: string): Promise<string> {
  const state = stage(id);
  const regions = await Promise.all(state.states.map(regionLayout));
  const parts = [
    text({ x: MARGIN, y: 32 }, `${asTitle(state.name)} in force`, 'title'),
    text(
      { x: MARGIN, y: 51 },
      `${state.clause} · ${state.states.length} things that go on side by side`,
      'small',
    ),
  ];
  let y = 68;
  let width = 0;
  for (const row of intoRows(regions)) {
    let x = GAP;
    for (const region of row) {
      parts.push(...drawn(moved(region, { x, y })));
      x += region.width + GAP;
    }
    width = Math.max(width, x);
    y += Math.max(...row.map(({ height }) => height)) + GAP;
  }
  return picture(
    'The contract in force: what goes on side by side',
    { width, height: y + 8 },
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

function intoRows(regions: readonly Layout[]): Layout[][] {
  const rows: Layout[][] = [];
  for (const region of regions) {
    const row = rows.at(-1);
    const used = row?.reduce((sum, { width }) => sum + width + GAP, GAP) ?? 0;
    if (row && used + region.width + GAP <= MOST_WIDTH) row.push(region);
    else rows.push([region]);
  }
  return rows;
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
