import { escaped, round, textAt } from './svg.ts';
import { type Table, table } from './table.ts';

/** Columns over time or over classes, each a link down to the cases behind it: `{{> plot plot}}`. */
export interface Plot {
  readonly caption: string;
  readonly svg: string;
  readonly table: Table;
}

interface PlotColumn {
  readonly label: string;
  readonly amount: number;
  readonly value: string;
  readonly href?: string | null;
  readonly tone?: 'operator' | 'customer' | 'bad';
}

interface PlotSaid {
  readonly caption: string;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly columns: readonly PlotColumn[];
}

const WIDTH = 560;
const HEIGHT = 220;
const BASE = HEIGHT - 32;
const TOP = 24;

export function plot({ caption, labelHeading, valueHeading, columns }: PlotSaid): Plot {
  const most = Math.max(1, ...columns.map(({ amount }) => amount));
  const step = WIDTH / Math.max(1, columns.length);
  const width = Math.min(56, step * 0.68);
  const drawn = columns.map((column, index) => {
    const x = step * index + step / 2;
    const height = (column.amount / most) * (BASE - TOP);
    const look = `plot__column${column.tone && column.tone !== 'operator' ? ` plot__column--${column.tone}` : ''}`;
    const rect = `<rect class="${look}" x="${round(x - width / 2)}" y="${round(BASE - height)}" width="${round(width)}" height="${round(height)}" rx="2"/>`;
    const value = textAt(x, BASE - height - 7, column.value, ' text-anchor="middle"');
    const label = textAt(x, BASE + 20, column.label, ' text-anchor="middle"');
    const inside = rect + label + value;
    return column.href ? `<a href="${escaped(column.href)}">${inside}</a>` : inside;
  });
  const grid = [0.5, 1].map(
    (part) => `<path class="plot__grid" d="M0 ${round(BASE - part * (BASE - TOP))}H${WIDTH}"/>`,
  );
  const hasLinks = columns.some(({ href }) => href);
  return {
    caption,
    svg: `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" ${hasLinks ? `role="group" aria-label="${escaped(caption)}"` : 'aria-hidden="true" focusable="false"'}>${grid.join('')}${drawn.join('')}<path class="plot__base" d="M0 ${BASE}H${WIDTH}"/></svg>`,
    table: table({
      columns: [{ label: labelHeading }, { label: valueHeading, numeric: true }],
      rows: columns.map(({ label, value, href }) => [{ text: label, href: href ?? null }, value]),
    }),
  };
}
