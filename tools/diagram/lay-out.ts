import elkjs, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Move } from './chart-model.ts';
import { footOf, headOf, type Shape, sizeOf } from './shapes.ts';
import { widthOf } from './words.ts';

/** Where everything stands in a picture; the arithmetic is elk's. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly points: readonly Point[];
  readonly lines: readonly Line[];
  /** The middle of the label's upper edge. */
  readonly label: Point;
}

/** One line of a label. */
interface Line {
  readonly words: string;
  /** Happens by itself or by the clock, without anybody's act. */
  readonly byItself: boolean;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export const LABEL_SIZE = 12;
export const LABEL_LINE = 15;
const LABEL_PADDING = 3;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '11',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=18,left=18,bottom=18,right=18]',
};

function elkNode(shape: Shape): ElkNode {
  const { width, height } = sizeOf(shape);
  if (shape.kind !== 'frame') return { id: shape.id, width, height };
  return {
    id: shape.id,
    layoutOptions: {
      ...OPTIONS,
      'elk.padding': `[top=${headOf(shape)},left=16,bottom=${footOf(shape)},right=16]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},0)`,
    },
    children: shape.children.map(elkNode),
  };
}

/** The event, or the deadline that passes, or the conditions under which something happens by itself. */
function labelOf({ event, byClock, deadline, conditions }: Move): Line[] {
  if (deadline !== null) return [{ words: `${deadline} passed`, byItself: true }];
  if (event !== null) return [{ words: event, byItself: byClock }];
  return conditions.map((condition, i) => ({
    words: i < conditions.length - 1 ? `${condition} and` : condition,
    byItself: true,
  }));
}

/** The states from top to bottom are in legal order: for elk, an arrow that leads back points forward (its own way to
 *  break circles by the order of the model fails where frames are nested). */
function edgesOf(between: ReadonlyMap<string, readonly Move[]>, order: readonly string[]): ElkExtendedEdge[] {
  return [...between].map(([id, same]) => {
    const lines = linesOf(same);
    const { from, to } = same[0]!;
    const [upper, lower] = leadsBack(same[0]!, order) ? [to!, from] : [from, to!];
    return {
      id,
      sources: [upper],
      targets: [lower],
      labels: [
        {
          text: id,
          width: Math.max(...lines.map(({ words }) => widthOf(words, LABEL_SIZE))) + 2 * LABEL_PADDING,
          height: lines.length * LABEL_LINE + LABEL_PADDING,
          layoutOptions: { 'elk.edgeLabels.inline': 'true' },
        },
      ],
    };
  });
}

/** What happens under a condition alone is not told a second time under more of them. */
function linesOf(moves: readonly Move[]): Line[] {
  const plainest = moves.filter(
    (move) =>
      move.event !== null ||
      !moves.some(
        (other) =>
          other !== move &&
          other.event === null &&
          other.conditions.every((one) => move.conditions.includes(one)),
      ),
  );
  return [...new Map(plainest.flatMap(labelOf).map((line) => [line.words, line])).values()];
}

const leadsBack = ({ from, to }: Move, order: readonly string[]): boolean =>
  order.indexOf(to!) < order.indexOf(from);

/** Shapes from the outermost in, each before what is in it. */
const idsOf = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap(({ id, children }) => [id, ...idsOf(children)]);

const rounded = (value: number | undefined): number => Math.round(value ?? 0);

export async function layOut(
  shapes: readonly Shape[],
  moves: readonly Move[],
  options: Readonly<Record<string, string>> = {},
): Promise<Layout> {
  const order = idsOf(shapes);
  /** Moves between the same two states share one arrow. */
  const between = Map.groupBy(moves, ({ from, to }) => `${from} → ${to}`);
  const graph: ElkNode = await new elkjs.default().layout({
    id: 'picture',
    layoutOptions: { ...OPTIONS, ...options },
    children: shapes.map(elkNode),
    edges: edgesOf(between, order),
  });

  const boxes: Box[] = [];
  const origins = new Map<string, Point>([['picture', { x: 0, y: 0 }]]);
  const place = (nodes: readonly ElkNode[], of: readonly Shape[], origin: Point): void => {
    nodes.forEach((node, i) => {
      const shape = of[i]!;
      const at = { x: origin.x + (node.x ?? 0), y: origin.y + (node.y ?? 0) };
      origins.set(node.id, at);
      boxes.push({
        shape,
        x: rounded(at.x),
        y: rounded(at.y),
        width: rounded(node.width),
        height: rounded(node.height),
      });
      place(node.children ?? [], shape.children, at);
    });
  };
  place(graph.children ?? [], shapes, { x: 0, y: 0 });

  return {
    width: rounded(graph.width),
    height: rounded(graph.height),
    boxes,
    arrows: (graph.edges ?? []).map((edge) => {
      const along = between.get(edge.id)!;
      const arrow = placedArrow(edge, along, origins);
      return leadsBack(along[0]!, order) ? { ...arrow, points: arrow.points.toReversed() } : arrow;
    }),
  };
}

/** elk gives the points of an edge relative to the frame that holds both its ends. */
function placedArrow(
  edge: ElkExtendedEdge,
  moves: readonly Move[],
  origins: ReadonlyMap<string, Point>,
): Arrow {
  const { container = 'picture' } = edge as ElkExtendedEdge & { readonly container?: string };
  const origin = origins.get(container) ?? { x: 0, y: 0 };
  const at = ({ x, y }: Point): Point => ({ x: rounded(origin.x + x), y: rounded(origin.y + y) });
  const [section] = edge.sections ?? [];
  const [label] = edge.labels ?? [];
  if (!section || !label) throw new Error(`The arrow ${edge.id} was not laid out.`);
  return {
    points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(at),
    lines: linesOf(moves),
    label: at({ x: (label.x ?? 0) + (label.width ?? 0) / 2, y: label.y ?? 0 }),
  };
}

/** The layout moved aside, to stand in a larger picture. */
export function moved(layout: Layout, by: Point): Layout {
  const to = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    width: layout.width,
    height: layout.height,
    boxes: layout.boxes.map((box) => ({ ...box, ...to(box) })),
    arrows: layout.arrows.map((arrow) => ({
      ...arrow,
      points: arrow.points.map(to),
      label: to(arrow.label),
    })),
  };
}
