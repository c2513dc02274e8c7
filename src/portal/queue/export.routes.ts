import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import type { CaseLine } from '../../reports/case-line.ts';
import { CSV_TYPE, csvBegin, csvLine } from '../../reports/csv.ts';
import { caseFilterOf, filtersOf } from '../cases/queue.query.ts';
import { queryForm } from '../forms/form-body.ts';
import { type View, viewOf } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import type { Portal } from '../portal.ts';
import { callerOf } from '../session/guards.ts';
import { staffOnly } from './staff-only.ts';

const COLUMNS = [
  'number',
  'status',
  'awaits',
  'overdue',
  'queueOn',
  'targetOn',
  'nextOn',
  'receivedOn',
  'offerIssuedOn',
  'inForceOn',
  'completedOn',
  'connectedOn',
  'endedOn',
  'endingReason',
  'ampere',
  'customer',
  'address',
  'cadastreNumber',
] as const satisfies readonly (keyof CaseLine)[];

/** All cases of the filters in the address, not one page of them, written as they are read. */
export function exportRoutes({ services: { overview, book } }: Portal): Router {
  const router = Router();
  resource(router, '/staff/cases.csv', {
    get: [
      staffOnly,
      async (req, res) => {
        const view = viewOf(res);
        const caller = callerOf(res);
        const filter = caseFilterOf(filtersOf(queryForm(req)), caller, book().operator.timeZone);
        const bundles = overview.lines(caller, filter)[Symbol.asyncIterator]();
        const first = await bundles.next(); // what is refused is refused before the file begins
        async function* text() {
          yield csvBegin(COLUMNS.map((name) => view.t(`queue.csv.${name}`)));
          for (let bundle = first; !bundle.done; bundle = await bundles.next())
            yield bundle.value.map((line) => csvLine(cellsOf(view, line))).join('');
        }
        res.set({
          'Content-Type': CSV_TYPE,
          'Content-Disposition': `attachment; filename="${view.t('queue.csv.file')}-${view.today}.csv"`,
        });
        await pipeline(Readable.from(text()), res).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
        });
      },
    ],
  });
  return router;
}

const cellsOf = ({ t, names }: View, line: CaseLine): readonly string[] =>
  COLUMNS.map((name) => {
    const value = line[name];
    if (name === 'status') return nameOf(names, 'status', line.status);
    if (name === 'awaits') return nameOf(names, 'awaits', line.awaits);
    if (name === 'endingReason') return line.endingReason ? nameOf(names, 'ending', line.endingReason) : '';
    if (typeof value === 'boolean') return t(value ? 'queue.csv.yes' : 'queue.csv.no');
    return value ?? '';
  });
