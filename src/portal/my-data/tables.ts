import type { Held } from '../../identity/my-data/held.ts';
import { statusTag } from '../components/status-tag.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { MESSAGES, type MessageKey } from '../messages/translate.ts';

/** What is held, as tables; null where there is nothing to show. */

/** A page shows so many of what grows; the download has all. */
const MOST_ROWS = 10;

export interface Listed {
  readonly table: Table;
  /** Said where there is more than is shown. */
  readonly more: string | null;
}

function listed<Row>(
  { t }: View,
  rows: readonly Row[],
  asTable: (rows: readonly Row[]) => Table,
): Listed | null {
  if (rows.length === 0) return null;
  const more =
    rows.length > MOST_ROWS ? t('myData.shownLatest', { shown: MOST_ROWS, all: rows.length }) : null;
  return { table: asTable(rows.slice(0, MOST_ROWS)), more };
}

const caseHref = (id: string): string => `/cases/${id}`;

export const methodName = ({ t }: View, method: string): string => {
  const key = `myData.sessions.methods.${method}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey) : method;
};

export const sessionsTable = (view: View, { sessions }: Held): Listed | null =>
  listed(view, sessions, (rows) =>
    table({
      columns: [
        { label: view.t('myData.sessions.method') },
        { label: view.t('myData.sessions.since') },
        { label: view.t('myData.sessions.lastSeen') },
      ],
      rows: rows.map(({ method, since, lastSeenAt, here }) => [
        { text: methodName(view, method), note: here ? view.t('myData.sessions.here') : null },
        view.formats.instant(since),
        view.formats.instant(lastSeenAt),
      ]),
    }),
  );

export const placesTable = (view: View, { signInPlaces }: Held): Listed | null =>
  listed(view, signInPlaces, (rows) =>
    table({
      columns: [
        { label: view.t('myData.places.kind') },
        { label: view.t('myData.places.since') },
        { label: view.t('myData.places.usedAt') },
      ],
      rows: rows.map(({ kind, since, usedAt }) => [
        view.t(`myData.places.${kind}`),
        view.formats.instant(since),
        view.formats.instant(usedAt),
      ]),
    }),
  );

export const casesTable = (view: View, { cases }: Held): Listed | null =>
  listed(view, cases, (rows) =>
    table({
      columns: [
        { label: view.t('myData.cases.number') },
        { label: view.t('myData.cases.status') },
        { label: view.t('myData.cases.relation') },
      ],
      rows: rows.map(({ id, number, status, relation }) => [
        { text: number, href: caseHref(id) },
        { text: '', tag: statusTag(view, status) },
        view.t(`myData.cases.${relation}`),
      ]),
    }),
  );

export const readsTable = (view: View, { reads }: Held): Listed | null =>
  listed(view, reads, (rows) =>
    table({
      columns: [
        { label: view.t('myData.reads.day') },
        { label: view.t('myData.reads.role') },
        { label: view.t('myData.reads.case') },
        { label: view.t('myData.reads.times'), numeric: true },
      ],
      rows: rows.map(({ day, roles, caseId, number, times }) => [
        view.formats.shortDate(day),
        roles.map((role) => nameOf(view.names, 'role', role)).join(', '),
        { text: number, href: caseHref(caseId) },
        view.formats.number(times),
      ]),
    }),
  );

export const lettersTable = (view: View, { letters }: Held): Listed | null =>
  listed(view, letters, (rows) =>
    table({
      columns: [
        { label: view.t('myData.letters.day') },
        { label: view.t('myData.letters.letter') },
        { label: view.t('myData.letters.case') },
        { label: view.t('myData.letters.channel') },
      ],
      rows: rows.map(({ sentAt, notice, caseId, number, channel }) => [
        sentAt === null ? '–' : view.formats.instant(sentAt),
        nameOf(view.names, 'notice', notice),
        { text: number, href: caseHref(caseId) },
        nameOf(view.names, 'channel', channel),
      ]),
    }),
  );

/** Representatives of the person's cases and sub-users of the account (II.5.3, PO-04). */
export function peopleTable(view: View, { cases, subUsers }: Held): Listed | null {
  const { t, formats } = view;
  const day = (iso: string): string => formats.shortDate(iso);
  const representatives = cases
    .filter(({ relation }) => relation === 'customer')
    .flatMap(({ number, authorities }) =>
      authorities.map(({ agent, scope, from, until, revokedAt }) => ({
        who: agent,
        what: t('myData.people.inCase', {
          number,
          scope: scope
            .map((one) => (one === 'all' ? t('myData.people.all') : nameOf(view.names, 'act', one)))
            .join(', '),
        }),
        term:
          revokedAt !== null
            ? t('myData.people.revoked', { day: day(revokedAt) })
            : until === null
              ? t('myData.people.from', { day: day(from) })
              : t('myData.people.fromUntil', { from: day(from), until: day(until) }),
      })),
    );
  const others = subUsers.map(({ name, email, rights, invitedAt, takenUpAt, revokedAt }) => ({
    who: `${name} (${email})`,
    what: t('myData.people.subUser', {
      rights: rights.map((right) => t(`myData.people.rights.${right}` as MessageKey)).join(', '),
    }),
    term:
      revokedAt !== null
        ? t('myData.people.revoked', { day: day(revokedAt) })
        : takenUpAt === null
          ? t('myData.people.invited', { day: day(invitedAt) })
          : t('myData.people.from', { day: day(takenUpAt) }),
  }));
  return listed(view, [...representatives, ...others], (rows) =>
    table({
      columns: [
        { label: t('myData.people.who') },
        { label: t('myData.people.what') },
        { label: t('myData.people.term') },
      ],
      rows: rows.map(({ who, what, term }) => [who, what, term]),
    }),
  );
}

export const changesTable = (view: View, held: Held): Listed | null =>
  listed(view, held.changes, (rows) =>
    table({
      columns: [
        { label: view.t('myData.changes.when') },
        { label: view.t('myData.changes.what') },
        { label: view.t('myData.changes.by') },
      ],
      rows: rows.map((change) => [
        view.formats.instant(change.at),
        { text: whatChanged(view, change.what), note: detailsOf(view, change.data) },
        view.t(
          change.byThemselves
            ? 'myData.changes.you'
            : held.account.kind === 'natural'
              ? 'myData.changes.somebody'
              : 'myData.changes.staff',
        ),
      ]),
    }),
  );

function whatChanged({ t }: View, what: string): string {
  const key = `myData.changes.kinds.${what}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey) : t('myData.changes.other');
}

interface FromTo {
  readonly from: unknown;
  readonly to: unknown;
}

const isFromTo = (value: unknown): value is FromTo =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

/** What stood before and what stands now, where the change names it. */
function detailsOf({ t }: View, data: unknown): string | null {
  const said = (value: unknown): string =>
    typeof value === 'string' && value !== '' ? value : t('myData.contacts.none');
  const told = (what: string, { from, to }: FromTo): string =>
    t('myData.changes.fromTo', { what, from: said(from), to: said(to) });
  if (isFromTo(data)) return told(t('myData.person.name'), data);
  const { email, language } = data as { email?: unknown; language?: unknown };
  const lines = [
    isFromTo(email) ? told(t('myData.contacts.email'), email) : null,
    isFromTo(language) ? told(t('myData.contacts.language'), language) : null,
  ].filter((line) => line !== null);
  return lines.length > 0 ? lines.join('; ') : null;
}
