import { type AccountListQuery, accountListQuery } from '../../administration/accounts/account-request.ts';
import { read } from '../../http/read.ts';
import type { Form } from '../forms/form-body.ts';

/** The filters of the list as they stand in the address; the same words as in the API. */
const NAMES = ['q', 'role', 'active', 'staff'] as const;
export type UserFilter = (typeof NAMES)[number];
export type UserFilters = Readonly<Partial<Record<UserFilter, string>>>;

/** An address without a filter shows the staff; `staff=all` shows everybody. */
export const filtersOf = (form: Form): UserFilters =>
  Object.fromEntries(
    NAMES.map((name) => [name, form.text(name)] as const).filter(([, value]) => value !== ''),
  );

/** @throws Refusal `invalid` for a role or a state that there is not */
export function listQueryOf({ staff = 'true', ...filters }: UserFilters, after: string): AccountListQuery {
  return read(accountListQuery, {
    ...filters,
    ...(staff === 'all' ? {} : { staff }),
    ...(after === '' ? {} : { after }),
  });
}
