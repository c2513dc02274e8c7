import type { Held, HeldCase } from '../../identity/my-data/held.ts';
import { confirmationAwaited } from '../companies/own-confirmation.ts';
import type { Notice } from '../components/notice.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { casesRow } from './cases-row.ts';
import {
  casesTable,
  changesTable,
  type Listed,
  lettersTable,
  methodName,
  peopleTable,
  placesTable,
  readsTable,
  sessionsTable,
} from './tables.ts';

export interface MyDataPage extends Page {
  readonly awaited: Notice | null;
  readonly person: SummaryList;
  readonly contacts: SummaryList;
  readonly hasPassword: boolean;
  readonly sessions: Listed | null;
  readonly sessionsText: string;
  readonly severalSessions: boolean;
  readonly places: Listed | null;
  readonly others: readonly { readonly username: string; readonly since: string; readonly action: string }[];
  /** null for staff, who have no cases. */
  readonly customer: {
    readonly cases: Listed | null;
    readonly people: Listed | null;
    readonly reads: Listed | null;
    readonly letters: Listed | null;
  } | null;
  readonly ownReads: string | null;
  readonly changes: Listed | null;
}

export function myDataPage(view: View, held: Held): MyDataPage {
  const { t, formats } = view;
  const { account } = held;
  const isStaff = account.kind === 'staff';
  return {
    title: t('myData.title'),
    frame: { lead: t('myData.lead') },
    awaited: confirmationAwaited(view),
    person: personOf(view, held),
    contacts: contactsOf(view, held),
    hasPassword: account.hasPassword,
    sessions: sessionsTable(view, held),
    sessionsText: t(account.hasPassword ? 'myData.sessions.text' : 'myData.sessions.textProven'),
    severalSessions: held.sessions.length > 1,
    places: placesTable(view, held),
    others: held.otherAccounts.map(({ id, username, since }) => ({
      username,
      since: t('myData.others.since', { day: formats.shortDate(since) }),
      action: `/my-data/other-accounts/${encodeURIComponent(id)}`,
    })),
    customer: isStaff
      ? null
      : {
          cases: casesTable(view, held),
          people: peopleTable(view, held),
          reads: readsTable(view, held),
          letters: lettersTable(view, held),
        },
    ownReads:
      held.ownReads && t('myData.reads.ownText', { count: held.ownReads.times, cases: held.ownReads.cases }),
    changes: changesTable(view, held),
  };
}

function personOf(view: View, { account, proofs, sessions }: Held): SummaryList {
  const { t, formats, names } = view;
  const isStaff = account.kind === 'staff';
  const ways = [
    ...(account.hasPassword ? [t('myData.person.byPassword')] : []),
    ...proofs.map(({ issuer, since }) =>
      t('myData.person.byProvider', { issuer: new URL(issuer).host, day: formats.shortDate(since) }),
    ),
  ];
  const here = sessions.find((session) => session.here);
  const nameNote = t(proofs.length > 0 ? 'myData.person.nameNoteProven' : 'myData.person.nameNote');
  return summaryList(
    row(t('myData.person.name'), account.name, { note: nameNote }),
    isStaff
      ? null
      : row(t('myData.person.code'), account.partyCode ?? t('myData.person.noCode'), {
          note: account.partyCode === null ? t('myData.person.noCodeNote') : null,
        }),
    row(
      t('myData.person.kind'),
      isStaff
        ? t('myData.person.staff', {
            roles: account.roles.map((role) => nameOf(names, 'role', role)).join(', '),
          })
        : nameOf(names, 'customerKind', account.kind),
    ),
    row(t('myData.person.username'), account.username),
    row(t('myData.person.ways'), ways.join('; ')),
    here
      ? row(t('myData.person.here'), methodName(view, here.method), {
          note: isStaff ? null : nameOf(names, 'level', here.level),
        })
      : null,
    row(t('myData.person.since'), formats.shortDate(account.since)),
  );
}

function contactsOf(view: View, { account, cases }: Held): SummaryList {
  const { t } = view;
  const open = cases.filter(({ isOpen }) => isOpen);
  const change = { href: '/my-data/contacts', label: t('myData.contacts.change') };
  return summaryList(
    row(t('myData.contacts.email'), account.email ?? t('myData.contacts.none'), { change }),
    row(
      t('myData.contacts.language'),
      account.language === 'en' ? t('myData.contacts.languages.en') : t('myData.contacts.languages.lv'),
      { change },
    ),
    ...(account.kind === 'staff'
      ? []
      : [
          row(
            t('myData.letterChannel.title'),
            account.letterChannel === null
              ? t('myData.letterChannel.asOffer')
              : view.names.channel[account.letterChannel],
            { change: { href: '/my-data/letters', label: t('myData.letterChannel.change') } },
          ),
        ]),
    ...[...Map.groupBy(open, (one) => linesOf(view, one))].map(([lines, having]) =>
      casesRow(view, having, lines, change),
    ),
  );
}

const linesOf = ({ t }: View, { contacts }: HeldCase): string =>
  [contacts.email, contacts.phone, contacts.postalAddress].filter((one) => one !== null).join(', ') ||
  t('myData.contacts.none');
