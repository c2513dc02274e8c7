import type { View } from '../frame/view.ts';
import { linesOf, round, textAt } from './svg.ts';

/** The life of a case as a line: what was, where it stands, what may come. `{{> life-picture life}}` */
export interface LifePicture {
  readonly title: string;
  /** For wide windows, drawn from left to right. */
  readonly wide: string;
  /** For phones, drawn from top to bottom. */
  readonly tall: string;
  /** What the colours of the usual life mean. */
  readonly legend: readonly { readonly label: string; readonly by: LifeActor }[];
  /** The same in words. */
  readonly steps: readonly string[];
}

export type LifePhase = 'past' | 'present' | 'ahead';

export interface LifeStage {
  readonly label: string;
  /** Dates, usual times: one line each. */
  readonly details: readonly string[];
  readonly phase: LifePhase;
  /** Who acts, where the picture is of the usual life and nobody's case. */
  readonly by?: LifeActor;
}

export type LifeActor = 'customer' | 'operator' | 'both';

export interface LifeSaid {
  readonly title: string;
  readonly stages: readonly LifeStage[];
  /** Other ways that the case may take from where it stands. */
  readonly branches?: readonly string[];
  /** Whose turn it is at the present stage. */
  readonly turn?: 'customer' | 'operator' | 'nobody' | 'bad';
}

export function lifePicture(view: View, said: LifeSaid): LifePicture {
  const { t } = view;
  const phaseWords = { past: t('life.past'), present: t('life.present'), ahead: t('life.ahead') };
  const isPlan = said.stages.every((stage) => stage.phase === 'ahead');
  return {
    title: said.title,
    wide: wideSvg(said),
    tall: tallSvg(said),
    legend: legendOf(view, said.stages),
    steps: [
      ...said.stages.map(({ label, details, phase, by }) =>
        [
          ...(isPlan ? [] : [phaseWords[phase]]),
          label,
          ...details,
          ...(by ? [actorName(view, by)] : []),
        ].join(', '),
      ),
      ...(said.branches ?? []).map((branch) => `${t('life.possible')}: ${branch}`),
    ],
  };
}

const ACTORS: readonly LifeActor[] = ['customer', 'operator', 'both'];

const actorName = ({ t, names }: View, by: LifeActor): string =>
  by === 'both' ? t('life.both') : by === 'customer' ? names.role.customer : names.endedBy.operator;

const legendOf = (view: View, stages: readonly LifeStage[]): LifePicture['legend'] =>
  ACTORS.filter((by) => stages.some((stage) => stage.by === by)).map((by) => ({
    by,
    label: actorName(view, by),
  }));

const svg = (kind: 'wide' | 'tall', width: number, height: number, content: readonly string[]): string =>
  `<svg class="life__${kind}" viewBox="0 0 ${width} ${round(height)}" aria-hidden="true" focusable="false">${content.join('')}</svg>`;

const TICK = (x: number, y: number): string =>
  `<path class="life__tick" d="M${x - 5} ${y + 0.5}l3.5 3.5 6.5-7.5"/>`;

function nodeAt(x: number, y: number, { phase, by }: LifeStage, turn: LifeSaid['turn']): string {
  const look =
    phase === 'present' && turn && turn !== 'customer'
      ? ` life__node--${turn}`
      : by
        ? ` life__node--by-${by}`
        : '';
  const circle = `<circle class="life__node life__node--${phase}${look}" cx="${round(x)}" cy="${round(y)}" r="${phase === 'present' ? 14 : 10}"/>`;
  return phase === 'past' ? circle + TICK(round(x), round(y)) : circle;
}

const wire = (path: string, reached: boolean, isPlan: boolean): string =>
  `<path class="life__wire${isPlan ? '' : reached ? ' life__wire--past' : ' life__wire--ahead'}" d="${path}"/>`;

const WIDE = 1080;
const LINE = 20;

function wideSvg({ stages, branches = [], turn }: LifeSaid): string {
  const step = WIDE / stages.length;
  const top = 26 + branches.length * 30;
  const xOf = (index: number): number => round(step * index + step / 2);
  const isPlan = stages.every((stage) => stage.phase === 'ahead');
  const wires = stages
    .slice(1)
    .map((stage, index) => wire(`M${xOf(index)} ${top}H${xOf(index + 1)}`, stage.phase !== 'ahead', isPlan));
  let lowest = top;
  const labels = stages.map((stage, index) => {
    const letters = Math.floor(step / 8.6);
    let y = top + 44;
    const written = linesOf(stage.label, letters).map((line) => {
      const text = textAt(
        xOf(index),
        y,
        line,
        ` class="life__label${stage.phase === 'ahead' && !isPlan ? ' life__label--ahead' : ''}" text-anchor="middle"`,
      );
      y += LINE;
      return text;
    });
    y += 3;
    for (const line of stage.details.flatMap((detail) => linesOf(detail, Math.floor(step / 7.2)))) {
      written.push(textAt(xOf(index), y, line, ' text-anchor="middle"'));
      y += LINE - 1;
    }
    lowest = Math.max(lowest, y);
    return written.join('');
  });
  const present = stages.findIndex((stage) => stage.phase === 'present');
  const ways = present < 0 ? [] : branches.map((label, index) => branchUp(xOf(present), top, index, label));
  const nodes = stages.map((stage, index) => nodeAt(xOf(index), top, stage, turn));
  return svg('wide', WIDE, lowest - 6, [...wires, ...ways, ...nodes, ...labels]);
}

function branchUp(x: number, top: number, index: number, label: string): string {
  const y = top - 36 - index * 30;
  const toRight = x < WIDE * 0.62;
  const end = toRight ? x + 46 : x - 46;
  const path = `<path class="life__branch" d="M${x} ${top}C${x} ${y} ${x} ${y} ${end} ${y}"/>`;
  const node = `<circle class="life__node" cx="${end}" cy="${y}" r="5"/>`;
  return (
    path + node + textAt(toRight ? end + 13 : end - 13, y + 5, label, toRight ? '' : ' text-anchor="end"')
  );
}

const TALL = 360;
const TEXT_X = 46;

function tallSvg({ stages, branches = [], turn }: LifeSaid): string {
  const isPlan = stages.every((stage) => stage.phase === 'ahead');
  const texts: string[] = [];
  const centres: number[] = [];
  const ways: string[] = [];
  let y = 22;
  for (const stage of stages) {
    centres.push(y);
    const lines = linesOf(stage.label, 34);
    for (const line of lines) {
      texts.push(
        textAt(
          TEXT_X,
          y + 6,
          line,
          ` class="life__label${stage.phase === 'ahead' && !isPlan ? ' life__label--ahead' : ''}"`,
        ),
      );
      y += LINE + 2;
    }
    for (const line of stage.details.flatMap((detail) => linesOf(detail, 42))) {
      texts.push(textAt(TEXT_X, y + 5, line));
      y += LINE;
    }
    if (stage.phase === 'present') {
      for (const branch of branches) {
        ways.push(
          `<path class="life__branch" d="M${TEXT_X} ${y + 4}h22"/>`,
          textAt(TEXT_X + 32, y + 9, branch),
        );
        y += LINE + 6;
      }
    }
    y += 26;
  }
  const wires = centres
    .slice(1)
    .map((to, index) => wire(`M18 ${centres[index]}V${to}`, stages[index + 1]!.phase !== 'ahead', isPlan));
  const nodes = centres.map((centre, index) => nodeAt(18, centre, stages[index]!, turn));
  return svg('tall', TALL, y - 22, [...wires, ...ways, ...nodes, ...texts]);
}
