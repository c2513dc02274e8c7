import type { Database } from '../../../db/database.ts';
import type { Casework } from '../../casework/casework.ts';
import type { DeliveryLog } from '../dispatch.ts';
import { letterFailed } from '../failed-letter.ts';
import { Pulse } from '../pulse.ts';
import { type Dropped, droppedIn, type Verdict } from './folder.ts';
import { letterOf, tellsOfNoNotice } from './match.ts';
import { readReport } from './report.ts';

export interface BounceParts {
  readonly db: Database;
  readonly casework: Pick<Casework, 'post'>;
}

/** A letter that came back was not received (II.16.4.3). */
async function verdictOn(parts: BounceParts, { raw }: Dropped): Promise<Verdict> {
  const report = raw && (await readReport(raw).catch(() => null));
  if (report && tellsOfNoNotice(report)) return 'handled';
  const letter = report && (await letterOf(parts.db, report));
  if (!letter) return 'unmatched';
  if (report.failed) await letterFailed(parts, letter, report.reason);
  return 'handled';
}

/** Reads what was dropped since the last time; a file that could not be handled stays for the next.
 *  @returns how many files were moved */
export async function readBounces(parts: BounceParts, folder: string, log: DeliveryLog): Promise<number> {
  let moved = 0;
  for await (const dropped of droppedIn(folder)) {
    try {
      const verdict = await verdictOn(parts, dropped);
      await dropped.move(verdict);
      moved += 1;
      if (verdict === 'unmatched')
        log.warn({}, 'a returned mail belongs to no letter; it lies in “unmatched”');
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'a returned mail could not be handled',
      );
    }
  }
  return moved;
}

const LOOK_EVERY_MS = 15_000;

export interface BounceReader {
  stop(): Promise<void>;
}

export function startBounceReader(parts: BounceParts, folder: string, log: DeliveryLog): BounceReader {
  const pulse = new Pulse(LOOK_EVERY_MS, async () => {
    try {
      await readBounces(parts, folder, log);
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'the folder of returned mails could not be read',
      );
    }
  });
  pulse.start();
  return { stop: () => pulse.stop() };
}
