import { CHART_VERSION } from '../../../workflows/case-machine.ts';

/** What a check of histories has found, and how it is told. */

/** Where a case comes out otherwise than it is stored. */
export interface Difference {
  readonly number: string;
  readonly chartVersion: string;
  /** Whether the case goes on, so that an upgrade would change its future. */
  readonly live: boolean;
  /** The first event after which it differs; null: the case has no event. */
  readonly event: { readonly seq: number; readonly type: string } | null;
  /** The place in the stored case, `facts.offer.termOn`; null where the event itself cannot happen. */
  readonly path: string | null;
  readonly what: string;
}

export interface VersionCount {
  cases: number;
  live: number;
  differing: number;
  liveDiffering: number;
}

export interface Report {
  readonly checked: number;
  /** By the version of the chart that each case was last decided under. */
  readonly versions: ReadonlyMap<string, Readonly<VersionCount>>;
  readonly differences: readonly Difference[];
}

const MOST_TOLD = 50;

/** The report in words, for a console. */
export function told({ checked, versions, differences }: Report): string {
  const lines = [
    `${checked} cases were rebuilt with chart version ${CHART_VERSION}, that of this checkout.`,
    '',
  ];
  for (const [version, count] of [...versions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const same = count.cases - count.differing;
    lines.push(
      `last decided under chart version ${version}: ${count.cases} cases, ${count.live} of them live; ` +
        `${same} come out the same, ${count.differing} otherwise (${count.liveDiffering} live)`,
    );
  }
  if (differences.length > 0) lines.push('');
  for (const { number, live, event, path, what } of differences.slice(0, MOST_TOLD)) {
    const where = [event ? `event ${event.seq} ${event.type}` : 'no event', ...(path === null ? [] : [path])];
    lines.push(`${number} (${live ? 'live' : 'ended'}): ${where.join(', ')}: ${what}`);
  }
  if (differences.length > MOST_TOLD) {
    lines.push(`… and ${differences.length - MOST_TOLD} more`, '', 'Places at which they differ:');
    const places = Map.groupBy(
      differences,
      ({ event, path }) => `${path ?? 'refused'}, written by ${event?.type ?? '–'}`,
    );
    for (const [place, there] of [...places].sort(([, a], [, b]) => b.length - a.length))
      lines.push(`  ${there.length} at ${place}`);
  }
  return `${lines.join('\n')}\n`;
}
