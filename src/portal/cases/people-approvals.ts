import type { PeopleActView } from '../../administration/accounts/account-act.ts';
import { rolesText } from '../administration/users.page.ts';
import { row, type SummaryRow } from '../components/summary-list.ts';
import type { View } from '../frame/view.ts';
import { personText } from './person-text.ts';

/** What an act on an account would change, for the administrator who decides it (D-22). */
export function peopleActRows(view: View, one: PeopleActView): readonly SummaryRow[] {
  const { t, formats } = view;
  const changesRoles = one.event.type === 'account.roles' || one.event.type === 'account.create';
  return [
    row(t('cases.approvals.askedBy'), personText(one.askedBy, one.askedByName)),
    row(t('cases.approvals.askedAt'), formats.instant(one.askedAt)),
    row(t('administration.users.username'), one.username),
    row(t('administration.users.name'), one.name),
    row(t('administration.users.email'), one.email ?? t('administration.people.noEmail')),
    ...(one.before.length > 0 ? [row(t('administration.users.roles'), rolesText(view, one.before))] : []),
    ...(changesRoles ? [row(t('administration.people.rolesAfter'), rolesText(view, one.after))] : []),
    ...(one.event.type === 'account.password' || one.event.type === 'account.create'
      ? [row(t('administration.people.wayIn'), t('administration.people.wayInText'))]
      : []),
  ];
}
