import type { CaseFilter } from '../../db/case-filter.ts';
import type { SavedViewRow } from '../../db/rows.ts';
import type { Caller } from '../casework/caller.ts';
import type { CaseLine } from './case-line.ts';
import type { Dashboard } from './dashboard.ts';
import type { HeldCases } from './holds.ts';
import type { Project } from './project.ts';
import type { Period, RegulatorReport } from './regulator.ts';
import type { Work } from './work.ts';

/** What staff see over all cases. Every method refuses whoever is no member of staff, or has not the role. */
export interface Overview {
  /** How many cases each work of the caller has, counted up to {@link MOST_COUNTED}. */
  counts(caller: Caller): Promise<readonly WorkCount[]>;
  /** All cases of a filter, a bundle at a time, each with what the caller's role may see; reading is noted. */
  lines(caller: Caller, filter: CaseFilter): AsyncIterable<readonly CaseLine[]>;
  dashboard(caller: Caller, period: Period): Promise<Dashboard>;
  regulator(caller: Caller, period: Period): Promise<RegulatorReport>;
  /** @throws Refusal `invalid` for a cursor that is not of this list */
  holds(caller: Caller, cursor?: string): Promise<HeldCases>;
  /** @throws Refusal `not-found` where no case belongs to such a project */
  project(caller: Caller, projectId: string): Promise<Project>;
  savedViews(caller: Caller): Promise<readonly SavedViewRow[]>;
  /** @throws Refusal `invalid` for a name or a query that cannot be kept, or where the account has too many */
  saveView(
    caller: Caller,
    view: { readonly id: string; readonly name: string; readonly query: string },
  ): Promise<void>;
  renameView(caller: Caller, id: string, name: string): Promise<void>;
  removeView(caller: Caller, id: string): Promise<void>;
}

export interface WorkCount {
  readonly work: Work;
  readonly cases: number;
  /** There are more, which were not counted. */
  readonly more: boolean;
}

export const MOST_COUNTED = 999;
