import { caseListQuery } from '../../api/cases.routes.ts';
import { read } from '../../api/read.ts';
import type { CaseListQuery } from '../../casework/casework.ts';
import type { Form } from '../forms/form-body.ts';

/** The filters of the queue as they stand in the address; the same words as in the API. */
const NAMES = ['q', 'status', 'awaits', 'overdue'] as const;
export type FilterName = (typeof NAMES)[number];
export type QueueFilters = Readonly<Partial<Record<FilterName, string>>>;

export const CASES_A_PAGE = 50;

export const filtersOf = (form: Form): QueueFilters =>
  Object.fromEntries(
    NAMES.map((name) => [name, form.text(name)] as const).filter(
      ([name, value]) => value !== '' && !(name === 'overdue' && value === '0'),
    ),
  );

/** @throws Refusal `invalid` for a status or a party that there is not */
export function listQueryOf(filters: QueueFilters, cursor: string | null): CaseListQuery {
  const asked = { ...filters, ...(filters.overdue ? { overdue: '1' } : {}) };
  const { status, awaits, overdue, q } = read(caseListQuery, asked);
  return {
    limit: CASES_A_PAGE,
    ...(status === undefined ? {} : { status }),
    ...(awaits === undefined ? {} : { awaits }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(q === undefined ? {} : { q }),
    ...(cursor === null ? {} : { cursor }),
  };
}

export function queueHref(filters: QueueFilters, cursor: string | null = null): string {
  const query = new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = filters[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  if (cursor !== null) query.set('cursor', cursor);
  const text = query.toString();
  return text === '' ? '/cases' : `/cases?${text}`;
}
