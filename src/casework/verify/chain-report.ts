import type { BrokenLink, ChainReport } from './chain.ts';

const MOST_TOLD = 50;

/** What the check of the chain has found, in words, for a console. */
export function toldOfChain(report: ChainReport | null, anchor: string | null): string {
  if (report === null)
    return 'The history of this database is not chained: a release before the chain made it.\n';
  const { events, head, unsealed, broken } = report;
  const lines = [
    head
      ? `${events} events are chained; ${head.events} of them sealed, the last at ${head.at} under ${head.hash}; ${unsealed} wait for a seal.`
      : `${events} events are chained; none is sealed yet.`,
    broken.length === 0 ? 'Every link holds.' : `The first broken link: ${linkInWords(broken[0]!)}.`,
    ...broken.slice(1, MOST_TOLD).map((link) => `Broken too: ${linkInWords(link)}.`),
  ];
  if (broken.length > MOST_TOLD) lines.push(`… and ${broken.length - MOST_TOLD} more`);
  if (report.extends)
    lines.push(
      `The history goes on from the head ${anchor}: ${report.extends.events} events, sealed at ${report.extends.at}.`,
    );
  if (report.extends === false) lines.push(`The history does not go on from the head ${anchor}.`);
  return `${lines.join('\n')}\n`;
}

const linkInWords = ({ number, caseId, seq, what }: BrokenLink): string =>
  caseId === null ? what : `${number ?? `case ${caseId}`}, event ${seq}: ${what}`;

export const chainHolds = (report: ChainReport | null, anchor: string | null): boolean =>
  report === null ? anchor === null : report.broken.length === 0 && report.extends !== false;
