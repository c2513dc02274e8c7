import { CursorIsUnknown } from './case-cursor.ts';
import type { Connection, Statement } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';

/** A case in which an end is held now, and by which act of its history. */
export interface HeldRow extends CaseRow {
  readonly held: 'annulment' | 'ending';
  readonly heldAt: string;
  readonly heldSeq: number;
}

/** Where the next page begins. */
export interface HeldPage {
  readonly rows: readonly HeldRow[];
  readonly next: string | null;
}

/** Holds are few, and those that were released or overtaken fewer still: an index has those acts alone, in the order of
 *  time. Whether a hold still stands, the case knows; of several in one case the last of its kind is the one that stands. */
const HELD: Statement = {
  name: 'cases_held',
  text: `
    select ${columnsOf(cases, 'c')}, h.at as "heldAt", h.seq as "heldSeq",
      case h.type when 'annulment.held' then 'annulment' else 'ending' end as held
    from history h join cases c on c.id = h.case_id
    where h.type in ('annulment.held', 'ending.held')
      and (h.at, h.case_id, h.seq) > ($1::timestamptz, $2::uuid, $3::int)
      and c.status in ('offered', 'objected', 'offer-lapsed', 'annulment-warned', 'in-force', 'suspended', 'fulfilled')
      and c.snapshot #>> case h.type when 'annulment.held' then '{facts,annulmentHold,since}'::text[] else '{facts,endingHold,since}' end is not null
      and not exists (select from history l
        where l.case_id = h.case_id and l.seq > h.seq and l.type = h.type)
    order by h.at, h.case_id, h.seq limit $4`,
};

/** Cases in which an end is held, the one that is held for longest first. */
export async function heldCases(
  connection: Connection,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<HeldPage> {
  const after = cursor === undefined ? BEFORE_ALL : placeOf(cursor);
  const rows = await connection.query<HeldRow>(HELD, [...after, limit + 1]);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? cursorAt(page.at(-1)!) : null };
}

type Place = readonly [at: string, caseId: string, seq: number];

const BEFORE_ALL: Place = ['-infinity', '00000000-0000-0000-0000-000000000000', 0];

const cursorAt = ({ heldAt, id, heldSeq }: HeldRow): string =>
  Buffer.from(`${heldAt} ${id} ${heldSeq}`).toString('base64url');

const PLACE =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,9})$/;

function placeOf(cursor: string): Place {
  const [, at, id, seq] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined || seq === undefined || !isInstant(at))
    throw new CursorIsUnknown();
  return [at, id, Number(seq)];
}

/** The database refuses a day that there is not, such as 2025-02-30, or one of the year 0. */
function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 19)) && text > '0001';
}
