import { type Arrow, type Box, LABEL_LINE, LABEL_SIZE, type Layout, type Point } from './lay-out.ts';
import { footOf, LINE_HEIGHT, LINE_SIZE, SUBTITLE_SIZE, TITLE_SIZE } from './shapes.ts';
import { widthOf } from './words.ts';

/** The picture as SVG: generic fonts, and colours that follow the reader's light or dark surroundings. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
    svg { --page: #ffffff; --ink: #1c2430; --soft: #566172; --line: #74828f; --state: #eef4fb; --edge: #93abc4;
      --frame: #ffffff; --end: #e9ecf0; --endedge: #66717f; --good: #e2f3e6; --goodedge: #45854f; --clock: #9a5300; }
    @media (prefers-color-scheme: dark) {
      svg { --page: #0f141b; --ink: #e8edf4; --soft: #a9b5c3; --line: #8a98a8; --state: #1d2936; --edge: #557089;
        --frame: #0f141b; --end: #272e38; --endedge: #98a5b4; --good: #17321f; --goodedge: #66b57e; --clock: #f2b45a; }
    }
    text { font-family: system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: var(--ink); }
    .title { font-size: ${TITLE_SIZE}px; font-weight: 600; }
    .small { font-size: ${SUBTITLE_SIZE}px; fill: var(--soft); }
    .line { font-size: ${LINE_SIZE}px; }
    .label { font-size: ${LABEL_SIZE}px; }
    .by-itself { fill: var(--clock); }
    .page { fill: var(--page); }
    .state, .phase { fill: var(--state); stroke: var(--edge); stroke-width: 1.2; }
    .frame { fill: var(--frame); stroke: var(--edge); stroke-width: 1; }
    .end { fill: var(--end); stroke: var(--endedge); stroke-width: 1.3; }
    .good-end { fill: var(--good); stroke: var(--goodedge); stroke-width: 1.3; }
    .elsewhere { fill: var(--page); stroke: var(--endedge); stroke-width: 1.2; stroke-dasharray: 4 3; }
    .arrow { fill: none; stroke: var(--line); stroke-width: 1.3; }
    .head { fill: var(--line); }
    .under { fill: var(--page); }
    .under-frame { fill: var(--frame); }
    .under-phase { fill: var(--state); }`;

const HEAD =
  '<marker id="head" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0.5 L8 4 L0 7.5 Z"/></marker>';

export function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
  <title>${escaped(title)}</title>
  <style>${STYLE}
  </style>
  <defs>${HEAD}</defs>
  <rect class="page" width="${width}" height="${height}" rx="10"/>
${parts.join('\n')}
</svg>
`;
}

export const text = (at: Point, words: string, kind: string, anchor: 'start' | 'middle' = 'start'): string =>
  `  <text class="${kind}" x="${at.x}" y="${at.y}"${anchor === 'middle' ? ' text-anchor="middle"' : ''}>${escaped(words)}</text>`;

const CORNER = 8;
const INSET = 16;

/** Frames and boxes without the words of frames, which stand above the arrows. */
function drawnBox({ shape, x, y, width, height }: Box): string {
  const { kind, title, subtitle } = shape;
  const rect = (by: number, round: number): string =>
    `  <rect class="${kind}" x="${x + by}" y="${y + by}" width="${width - 2 * by}" height="${height - 2 * by}" rx="${round}"/>`;
  switch (kind) {
    case 'frame':
    case 'phase':
      return rect(0, CORNER + 2);
    case 'state':
      return [rect(0, CORNER), ...centred({ x, y, width, height }, title, subtitle)].join('\n');
    case 'elsewhere':
      return [rect(0, height / 2), ...centred({ x, y, width, height }, title, subtitle)].join('\n');
    case 'end':
    case 'good-end':
      return [
        rect(0, height / 2),
        rect(3, height / 2 - 3),
        ...centred({ x, y, width, height }, title, subtitle),
      ].join('\n');
  }
}

function drawnWords({ shape, x, y, height }: Box): string[] {
  const { kind, title, subtitle, lines } = shape;
  if (kind !== 'frame' && kind !== 'phase') return [];
  const from = kind === 'phase' ? y + 62 : y + height - footOf(shape) + 18;
  const grounded = (at: Point, words: string, style: string, size: number): string[] => [
    `  <rect class="under-${kind}" x="${at.x - 2}" y="${at.y - size}" width="${widthOf(words, size) + 4}" height="${Math.round(size * 1.4)}"/>`,
    text(at, words, style),
  ];
  return [
    ...grounded({ x: x + INSET, y: y + 25 }, title, 'title', TITLE_SIZE),
    ...(subtitle === '' ? [] : grounded({ x: x + INSET, y: y + 42 }, subtitle, 'small', SUBTITLE_SIZE)),
    ...lines.flatMap((line, i) =>
      grounded({ x: x + INSET, y: from + i * LINE_HEIGHT }, line, 'line', LINE_SIZE),
    ),
  ];
}

function centred({ x, y, width, height }: Omit<Box, 'shape'>, title: string, subtitle: string): string[] {
  const middle = x + Math.round(width / 2);
  if (subtitle === '')
    return [text({ x: middle, y: y + Math.round(height / 2) + 5 }, title, 'title', 'middle')];
  return [
    text({ x: middle, y: y + 21 }, title, 'title', 'middle'),
    text({ x: middle, y: y + 38 }, subtitle, 'small', 'middle'),
  ];
}

/** Corners are rounded by as much as the shorter side allows. */
function path(points: readonly Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  let drawn = `M${first.x} ${first.y}`;
  rest.forEach((corner, i) => {
    const next = rest[i + 1];
    if (!next) {
      drawn += ` L${corner.x} ${corner.y}`;
      return;
    }
    const before = towards(corner, points[i]!);
    const after = towards(corner, next);
    drawn += ` L${before.x} ${before.y} Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
  });
  return drawn;
}

const ROUND = 7;

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const by = Math.min(ROUND, length / 2) / (length || 1);
  return { x: Math.round(from.x + (to.x - from.x) * by), y: Math.round(from.y + (to.y - from.y) * by) };
}

const drawnArrow = ({ points }: Arrow): string =>
  `  <path class="arrow" d="${path(points)}" marker-end="url(#head)"/>`;

/** Above every line, on a ground of its own. */
function drawnLabel({ lines, label }: Arrow): string {
  const width = Math.max(...lines.map(({ words }) => widthOf(words, LABEL_SIZE)));
  const ground = `  <rect class="under" x="${label.x - Math.round(width / 2)}" y="${label.y}" width="${width}" height="${lines.length * LABEL_LINE + 2}" rx="3"/>`;
  const words = lines.map((line, i) =>
    text(
      { x: label.x, y: label.y + 12 + i * LABEL_LINE },
      line.words,
      line.byItself ? 'label by-itself' : 'label',
      'middle',
    ),
  );
  return [ground, ...words].join('\n');
}

export const drawn = ({ boxes, arrows }: Layout): string[] => [
  ...boxes.map(drawnBox),
  ...arrows.map(drawnArrow),
  ...boxes.flatMap(drawnWords),
  ...arrows.map(drawnLabel),
];
