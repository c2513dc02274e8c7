import type { State } from './chart-model.ts';
import { asTitle, widthOf } from './words.ts';

/** What is drawn for a state, and how large. */

export interface Shape {
  readonly id: string;
  readonly kind: 'state' | 'frame' | 'phase' | 'end' | 'good-end' | 'elsewhere';
  readonly title: string;
  readonly subtitle: string;
  /** Below the title of a phase, at the foot of a frame. */
  readonly lines: readonly string[];
  readonly children: readonly Shape[];
}

export const TITLE_SIZE = 14.5;
export const SUBTITLE_SIZE = 12;
export const LINE_SIZE = 12;
export const LINE_HEIGHT = 17;

/** The clause, and who is to act. */
const subtitleOf = ({ clause, awaits, isParallel }: State): string =>
  [clause, (awaits === 'customer' || awaits === 'operator') && !isParallel ? `${awaits} acts` : null]
    .filter((part) => part !== null)
    .join(' · ');

const plain = (state: State, kind: Shape['kind']): Shape => ({
  id: state.id,
  kind,
  title: asTitle(state.name),
  subtitle: kind === 'elsewhere' ? '' : subtitleOf(state),
  lines: [],
  children: [],
});

/** A single state, or an end of the case. */
export const single = (state: State): Shape =>
  plain(state, state.isEnd ? (state.id === 'closed' ? 'good-end' : 'end') : 'state');

/** A state that another picture shows. */
export const elsewhere = (state: State): Shape =>
  plain(state, state.isEnd ? single(state).kind : 'elsewhere');

/** A stage of the case with its states named in it. */
export const phase = (state: State): Shape => ({
  ...plain(state, 'phase'),
  lines: state.isParallel
    ? state.states.map((region) => `${asTitle(region.name)}: ${namesIn(region)}`)
    : wrapped(state.states.map(({ name }) => asTitle(name)).join(' · '), 44),
});

const namesIn = ({ states }: State): string =>
  states.map(({ name }) => name.replaceAll('-', ' ')).join(' · ');

function wrapped(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const part of words.split(' · ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 3 <= most)
      lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** A stage with its states drawn in it, and at its foot what is told there instead of by an arrow. */
export const frame = (state: State, foot: readonly string[]): Shape => ({
  ...plain(state, 'frame'),
  lines: foot,
  children: state.states.map(single),
});

export function sizeOf({ kind, title, subtitle, lines }: Shape): {
  readonly width: number;
  readonly height: number;
} {
  const width = Math.max(
    widthOf(title, TITLE_SIZE, true),
    widthOf(subtitle, SUBTITLE_SIZE),
    ...lines.map((line) => widthOf(line, LINE_SIZE)),
  );
  if (kind === 'phase') return { width: width + 32, height: 58 + lines.length * LINE_HEIGHT };
  return { width: width + (kind === 'state' ? 24 : 34), height: subtitle === '' ? 34 : 48 };
}

/** Room that a frame keeps above and below what is in it. */
export const headOf = ({ subtitle }: Shape): number => (subtitle === '' ? 40 : 56);
export const footOf = ({ lines }: Shape): number => 18 + lines.length * LINE_HEIGHT;
