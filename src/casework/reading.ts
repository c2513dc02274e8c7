import { namesBehind, recordRead, recordReads } from '../../db/accounts.ts';
import { CursorIsUnknown } from '../../db/case-cursor.ts';
import { listCases } from '../../db/case-list.ts';
import { findCase } from '../../db/cases.ts';
import { bytesOf, findDocument } from '../../db/documents.ts';
import { isCaseFile } from '../../db/files.ts';
import { historyOf } from '../../db/history.ts';
import { findNoticeByDocument, noticesOf } from '../../db/notices.ts';
import type { CaseRow } from '../../db/rows.ts';
import type { EventType } from '../../workflows/events.ts';
import { Refusal } from '../law/refusal.ts';
import { type Language, say } from '../law/words.ts';
import { type Caller, isStaff } from './caller.ts';
import type { CaseListQuery, CaseView, HistoryEntry, NoticeView } from './casework.ts';
import { notTheirsToRead } from './files/refusals.ts';
import { mayReadFiles } from './files/rights.ts';
import { noticeView } from './notice-view.ts';
import { type CaseworkParts, momentNow } from './parts.ts';
import { caseView, shownRow } from './view.ts';
import { assertVisible, listedFor, maySee } from './visible.ts';

/** Reading: a customer sees the own cases, staff all, each the part that the role needs. */

export async function visibleCase(parts: CaseworkParts, caller: Caller, id: string) {
  const [row, moment] = await Promise.all([findCase(parts.db, id), momentNow(parts)]);
  assertVisible(caller, row, id, moment.at, moment.law.operator.timeZone);
  return { row, moment };
}

/** Staff who read what is personal are noted with what they read (II.8.3, II.9.5). */
export async function note(
  { db }: CaseworkParts,
  caller: Caller,
  row: CaseRow,
  what: string | readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (!isStaff(caller) || !worksOnCases(caller)) return;
  const reader = { at: at.toString(), account: caller.username, caseId: row.id };
  await recordReads(db, reader, typeof what === 'string' ? [what] : what);
}

export async function findView(
  parts: CaseworkParts,
  caller: Caller,
  id: string,
  language: Language,
): Promise<CaseView> {
  const { row, moment } = await visibleCase(parts, caller, id);
  await note(parts, caller, row, 'case', moment.at);
  return caseView(shownRow(row), moment, caller.roles, language);
}

export async function listViews(
  parts: CaseworkParts,
  caller: Caller,
  query: CaseListQuery,
  language: Language,
): Promise<{ items: CaseView[]; next: string | null }> {
  const { limit, cursor, ...filter } = query;
  const mine = isStaff(caller) ? undefined : listedFor(caller);
  if (mine === null) return { items: [], next: null };
  const [page, moment] = await Promise.all([
    listCases(
      parts.db,
      { ...filter, ...(mine ? { mine } : {}) },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    ).catch(unknownCursor),
    momentNow(parts),
  ]);
  // The index knows who represents, not on which days: an authority that does not bind today shows nothing (II.5.3).
  const { timeZone } = moment.law.operator;
  const seen = page.items.filter((row) => maySee(caller, row, moment.at, timeZone));
  return {
    items: seen.map((row) => caseView(shownRow(row), moment, caller.roles, language)),
    next: page.next,
  };
}

/** Bad input where a cursor is unknown; any other error as it is. */
export function unknownCursor(error: unknown): never {
  if (!(error instanceof CursorIsUnknown)) throw error;
  const message = say('nepazīstams kursors', 'the cursor is not of this list');
  throw new Refusal({
    code: 'invalid.cursor',
    kind: 'invalid',
    detail: message,
    errors: [{ field: 'cursor', message }],
  });
}

/** What the shell looked up for an event is kept for replay and not shown. */
export const shownData = (data: unknown): unknown => {
  const { computed: _, actingParty: __, lawRevision: ___, ...given } = data as Record<string, unknown>;
  return given;
};

