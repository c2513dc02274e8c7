import { cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import type { Comparison } from './confirm.ts';
import type { Mutant, Status, Verdict } from './mutants.ts';
import { EXCLUDED_FILES, EXCLUDED_MUTATIONS, EXCLUDED_TESTS, TESTS } from './scope.ts';
import { REASONS } from './survivors.ts';

interface Judged extends Mutant {
  readonly status: Status;
}

const inOneLine = (code: string): string => code.replaceAll(/\s+/g, ' ').trim();
const short = (code: string): string =>
  code.length > 110 ? `${code.slice(0, 70)} … ${code.slice(-35)}` : code;

const keyOf = ({ fileName, original, replacement }: Mutant): string =>
  `${fileName} | ${inOneLine(original)} → ${inOneLine(replacement)}`;

const COLUMNS: readonly Status[] = ['killed', 'timeout', 'survived', 'no-coverage', 'leaked', 'static'];

function figures(mutants: readonly Judged[]) {
  const counts = COLUMNS.map((status) => mutants.filter((one) => one.status === status).length);
  const [killed = 0, timeout = 0, survived = 0, unseen = 0, leaked = 0] = counts;
  const tested = killed + timeout + survived + unseen + leaked;
  const unexplained = mutants.filter(isOpen).length;
  const score = tested === 0 ? '' : (((killed + timeout) / tested) * 100).toFixed(1);
  return [mutants.length, ...counts, unexplained, score];
}

const isOpen = (one: Judged): boolean =>
  ['survived', 'no-coverage', 'leaked'].includes(one.status) && REASONS[keyOf(one)] === undefined;

const code = (text: string): string => {
  const shown = short(inOneLine(text)).replaceAll('|', '\\|');
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
};

function listed(mutants: readonly Judged[]): string {
  const rows = mutants.map((one) => {
    const reason = REASONS[keyOf(one)] ?? '';
    const change = `${code(one.original)} → ${code(one.replacement)}`;
    return `| ${one.fileName}:${one.line} | ${change} | ${one.status} | ${reason} |`;
  });
  return ['| where | change | verdict | why it stands |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function byFolder(mutants: readonly Judged[]): string {
  const folders = Map.groupBy(mutants, ({ fileName }) => dirname(fileName));
  const rows = [...folders].sort().map(([folder, own]) => [folder, ...figures(own)].join(' | '));
  return [
    '| folder | mutants | killed | timed out | survived | no coverage | leaked | static | open | score % |',
    `| --- |${' ---: |'.repeat(9)}`,
    ...rows.map((row) => `| ${row} |`),
    `| **all** | ${figures(mutants).join(' | ')} |`,
  ].join('\n');
}

export interface Outcome {
  readonly mutants: readonly Mutant[];
  readonly verdicts: readonly Verdict[];
  readonly minutes: number;
  readonly comparison: Comparison | null;
}

export function page({ mutants, verdicts, minutes, comparison }: Outcome): string {
  const statuses = new Map(verdicts.map(({ id, status }) => [id, status]));
  const judged = mutants.map((one): Judged => ({ ...one, status: statuses.get(one.id)! }));
  const standing = judged.filter(({ status }) => ['survived', 'no-coverage', 'leaked'].includes(status));
  const open = standing.filter(isOpen);
  const explained = standing.filter((one) => !isOpen(one));
  const [processor] = cpus();
  const confirmed = comparison
    ? `Stryker itself was asked for ${comparison.compared} of them, drawn at random: ${comparison.agreed} verdicts agree.${comparison.differ.map((one) => `\n- ${one}`).join('')}`
    : 'Stryker itself was not asked this time (`--confirm 40`).';
  return `# What the tests notice

Written by \`npm run mutation\` on ${new Date().toISOString().slice(0, 10)}, in ${minutes} minutes on ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.version}. How it is done stands at the head of [mutation/run.ts](mutation/run.ts).

A mutant is one small change of the code: a condition turned, a bound moved by one, a line left out. It is killed where a test fails (or runs without end), and survives where all tests that run the line pass. The score is killed and timed out over all but the static ones.

${byFolder(judged)}

- Mutated: \`workflows\` and \`src/law\` without ${EXCLUDED_FILES.map((file) => `\`${file}\``).join(', ')} (drawing, wordings).
- Changes left out: ${EXCLUDED_MUTATIONS.join(', ')}. An empty text in place of a name is no member of its type, an empty object lacks what its type asks for: the compiler rejects both. What is left of the two are wordings, clauses and sources.
- Tests asked: ${TESTS.map((one) => `\`${one}\``).join(', ')} without ${EXCLUDED_TESTS.map((one) => `\`${one}\``).join(', ')}: a walk takes minutes a mutant, the replay runs in processes of its own. Those two and the tests of the service, the API and the pages see more than is counted here.
- Static: the change takes effect while modules load (tables, the chart); it is listed in no score.
- Open: survived or not covered, without a reason given in [mutation/survivors.ts](mutation/survivors.ts).
- ${confirmed}

## Open (${open.length})

${listed(open)}

## Standing with a reason (${explained.length})

${listed(explained)}
`;
}
