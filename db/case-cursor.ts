import type { CaseRow } from './rows.ts';

/** The place after which the next page of a list begins: the day in the queue and the id of the last case. */
export interface Place {
  readonly queueOn: string;
  readonly id: string;
}

export const cursorAt = (row: CaseRow): string =>
  Buffer.from(`${row.queueOn ?? 'infinity'} ${row.id}`).toString('base64url');

/** The cursor was made up, or belongs to another list. */
export class CursorIsUnknown extends Error {
  constructor() {
    super('The cursor does not belong to a page of this list.');
    this.name = 'CursorIsUnknown';
  }
}

const PLACE = /^(infinity|\d{4}-\d{2}-\d{2}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function placeOf(cursor: string): Place {
  const [, queueOn, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (queueOn === undefined || id === undefined || !isPlaceInQueue(queueOn)) throw new CursorIsUnknown();
  return { queueOn, id };
}

/** The database refuses a day that there is not, such as 2025-02-30, or one of the year 0. */
function isPlaceInQueue(queueOn: string): boolean {
  const at = Date.parse(`${queueOn}T00:00:00Z`);
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(queueOn) && queueOn > '0001';
  return queueOn === 'infinity' || isDay;
}
