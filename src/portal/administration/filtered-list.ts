import type { Empty, FilterBar } from '../components/navigation-parts.ts';
import type { View } from '../frame/view.ts';

/** A list whose filters, and the place one has read to, stand in its address. */

type Filters = Readonly<Record<string, string | undefined>>;

const given = (filters: Filters): [string, string][] =>
  Object.entries(filters).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '');

/** What is empty is left out. */
export function listHref(path: string, filters: Filters): string {
  const query = new URLSearchParams(given(filters)).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** What is set, each with the address without it, and the address without them all. */
export function setFilters(
  path: string,
  filters: Filters,
  shown: (name: string, value: string) => string,
): Pick<FilterBar, 'action' | 'resetHref' | 'set'> {
  const set = given(filters);
  return {
    action: path,
    resetHref: set.length > 0 ? path : null,
    set: set.map(([name, value]) => ({
      label: shown(name, value),
      href: listHref(path, { ...filters, [name]: '' }),
    })),
  };
}

/** Nothing fits the filters that are set. */
export const nothingFound = ({ t }: View, path: string, said: Pick<Empty, 'title' | 'text'>): Empty => ({
  iconName: 'search',
  ...said,
  action: { label: t('common.resetFilters'), href: path },
});
