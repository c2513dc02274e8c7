import { chartMoves, chartStates, type Move, type State, within } from './chart-model.ts';
import { asTitle } from './words.ts';

/** The chart as a page of tables: every state, and everything that may happen in it, with its clause. */

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), `|${head.map(() => ' --- |').join('')}`, ...rows].join('\n');

const code = (text: string | null): string => (text === null ? '' : `\`${text}\``);

function statesTable(stage: State): string {
  const rows = within(stage).map(({ id, description, clause, awaits, isEnd }) =>
    row(code(id), `${description}${isEnd ? ' **An end.**' : ''}`, clause ?? '–', awaits ?? ''),
  );
  return table(['state', 'meaning', 'clause', 'who acts'], rows);
}

const eventOf = ({ event, deadline }: Move): string => {
  if (event === null) return '*by itself*';
  return deadline === null ? code(event) : `${code(event)} ${deadline}`;
};

const movesTable = (moves: readonly Move[]): string =>
  table(
    ['in', 'event', 'if', 'leads to', 'letters', 'clause', 'what happens'],
    moves.map((move) =>
      row(
        code(move.from || 'any state'),
        eventOf(move),
        move.conditions.join('; '),
        code(move.to),
        move.letters.join(', '),
        move.clause ?? '–',
        move.description,
      ),
    ),
  );

/** What may happen in a stage or its states, but not in a region of its own section. */
const movesWithin = (state: State): Move[] => {
  const ids = new Set(within(state).map(({ id }) => id));
  return chartMoves.filter(({ from }) => ids.has(from));
};

function section(stage: State): string {
  const title = `## ${asTitle(stage.name)}`;
  if (!stage.isParallel) return [title, statesTable(stage), movesTable(movesWithin(stage))].join('\n\n');
  const own = chartMoves.filter(({ from }) => from === stage.id);
  const regions = stage.states.flatMap((region) => [
    `### ${asTitle(region.name)}`,
    statesTable(region),
    movesTable(movesWithin(region)),
  ]);
  return [title, statesTable({ ...stage, states: [] }), movesTable(own), ...regions].join('\n\n');
}

export const page = (): string => `# The life of a case

Written by \`npm run diagram\` from the statechart in \`workflows/\`; a change is made there. Clauses are those of the
general terms (Part II). Each row is a way of an act in \`workflows/acts/\` (or of what
happens by itself); a condition bears the name that it has there. Where several rows share a state and an event, the first one
whose conditions hold is taken. A row without a target leaves the case where it stands.

![The whole](lifecycle.svg)

More closely: [application](lifecycle-application.svg), [offer](lifecycle-offer.svg),
[contract in force](lifecycle-contract.svg).

## In every state

${movesTable(chartMoves.filter(({ from }) => from === ''))}

${chartStates.states.map(section).join('\n\n')}
`;