const worksOnCases = ({ roles }: Caller): boolean =>
  roles.some((role) => role === 'service' || role === 'engineer' || role === 'finance');

const OF_DATA_PROTECTION: ReadonlySet<string> = new Set<EventType>([
  'data-request.filed',
  'data-request.prolonged',
  'data-request.answered',
  'disclosure.notified',
]);

/** Data protection reads of a history what it decides on, and nothing else (ADR 0092). */
const decidesOn = ({ roles }: Caller, type: string): boolean =>
  roles.includes('privacy') && OF_DATA_PROTECTION.has(type);

export async function historyView(parts: CaseworkParts, caller: Caller, id: string): Promise<HistoryEntry[]> {
  const seen = await visibleCase(parts, caller, id);
  await note(parts, caller, seen.row, 'history', seen.moment.at);
  return historyOfSeen(parts, caller, seen);
}

/** A case that the caller was found to see. */
export type SeenCase = Awaited<ReturnType<typeof visibleCase>>;

export async function historyOfSeen(
  parts: CaseworkParts,
  caller: Caller,
  { row: { id }, moment }: SeenCase,
): Promise<HistoryEntry[]> {
  const showsData = !isStaff(caller) || worksOnCases(caller);
  const entries = await historyOf(parts.db, id);
  if (isStaff(caller) && !showsData && entries.some(({ type }) => decidesOn(caller, type)))
    await recordRead(parts.db, {
      at: moment.at.toString(),
      account: caller.username,
      caseId: id,
      what: 'history',
    });
  const named = entries.filter(({ role }) => knowsByName(caller, role, showsData));
  const names = await namesBehind(
    parts.db,
    named.map(({ actor }) => actor),
  );
  return entries.map(({ seq, type, at, actor, role, clause, data, status }) => ({
    seq,
    type,
    at,
    actor,
    actorName: knowsByName(caller, role, showsData) ? (names.get(actor) ?? null) : null,
    role,
    clause,
    data: showsData || decidesOn(caller, type) ? shownData(data) : {},
    status,
  }));
}

/** Each side knows its own people by name (PO-04): a customer learns of the operator's the role alone, and staff who work on
 *  no cases learn no customer's name. */
function knowsByName(caller: Caller, role: string, worksOnCases: boolean): boolean {
  if (role === 'clock') return false;
  if (role === 'customer') return worksOnCases;
  return isStaff(caller);
}

export async function noticeViews(parts: CaseworkParts, caller: Caller, id: string): Promise<NoticeView[]> {
  const { row, moment } = await visibleCase(parts, caller, id);
  await note(parts, caller, row, 'notices', moment.at);
  return noticesOfSeen(parts, row);
}

export const noticesOfSeen = async ({ db }: CaseworkParts, { id }: CaseRow): Promise<NoticeView[]> =>
  (await noticesOf(db, id)).map(noticeView);

export async function readDocument(parts: CaseworkParts, caller: Caller, id: string) {
  const stored = await findDocument(parts.db, id);
  const letter = stored ? null : await findNoticeByDocument(parts.db, id);
  const caseId = stored?.caseId ?? letter?.caseId ?? null;
  const notFound = new Refusal({
    code: 'document.not-found',
    kind: 'not-found',
    detail: say('Šāda dokumenta nav.', 'There is no such document.'),
  });
  if (caseId === null) {
    if (!stored || !isStaff(caller)) throw notFound;
  } else {
    const { row, moment } = await visibleCase(parts, caller, caseId).catch(() => {
      throw notFound;
    });
    if (stored && !mayReadFiles(caller) && (await isCaseFile(parts.db, caseId, id))) throw notTheirsToRead();
    await note(parts, caller, row, `document ${id}`, moment.at);
  }
  const document = stored ?? (letter && (await parts.documentOf?.(letter)));
  if (!document) throw notFound;
  return { name: document.name, contentType: document.contentType, bytes: await bytesOf(parts.db, document) };
}
