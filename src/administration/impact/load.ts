import type { Connection } from '../../../db/database.ts';
import { liveCases } from '../../../db/law-deadlines.ts';
import { openCaseOf } from '../open-case.ts';
import { type Compared, type Found, type Impact, impactOn, summedUp } from './impact.ts';

/** So many keep the process for some hundredths of a second. */
const BATCH = 100;

/** Looks at every open case, batch by batch, so that others are answered in between. */
export async function impactOf(
  connection: Connection,
  compared: Compared,
  mostItems: number,
): Promise<Impact> {
  const found: Found[] = [];
  let after: string | undefined;
  for (;;) {
    const rows = await liveCases(connection, { limit: BATCH, ...(after === undefined ? {} : { after }) });
    found.push(impactOn(rows.map(openCaseOf), compared));
    if (rows.length < BATCH) return summedUp(found, mostItems);
    after = rows.at(-1)!.id;
  }
}
