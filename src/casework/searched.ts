import type { CaseFilter } from '../../db/case-filter.ts';
import { type Caller, isStaff, worksOnCases } from './caller.ts';

/** Search matches what the caller may see, and nothing else (II.8.1): data protection and administrators work on no cases,
 *  see no names, and find cases by their number alone. */
export function searchedBy<Filter extends Pick<CaseFilter, 'q' | 'numberBegins'>>(
  caller: Caller,
  filter: Filter,
): Filter {
  const asked = filter.q?.trim();
  if (!asked || !isStaff(caller) || worksOnCases(caller)) return filter;
  const { q: _, ...rest } = filter;
  return { ...rest, numberBegins: asked } as Filter;
}
